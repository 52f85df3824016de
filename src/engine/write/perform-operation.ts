// One operation, from its intent to its outcome: the journal knows before the request leaves, and after.
import type { Destination } from "../destination/port.ts";
import { CutoverError, RetryError, SettleError, SkipError, WaitError } from "../errors.ts";
import type { JournalledIntent } from "../journal/journal.ts";
import type { Action, ActionOutcome } from "../model/action.ts";
import type { ResolveLink } from "../model/operation.ts";
import { RetryPolicy } from "./retry.ts";
import { type SettleTools, settleOperation } from "./settle.ts";

/**
 * Throws SkipError (recorded as failed), AskError and AbortError; SettleError for a conversation whose creation was not
 * answered (its row is `unknown`): the record is deferred. Errors that are none of ours leave the row as a crash
 * would: it is settled at the next start.
 */
export async function performOperation(
  tools: SettleTools,
  { id, operation }: JournalledIntent,
  resolve: ResolveLink,
  taken: ReadonlySet<string>,
): Promise<ActionOutcome> {
  const { destination, journal, clock, signal } = tools;
  const retry = new RetryPolicy(clock, signal);
  for (;;) {
    const action = await buildOrFail(tools, id, () => operation.build(resolve));
    const sentAt = clock.now();
    await journal.sent(id, action, sentAt);
    const written = await attemptWrite(destination, action);
    if ("outcome" in written) {
      const { outcome } = written;
      const before = outcome.before ?? operation.image;
      // Outside of any catch: a database that fails here must not be taken for a request that did.
      await journal.done(id, before === undefined ? outcome : { ...outcome, before }, clock.now());
      return outcome;
    }
    const { error } = written;
    if (!(error instanceof CutoverError)) throw error;
    if (error instanceof SettleError) {
      await journal.unknown(id);
      // Search tells what became of it, and only while no twin of it is on its way.
      if (action.kind === "create-conversation") throw error;
      const outcome = await settleOperation(tools, { id, action, sentAt }, taken);
      if (outcome) return outcome;
      await retry.take(asRetry(error));
    } else if (error instanceof WaitError || error instanceof RetryError) {
      await journal.absent(id);
      await retry.take(error);
    } else if (error.recovery === "skip") {
      await recordFailure(tools, id, error);
      throw error;
    } else {
      // What asks was refused, so it is not there; what aborts may well be.
      await (error.recovery === "ask" ? journal.absent(id) : journal.unknown(id));
      throw error;
    }
  }
}

/** A write under way is never cut off by a pause: its answer is worth more than the second it takes. */
async function attemptWrite(
  destination: Destination,
  action: Action,
): Promise<{ readonly outcome: ActionOutcome } | { readonly error: unknown }> {
  try {
    return { outcome: await destination.write(action) };
  } catch (error) {
    return { error };
  }
}

async function buildOrFail<T>(tools: SettleTools, id: string, build: () => T): Promise<T> {
  try {
    return build();
  } catch (error) {
    if (error instanceof SkipError) await recordFailure(tools, id, error);
    throw error;
  }
}

function recordFailure({ journal }: SettleTools, id: string, error: CutoverError): Promise<void> {
  const { code, message, requestId } = error;
  return journal.failed(id, { code, message, ...(requestId === undefined ? {} : { requestId }) });
}

/** Proved absent, a lost write is as good as one that never left; but not for ever. */
const asRetry = (error: SettleError) =>
  new RetryError({
    ...error.saying,
    shownAs: error.code,
    cause: error,
  });
