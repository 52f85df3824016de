// Settles writes whose outcome is unknown, by reading the destination; nothing else is written before that.
import PQueue from "p-queue";
import type { Destination } from "../destination/port.ts";
import { AskError } from "../errors.ts";
import { type Journal, type JournalScope, refKey, type UnsettledOperation } from "../journal/journal.ts";
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
/** Rows looked back on for twins: a conversation that has no title yet is one of the last. */
const RECENT = 5000;

/** Everything that a crash left open; returns how many there were. Operations of one record one after another. */
export async function settleAll(tools: SettleTools, scope: JournalScope): Promise<number> {
  const open = await tools.journal.loadUnsettled(scope);
  if (open.length === 0) return 0;
  const conversations = open.some(({ action }) => action.kind === "create-conversation")
    ? await loadRecentConversations(tools.journal, scope)
    : new Set<string>();
  const byRecord = Map.groupBy(open, ({ source }) => refKey(source));
  const queue = new PQueue({ concurrency: CONCURRENCY });
  await queue.addAll(
    [...byRecord.values()].map((operations) => () => settleRecord(tools, scope, operations, conversations)),
  );
  return open.length;
}

/** Another ticket's conversation must not be taken for a lost look-alike of the same contact and second. */
async function loadRecentConversations(journal: Journal, scope: JournalScope): Promise<ReadonlySet<string>> {
  const rows = await journal.loadStanding(scope, RECENT);
  return new Set(
    rows.filter((row) => row.actionKind === "create-conversation").map((row) => row.destinationId),
  );
}

async function settleRecord(
  tools: SettleTools,
  scope: JournalScope,
  operations: readonly UnsettledOperation[],
  conversations: ReadonlySet<string>,
): Promise<void> {
  for (const operation of operations) {
    const steps = (await tools.journal.loadApplied(scope, [operation.source])).get(refKey(operation.source));
    const taken =
      operation.action.kind === "create-conversation" ? conversations : takenIds(steps, operation.step);
    await settleOperation(tools, operation, taken);
  }
}
