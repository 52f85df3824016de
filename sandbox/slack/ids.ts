// Ids and message timestamps: unique, in order, and the same on every run of a drill.

export class Ids {
  #next = 1;
  #lastMicros = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `next("F")` → `F00000001`. */
  next(prefix: string): string {
    const n = this.#next;
    this.#next += 1;
    return `${prefix}${n.toString(36).toUpperCase().padStart(8, "0")}`;
  }

  /** A message timestamp, `seconds.microseconds`; later than every one before. */
  ts(): string {
    this.#lastMicros = Math.max(this.#now() * 1000, this.#lastMicros + 1);
    const micros = Math.floor(this.#lastMicros);
    return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, "0")}`;
  }
}
