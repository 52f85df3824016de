// Records that wait because nobody can say yet what became of a write of theirs: deferred until then.
import { AskError } from "../../errors.ts";
import { refKey } from "../../journal/journal.ts";
import type { JournalRef } from "../../model/operation.ts";

/** Writes of one record that may be lost before the run pauses: something between here and there eats them. */
const MAX_LOSSES = 7;

export class DeferredRecords {
  readonly #waiting = new Map<string, JournalRef>();
  readonly #losses = new Map<string, number>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Throws AskError when this record loses one write after another. */
  put(source: JournalRef): void {
    const key = refKey(source);
    const losses = (this.#losses.get(key) ?? 0) + 1;
    if (losses > MAX_LOSSES) throw keepsLosing(source);
    this.#losses.set(key, losses);
    this.#waiting.set(key, source);
  }

  /** Takes out those that are not in `still`, and answers their ids. */
  take(still: ReadonlySet<string>): readonly string[] {
    const due = [...this.#waiting].filter(([key]) => !still.has(key));
    for (const [key] of due) this.#waiting.delete(key);
    return due.map(([, source]) => source.id);
  }

  has(source: JournalRef): boolean {
    return this.#waiting.has(refKey(source));
  }
}

function keepsLosing(source: JournalRef): AskError {
  return new AskError({
    code: "answers_lost",
    args: { writes: MAX_LOSSES, type: source.type, id: source.id },
  });
}
