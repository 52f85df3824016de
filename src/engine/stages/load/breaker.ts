// Tells one record's refusal from everybody's: the same refusal on record after record stops the run.
import { AskError, type CutoverError } from "../../errors.ts";

/** So many alike one after another, or so many of the last ten. */
const IN_A_ROW = 6;
const LAST = 10;
const OF_LAST = 8;
/** Below this a run is too small to speak of most. */
const FEW = 5;

export class Breaker {
  /** Refusals of the last records, newest last; undefined for one that made it. */
  #last: (string | undefined)[] = [];
  #tripped: { readonly error: CutoverError; readonly key: string; readonly records: number } | undefined;
  readonly #begun = new Set<string>();
  #tried = 0;
  #failed = 0;

  /** A record that was written, or needed nothing. `wrote`: it says that the workspace takes such records. */
  passed(wrote: boolean): void {
    this.#tried += 1;
    if (wrote) this.#remember(undefined);
  }

  /**
   * A record that failed. `isKnown`: it failed so in an earlier run, and tells nothing new. `false` once the run
   * stands for such refusals: the record is no exception of its own.
   */
  failed(error: CutoverError, isKnown: boolean, conversationId?: string): boolean {
    this.#tried += 1;
    this.#failed += 1;
    const key = keyOf(error);
    if (key === undefined) return true;
    if (this.#tripped) {
      if (this.#tripped.key === key && conversationId) this.#begun.add(conversationId);
      return this.#tripped.key !== key;
    }
    if (isKnown) return true;
    if (conversationId) this.#begun.add(conversationId);
    this.#remember(key);
    const row = this.#last.length - 1 - this.#last.findLastIndex((one) => one !== key);
    const among = this.#last.filter((one) => one === key).length;
    if (row >= IN_A_ROW || among >= OF_LAST) this.#tripped = { error, key, records: among };
    return true;
  }

  get isTripped(): boolean {
    return this.#tripped !== undefined;
  }

  /** True while refusals come and nothing shows yet that they are single ones. */
  get isWary(): boolean {
    return this.#last.at(-1) !== undefined;
  }

  /** Why the run stands; undefined when nothing speaks against its end. */
  explain(): AskError | undefined {
    if (this.#tripped) return explainTripped(this.#tripped, [...this.#begun]);
    if (this.#failed < FEW || this.#failed * 2 <= this.#tried) return undefined;
    return new AskError({ code: "most_refused", args: { failed: this.#failed, tried: this.#tried } });
  }

  #remember(key: string | undefined): void {
    this.#last = [...this.#last.slice(1 - LAST), key];
  }
}

/** Only what Intercom refused counts: a record that refers to a missing one says nothing of the workspace. */
const keyOf = ({ code, refusal }: CutoverError): string | undefined =>
  refusal === undefined ? undefined : `${code} ${refusal.status} ${refusal.route}`;

function explainTripped(
  { error, records }: { readonly error: CutoverError; readonly records: number },
  begun: readonly string[],
): AskError {
  return new AskError({
    code: "refused_alike",
    args: { records, error: error.saying, begun, route: error.refusal?.route ?? "" },
    ...(error.requestId === undefined ? {} : { requestId: error.requestId }),
  });
}
