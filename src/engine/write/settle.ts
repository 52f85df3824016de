// Settles writes whose outcome is unknown, by reading the destination. What it can't tell yet waits; the rest goes on.
import PQueue from "p-queue";
import type { Destination } from "../destination/port.ts";
import { AskError } from "../errors.ts";
import { type Journal, type JournalScope, refKey, type UnsettledOperation } from "../journal/journal.ts";
import type { Action, ActionOutcome, Settlement } from "../model/action.ts";
import type { Applied, JournalRef } from "../model/operation.ts";
import { parseStep, type Step } from "../model/step.ts";
import { type Clock, withRetry } from "./retry.ts";

export interface SettleTools {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/** Longer than any lag that can be configured. */
export const MAX_WAIT_MS = 75 * 60_000;

/** A record that can't go on yet. */
export interface Uncertain {
  readonly source: JournalRef;
  /** It is worth asking again after so many milliseconds. */
  readonly retryInMs: number;
}

/** The ids that other steps of the same sort stand for: a conversation may bear the number of one of its parts. */
export function takenIds(applied: Applied | undefined, exceptStep: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { step, state, destinationId } of applied?.values() ?? []) {
    if (step === exceptStep || sortOf(step) !== sortOf(exceptStep)) continue;
    if (state === "done" && destinationId) ids.add(destinationId);
  }
  return ids;
}

/** A note about an edit is a part as well. */
function sortOf(name: string): Step["kind"] | undefined {
  const kind = parseStep(name)?.kind;
  return kind === "revision" ? "part" : kind;
}

interface OpenWrite {
  readonly id: string;
  readonly action: Action;
  readonly sentAt: Date;
}

/** Asks once: `applied` is `done` in the journal then, `absent` is `intended` again, `uncertain` stays as it is. */
async function settleOnce(
  { destination, journal, clock, signal }: SettleTools,
  { id, action, sentAt }: OpenWrite,
  taken: ReadonlySet<string>,
): Promise<Settlement> {
  const settlement = await withRetry(() => destination.settle(action, sentAt, signal, taken), clock, signal);
  if (settlement.kind === "applied") await journal.done(id, settlement.outcome, clock.now());
  if (settlement.kind === "absent") await journal.absent(id);
  return settlement;
}

/**
 * Asks until it is known: the outcome when it was applied, undefined when it never was. Throws AskError `unsettled`
 * when the destination can't tell for too long.
 */
export async function settleOperation(
  tools: SettleTools,
  operation: OpenWrite,
  taken: ReadonlySet<string>,
): Promise<ActionOutcome | undefined> {
  let waited = 0;
  for (;;) {
    const settlement = await settleOnce(tools, operation, taken);
    if (settlement.kind === "applied") return settlement.outcome;
    if (settlement.kind === "absent") return undefined;
    if (waited >= MAX_WAIT_MS) throw unsettled();
    waited += settlement.retryInMs;
    await tools.clock.sleep(settlement.retryInMs, tools.signal);
  }
}

export function unsettled(): AskError {
  return new AskError({ code: "unsettled" });
}

const CONCURRENCY = 8;
/** Rows looked back on for twins: a conversation that has no title yet is one of the last. */
const RECENT = 5000;

/**
 * Settles at once whatever can be, and returns the records that have to wait. No conversation may be under creation
 * meanwhile: a twin that search shows before its own answer has come would be taken for the lost one.
 */
export async function settlePossible(tools: SettleTools, scope: JournalScope): Promise<readonly Uncertain[]> {
  const open = await tools.journal.loadUnsettled(scope);
  if (open.length === 0) return [];
  const conversations = open.some(({ action }) => action.kind === "create-conversation")
    ? await loadRecentConversations(tools.journal, scope)
    : new Set<string>();
  const byRecord = Map.groupBy(open, ({ source }) => refKey(source));
  const queue = new PQueue({ concurrency: CONCURRENCY });
  const answers = await queue.addAll(
    [...byRecord.values()].map((operations) => () => settleRecord(tools, scope, operations, conversations)),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** The same, and waits until nothing is uncertain: for a rollback, which must find all that was ever made. */
export async function settleAll(tools: SettleTools, scope: JournalScope): Promise<void> {
  let waited = 0;
  for (;;) {
    const uncertain = await settlePossible(tools, scope);
    if (uncertain.length === 0) return;
    if (waited >= MAX_WAIT_MS) throw unsettled();
    const pause = nextAsking(uncertain);
    waited += pause;
    await tools.clock.sleep(pause, tools.signal);
  }
}

/** Milliseconds until it is worth asking for the first of them again. */
export const nextAsking = (uncertain: readonly Uncertain[]): number =>
  Math.min(...uncertain.map((one) => one.retryInMs));

/** Another ticket's conversation must not be taken for a lost look-alike of the same contact and second. */
async function loadRecentConversations(journal: Journal, scope: JournalScope): Promise<ReadonlySet<string>> {
  const rows = await journal.loadStanding(scope, RECENT);
  return new Set(
    rows.filter((row) => row.actionKind === "create-conversation").map((row) => row.destinationId),
  );
}

/** Operations of one record one after another; the first uncertain one ends it. */
async function settleRecord(
  tools: SettleTools,
  scope: JournalScope,
  operations: readonly UnsettledOperation[],
  conversations: ReadonlySet<string>,
): Promise<Uncertain | undefined> {
  for (const operation of operations) {
    const { source, step, action } = operation;
    const steps = (await tools.journal.loadApplied(scope, [source])).get(refKey(source));
    const taken = action.kind === "create-conversation" ? conversations : takenIds(steps, step);
    const settlement = await settleOnce(tools, operation, taken);
    if (settlement.kind === "uncertain") return { source, retryInMs: settlement.retryInMs };
  }
  return undefined;
}
