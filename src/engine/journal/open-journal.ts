// The journal over the database: intents in batches, outcomes in group commits.
import { setTimeout as wait } from "node:timers/promises";
import { RetryError } from "../errors.ts";
import type { Database } from "../store/database/database.ts";
import { databaseError, guardDatabase } from "../store/database/database-error.ts";
import { makeGroupCommit } from "./group-commit.ts";
import { intend } from "./intend.ts";
import type { Journal } from "./journal.ts";
import { loadApplied, loadLinks } from "./load-applied.ts";
import {
  countByState,
  loadStanding,
  loadStandingOf,
  loadUnsettled,
  recordUndone,
} from "./load-operations.ts";
import { listTicketLinks, measure } from "./measure.ts";
import { type Outcome, recordOutcomes } from "./record-outcomes.ts";

export type OpenJournal = Journal & {
  /** Transactions and outcomes in them, for benches. */
  readonly figures: { readonly commits: number; readonly items: number };
};

export function openJournal(
  database: Database,
  options: { readonly wait?: (ms: number) => Promise<unknown> } = {},
): OpenJournal {
  const outcomes = makeGroupCommit<Outcome>(
    (group) =>
      recordOutcomes(database, group).catch((error: unknown) => {
        throw databaseError(error);
      }),
    options.wait ?? wait,
  );
  return guardDatabase({
    loadApplied: (scope, refs) => loadApplied(database, scope, refs),
    loadLinks: (scope, refs) => loadLinks(database, scope, refs),
    async intend(scope, runId, operations) {
      // A repeat sees the rows of whoever was faster.
      for (let attempt = 1; ; attempt++) {
        try {
          return await intend(database, scope, runId, operations);
        } catch (error) {
          if (!(error instanceof RetryError) || error.code === "database_away" || attempt === 5) throw error;
        }
      }
    },
    sent: (id, action, at) => outcomes.add({ kind: "sent", id, action, at }),
    done: (id, outcome, at) => outcomes.add({ kind: "done", id, outcome, at }),
    failed: (id, error) => outcomes.add({ kind: "failed", id, error }),
    unknown: (id) => outcomes.add({ kind: "unknown", id }),
    absent: (id) => outcomes.add({ kind: "absent", id }),
    loadUnsettled: (scope) => loadUnsettled(database, scope),
    loadStanding: (scope, limit, beforeId) => loadStanding(database, scope, limit, beforeId),
    loadStandingOf: (scope, ref) => loadStandingOf(database, scope, ref),
    undone: (ids, at) => recordUndone(database, ids, at),
    measure: (scope) => measure(database, scope),
    listTicketLinks: (scope, after, limit) => listTicketLinks(database, scope, after, limit),
    countByState: (scope) => countByState(database, scope),
    flush: () => outcomes.flush(),
    get figures() {
      return outcomes.figures;
    },
  } satisfies OpenJournal);
}
