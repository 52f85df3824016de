// What a field map implies for a scope: operations, losses, what people must do first; approved by its hash.
import type { AttributeDefinition } from "./desired.ts";
import type { EnvironmentName } from "./operation.ts";
import type { Saying } from "./sayings/saying.ts";

/** `all`, or a chosen sample of tickets (with their contacts and companies). */
export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "sample"; readonly ticketIds: readonly string[] };

/** A run may also try again what did not make it, alone: the exceptions that are open when it loads. */
export type RunScope = Scope | { readonly kind: "failed" };

export type PlannedObject = "company" | "contact" | "conversation";

/** The knowledge base; counted where there is one. */
export type HelpObject = "collection" | "article";

export interface PlanCounts {
  readonly create: number;
  readonly update: number;
  readonly unchanged: number;
  /** Left out by the map (a board that is not moved). */
  readonly excluded: number;
}

export interface Loss {
  /** Where: an object and field, e.g. "ticket.customFields.12". */
  readonly field: string;
  readonly what: string;
  readonly records: number;
  /** In plain words. */
  readonly sentence: Saying;
}

export interface Plan {
  /** Hex; over map, scope, environment, source and destination workspace: what an approval is bound to. */
  readonly hash: string;
  readonly mapHash: string;
  readonly environment: EnvironmentName;
  readonly scope: Scope;
  readonly source: { readonly key: string; readonly title: string };
  readonly workspace: { readonly id: string; readonly name: string };
  /** ISO-8601. */
  readonly plannedAt: string;
  readonly objects: Readonly<Record<PlannedObject, PlanCounts>> &
    Readonly<Partial<Record<HelpObject, PlanCounts>>>;
  /** Requests to Intercom that it takes. */
  readonly operations: number;
  readonly estimatedSeconds: number;
  readonly attributesToCreate: readonly AttributeDefinition[];
  readonly attributesToAdopt: readonly AttributeDefinition[];
  /** Teams that people must create in Intercom before a run may start. */
  readonly teamsToCreate: readonly string[];
  readonly losses: readonly Loss[];
  /** Sentences. */
  readonly warnings: readonly (Saying | string)[];
}
