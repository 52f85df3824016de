// Who waits for a permit: each share in its own order, and the shares in turn, so that none starves another.

export class FairQueue<Item> {
  /** Shares that have somebody waiting; the first is next. */
  readonly #shares = new Map<object, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(share: object): boolean {
    return this.#shares.has(share);
  }

  add(share: object, item: Item): void {
    const waiting = this.#shares.get(share);
    if (waiting === undefined) this.#shares.set(share, [item]);
    else waiting.push(item);
    this.#size += 1;
  }

  /** The share whose turn it is among those that may; undefined when none may. */
  next(may: (share: object) => boolean): object | undefined {
    for (const share of this.#shares.keys()) if (may(share)) return share;
    return undefined;
  }

  /** Its longest waiting item; then it is the last in turn. */
  take(share: object): Item | undefined {
    const waiting = this.#shares.get(share);
    const item = waiting?.shift();
    if (waiting === undefined || item === undefined) return undefined;
    this.#shares.delete(share);
    if (waiting.length > 0) this.#shares.set(share, waiting);
    this.#size -= 1;
    return item;
  }

  remove(share: object, item: Item): void {
    const waiting = this.#shares.get(share);
    const at = waiting?.indexOf(item) ?? -1;
    if (waiting === undefined || at < 0) return;
    waiting.splice(at, 1);
    if (waiting.length === 0) this.#shares.delete(share);
    this.#size -= 1;
  }
}
