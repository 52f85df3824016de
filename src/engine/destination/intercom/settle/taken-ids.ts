// Conversations that this process knows to be somebody's: a look-alike of a lost one is not taken for it.

const KEPT = 20_000;

/** Remembers the newest ids only; older look-alikes bear a title by then. */
export class TakenIds {
  readonly #ids = new Set<string>();

  add(id: string): void {
    this.#ids.add(id);
    if (this.#ids.size <= KEPT) return;
    const [oldest] = this.#ids;
    if (oldest !== undefined) this.#ids.delete(oldest);
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }
}
