// One execution: sample, full, delta or rollback, with its progress and its exceptions.
import type { EnvironmentName } from "./operation.ts";
import type { RunScope } from "./plan.ts";
import type { ErrorSaying } from "./sayings/error-arguments.ts";
import type { RunKind, RunState } from "./sayings/run-names.ts";
import type { Saying } from "./sayings/saying.ts";

export type { RunKind, RunState };
export const RUN_PHASES = [
  "extract",
  /** What belongs to the tickets of a sample, where everything else is still to be read. */
  "chosen",
  "provision",
  "companies",
  "contacts",
  "conversations",
  "articles",
  "rollback",
] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

export interface PhaseProgress {
  readonly done: number;
  readonly total: number;
}

export interface Progress {
  readonly phases: Readonly<Partial<Record<RunPhase, PhaseProgress>>>;
  readonly phase?: RunPhase;
  readonly writes: number;
  readonly exceptions: number;
  /** Requests a second over the last half minute. */
  readonly rate: number;
  /** Seconds that are left, as a range; absent while unknown. */
  readonly etaSeconds?: { readonly low: number; readonly high: number };
  /** What it waits for while it stands still. */
  readonly waiting?: Saying;
}

export interface Run {
  readonly id: string;
  /** Its place among all runs and approvals: what is begun or approved later has a higher one. */
  readonly number: number;
  readonly migrationId: string;
  readonly kind: RunKind;
  readonly environment: EnvironmentName;
  readonly scope: RunScope;
  readonly planHash?: string;
  readonly state: RunState;
  readonly progress: Progress;
  /** Why it is paused or failed. */
  readonly reason?: ErrorSaying;
  readonly startedAt?: string;
  readonly endedAt?: string;
}

/** A record that did not make it. */
export interface Exception {
  readonly source: { readonly type: string; readonly id: string };
  readonly environment: EnvironmentName;
  /** What operators and `--json` see; a vendor's own where it gave one. */
  readonly code: string;
  readonly saying: ErrorSaying;
  readonly requestId?: string;
}

/** What a rollback would do. */
export interface RollbackPreview {
  readonly delete: Readonly<Record<"conversation" | "contact" | "company", number>> &
    Readonly<Partial<Record<"article" | "collection", number>>>;
  readonly restore: number;
  readonly archiveAttributes: number;
  /** What can't be undone. */
  readonly remains: readonly Saying[];
  /**
   * Conversations that people wrote in since, which are kept unless somebody insists. `looked` of `of` were read back
   * in the time there was: where it is less, the count is a lower bound. Absent when Intercom could not be asked.
   */
  readonly touched?: { readonly conversations: number; readonly looked: number; readonly of: number };
}

/** What a rollback did. */
export interface RollbackResult {
  readonly deleted: Readonly<Record<"conversation" | "contact" | "company", number>> &
    Readonly<Partial<Record<"article" | "collection", number>>>;
  readonly restored: number;
  readonly archivedAttributes: number;
  /** Records that people touched since, kept, each with its destination id and why. */
  readonly kept: readonly {
    readonly kind: string;
    readonly destinationId: string;
    readonly reason: Saying;
  }[];
  /** What can't be undone. */
  readonly remains: readonly Saying[];
}
