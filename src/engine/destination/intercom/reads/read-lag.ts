// Asks again before it believes that a conversation does not exist: a new one can't be read for some seconds.
import { systemClock } from "../../../write/retry.ts";

/** Shares of the whole lag to wait before each further question. */
const PAUSES = [1 / 15, 2 / 15, 4 / 15, 8 / 15];
/** Newest ids remembered that were read once: later they are gone, and not yet to come. */
const KEPT = 20_000;
/** So many absences in a row that no further question belied: from then on one question is enough. */
const ENOUGH = 50;

export class ReadLag {
  readonly #lagMs: number;
  readonly #sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly #seen = new Set<string>();
  /** Further questions that were answered so far. */
  readonly #asked = new Map<string, number>();
  #confirmed = 0;

  constructor(lagMs: number, sleep: (ms: number, signal?: AbortSignal) => Promise<void> = systemClock.sleep) {
    this.#lagMs = lagMs;
    this.#sleep = sleep;
  }

  /** Null when `read` kept answering so for as long as reads may lag. Throws what `read` throws. */
  async readUntilBelieved<T>(
    id: string,
    read: () => Promise<T | null>,
    signal?: AbortSignal,
  ): Promise<T | null> {
    let answer = await read();
    if (answer === null && !this.#seen.has(id) && this.#confirmed < ENOUGH) {
      answer = await this.#askAgain(id, read, signal);
      // Else conversations that were deleted by the thousand would cost seconds each.
      this.#confirmed = answer === null ? this.#confirmed + 1 : 0;
    }
    this.#asked.delete(id);
    if (answer !== null) this.#remember(id);
    return answer;
  }

  /** A read that fails is tried again from outside, and goes on where it was. */
  async #askAgain<T>(id: string, read: () => Promise<T | null>, signal?: AbortSignal): Promise<T | null> {
    for (const [at, share] of PAUSES.entries()) {
      if (at < (this.#asked.get(id) ?? 0)) continue;
      await this.#sleep(share * this.#lagMs, signal);
      const answer = await read();
      if (answer !== null) return answer;
      this.#asked.set(id, at + 1);
    }
    return null;
  }

  #remember(id: string): void {
    this.#seen.add(id);
    if (this.#seen.size <= KEPT) return;
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
