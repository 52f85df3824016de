// Waiting and repeating: what may be done again is, a bounded number of times; then the run pauses.
import { AskError, type CutoverError, RetryError, WaitError } from "../errors.ts";

/** Time as a stage sees it; a test gives one that runs faster. */
export interface Clock {
  now(): Date;
  /** Rejects with the signal's reason when it aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};

/** Half a second, doubled each time: about half a minute in all. */
const MAX_TRIES = 7;
const FIRST_DELAY_MS = 500;

/** Counts the tries of one request; a wait that Intercom asks for is no try. */
export class RetryPolicy {
  readonly #clock: Clock;
  readonly #signal: AbortSignal | undefined;
  #tries = 0;

  constructor(clock: Clock, signal?: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  /** Resolves when the same may be tried again; throws the error itself when it may not, AskError when it is too much. */
  async take(error: unknown): Promise<void> {
    if (error instanceof WaitError) return this.#clock.sleep(error.waitMs, this.#signal);
    if (!(error instanceof RetryError)) throw error;
    this.#tries += 1;
    if (this.#tries >= MAX_TRIES) throw giveUp(error, this.#tries);
    return this.#clock.sleep(FIRST_DELAY_MS * 2 ** (this.#tries - 1), this.#signal);
  }
}

function giveUp(error: CutoverError, tries: number): AskError {
  return new AskError({
    code: "tried_in_vain",
    args: { error: error.saying, tries },
    shownAs: error.code,
    cause: error,
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  });
}

/** Reads until there is an answer. */
export async function withRetry<T>(read: () => Promise<T>, clock: Clock, signal?: AbortSignal): Promise<T> {
  const retry = new RetryPolicy(clock, signal);
  for (;;) {
    try {
      return await read();
    } catch (error) {
      await retry.take(error);
    }
  }
}
