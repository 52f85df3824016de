// How the runs of one process share a window: each is left what it needs of an equal part, until the window nears its end.

interface Share {
  taken: number;
  before: number;
  waits: boolean;
}

/** What a run took in the window before was perhaps all that others left it: it may grow by as much, and by this. */
const ROOM_TO_GROW = 10;
/** Part of a window after which nothing is kept for anybody: what is left shall be used. */
const KEPT_UNTIL = 0.7;

export class FairShares {
  readonly #windowMs: number;
  readonly #shares = new Map<object, Share>();
  #end = 0;
  #taken = 0;
  #held = false;
  /** What this process took in the window before, if that was all there was; 0: there was enough for everybody. */
  #before = 0;

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** Unix milliseconds: from here on nothing is kept. */
  get freeAt(): number {
    return this.#end - (1 - KEPT_UNTIL) * this.#windowMs;
  }

  /** The window that permits are for now; those who had no part in two windows are forgotten. */
  enter(end: number): void {
    if (end <= this.#end) return;
    this.#end = end;
    this.#before = this.#held ? this.#taken : 0;
    this.#held = false;
    this.#taken = 0;
    for (const [key, share] of this.#shares) {
      if (share.taken === 0 && !share.waits) this.#shares.delete(key);
      share.before = share.taken;
      share.taken = 0;
    }
  }

  /** The window is used up: what was taken of it is what there is. */
  held(): void {
    this.#held = true;
  }

  /** A run that ended needs nothing any more. */
  leave(key: object): void {
    this.#shares.delete(key);
  }

  /** `waits`: somebody of it asks for a permit. */
  waits(key: object, waits: boolean): void {
    const share = this.#shares.get(key);
    if (share) share.waits = waits;
    else if (waits) this.#shares.set(key, { taken: 0, before: 0, waits });
  }

  take(key: object): void {
    const share = this.#shares.get(key);
    if (share) share.taken += 1;
    this.#taken += 1;
  }

  /** Whether one more permit would leave the others what is kept for them. */
  may(key: object, now: number): boolean {
    if (this.#shares.size < 2 || this.#before === 0 || now >= this.freeAt) return true;
    const equal = this.#before / this.#shares.size;
    if ((this.#shares.get(key)?.taken ?? 0) < equal) return true;
    let kept = 0;
    for (const [other, { taken, before }] of this.#shares)
      if (other !== key) kept += Math.max(0, Math.min(equal, 2 * before + ROOM_TO_GROW) - taken);
    return this.#taken + kept < this.#before;
  }
}
