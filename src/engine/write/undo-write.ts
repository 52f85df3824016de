// A write that takes something back: it may be repeated, so a lost answer is asked about and then written again.
import { CutoverError, SettleError } from "../errors.ts";
import type { Action, ActionOutcome } from "../model/action.ts";
import { RetryPolicy, withRetry } from "./retry.ts";
import type { SettleTools } from "./settle.ts";

const BEFORE_REPEAT_MS = 500;

/** `refused`: Intercom says no to this record alone. Throws AskError and AbortError, and the signal's reason. */
export async function undoWrite(
  { destination, clock, signal }: Pick<SettleTools, "destination" | "clock" | "signal">,
  action: Action,
): Promise<{ readonly outcome?: ActionOutcome } | { readonly refused: CutoverError }> {
  const retry = new RetryPolicy(clock, signal);
  for (;;) {
    const sentAt = clock.now();
    try {
      return { outcome: await destination.write(action) };
    } catch (error) {
      if (error instanceof SettleError) {
        const settlement = await withRetry(() => destination.settle(action, sentAt, signal), clock, signal);
        if (settlement.kind === "applied") return {};
        await clock.sleep(settlement.kind === "uncertain" ? settlement.retryInMs : BEFORE_REPEAT_MS, signal);
      } else if (error instanceof CutoverError && error.recovery === "skip") return { refused: error };
      else await retry.take(error);
    }
  }
}
