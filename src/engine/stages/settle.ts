// Settles writes whose outcome is unknown, by reading the destination; nothing else is written before that.
import PQueue from "p-queue";
import type { Destination } from "../destination/port.ts";
import { AskError } from "../errors.ts";
import type { Journal, JournalScope, UnsettledOperation } from "../journal/journal.ts";
import type { Action, ActionOutcome } from "../model/action.ts";
import type { Applied } from "../model/operation.ts";
import { type Clock, persist } from "./load-patience.ts";

export interface SettleTools {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Longer than any lag that users report. */
const MAX_WAIT_MS = 15 * 60_000;

/** The ids that other steps of a record stand for. */
export function takenIds(applied: Applied | undefined, exceptStep: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const step of applied?.values() ?? []) {
    if (step.step !== exceptStep && step.state === "done" && step.destinationId) ids.add(step.destinationId);
  }
  return ids;
}

/**
 * The outcome when it was applied (then `done` in the journal), undefined when it never was (then `intended` again).
 * Throws AskError `unsettled` when the destination can't tell for too long.
 */
export async function settleOperation(
  { destination, journal, clock, signal }: SettleTools,
  operation: { readonly id: string; readonly action: Action; readonly sentAt: Date },
  taken: ReadonlySet<string>,
): Promise<ActionOutcome | undefined> {
  const { id, action, sentAt } = operation;
  let waited = 0;
  for (;;) {
    const settlement = await persist(() => destination.settle(action, sentAt, signal, taken), clock, signal);
    if (settlement.kind === "applied") {
      await journal.done(id, settlement.outcome, clock.now());
      return settlement.outcome;
    }
    if (settlement.kind === "absent") {
      await journal.absent(id);
      return undefined;
    }
    if (waited >= MAX_WAIT_MS) {
      throw new AskError({
        code: "unsettled",
        message: "Intercom can't say whether a write whose answer was lost was applied.",
        remedy: "Wait a few minutes, then resume: it is asked again, and nothing is written twice.",
      });
    }
    waited += settlement.retryInMs;
    await clock.sleep(settlement.retryInMs, signal);
  }
}

const CONCURRENCY = 8;

/** Everything that a crash left open; returns how many there were. Operations of one record one after another. */
export async function settleAll(tools: SettleTools, scope: JournalScope): Promise<number> {
  const open = await tools.journal.loadUnsettled(scope);
  const byRecord = Map.groupBy(open, ({ source }) => `${source.type}:${source.id}`);
  const queue = new PQueue({ concurrency: CONCURRENCY });
  await queue.addAll(
    [...byRecord.values()].map((operations) => () => settleRecord(tools, scope, operations)),
  );
  return open.length;
}

async function settleRecord(
  tools: SettleTools,
  scope: JournalScope,
  operations: readonly UnsettledOperation[],
): Promise<void> {
  for (const operation of operations) {
    const applied = await tools.journal.loadApplied(scope, [operation.source]);
    const [steps] = applied.values();
    await settleOperation(tools, operation, takenIds(steps, operation.step));
  }
}
