// Prepares a workspace: attributes are made or completed, teams and admins are checked.

import { missingTeams } from "../../converge/index.ts";
import { requireActors } from "../../desired/require-actors.ts";
import { AskError, CutoverError } from "../../errors.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { JournalScope } from "../../journal/journal.ts";
import type { AttributeDefinition } from "../../model/desired.ts";
import { performOperation } from "../../write/perform-operation.ts";
import { resolver } from "../../write/resolve-link.ts";
import { withRetry } from "../../write/retry.ts";
import { type SettleTools, settlePossible } from "../../write/settle.ts";
import { assembleProvisionSteps } from "./attributes.ts";

export interface ProvisionOptions extends SettleTools {
  readonly scope: JournalScope;
  readonly runId: string;
  readonly map: FieldMap;
  /** Of the plan: those to create and those to adopt, lists widened. */
  readonly attributes: readonly AttributeDefinition[];
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ProvisionResult {
  readonly created: readonly AttributeDefinition[];
  readonly adopted: readonly AttributeDefinition[];
  /** Teams that people must still create in Intercom. */
  readonly missingTeams: readonly string[];
  readonly writes: number;
}

/**
 * Safe to repeat. Throws AskError: `no_admins`, `fallback_admin_missing`, `fallback_admin_barred`, `attribute_twins`, `attribute_type_differs`,
 * `attribute_name_taken`, `attribute_limit`, `attribute_refused`.
 */
export async function provision(options: ProvisionOptions): Promise<ProvisionResult> {
  const { destination, clock, signal, journal, scope, runId, map } = options;
  await settlePossible(options, scope);
  requireActors(map, await withRetry(() => destination.fetchAdmins(), clock, signal));
  const teams = await withRetry(() => destination.fetchTeams(), clock, signal);
  const existing = await withRetry(() => destination.fetchAttributes(), clock, signal);
  const { operations, created, adopted } = assembleProvisionSteps(options.attributes, existing);
  const intents = operations.length === 0 ? [] : await journal.intend(scope, runId, operations);
  const none = resolver(new Map());
  for (const [index, intent] of intents.entries()) {
    signal?.throwIfAborted();
    options.onProgress?.(index, intents.length);
    try {
      await performOperation(options, intent, none, new Set());
    } catch (error) {
      throw error instanceof CutoverError && error.recovery === "skip"
        ? refused(intent.operation.source.id, error)
        : error;
    }
  }
  options.onProgress?.(intents.length, intents.length);
  await journal.flush();
  return { created, adopted, missingTeams: missingTeams(map, teams), writes: intents.length };
}

/** An attribute that Intercom refuses would cost every record its value. */
function refused(key: string, error: CutoverError): AskError {
  return new AskError({
    code: "attribute_refused",
    args: { attribute: key, error: error.saying },
    cause: error,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  });
}
