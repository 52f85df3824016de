// Tries a canary until it is through, removes it when it is not, and explains a refusal as everybody's.
import { AskError, CutoverError, SettleError } from "../../errors.ts";
import type { CanaryTools } from "./canary-writes.ts";
import { removeCanaries } from "./remove-canary.ts";

/** Lost answers to the one write that only a lagging search could settle: a new canary is quicker. */
const ATTEMPTS = 4;

/** Throws AskError and AbortError; nothing of a canary stands then, unless its deletion was refused (and told). */
export async function attempt<T>(
  tools: CanaryTools,
  newNonce: () => string,
  work: (nonce: string) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work(newNonce());
    } catch (error) {
      const told = explain(error);
      await removeCanaries(tools).catch((second: unknown) => {
        throw both(told, second);
      });
      if (!(error instanceof SettleError) || tried === ATTEMPTS) throw told;
    }
  }
}

/** A next start finds what could not be removed for a passing reason. */
function both(first: unknown, second: unknown): unknown {
  if (!(first instanceof CutoverError) || !(second instanceof CutoverError)) return first;
  if (second.saying.code !== "canary_not_deleted") return first;
  const args = { ...second.saying.args, first: first.saying };
  return new AskError({ code: "canary_not_deleted", args, cause: first });
}

/** What Intercom refuses our own record, it would refuse every other. */
function explain(error: unknown): unknown {
  if (!(error instanceof CutoverError) || (error.recovery !== "skip" && error.recovery !== "settle")) {
    return error;
  }
  const { saying, requestId } = error;
  const args = { error: saying };
  return new AskError({
    ...{ code: "canary_refused" as const, args, cause: error },
    ...(requestId === undefined ? {} : { requestId }),
  });
}
