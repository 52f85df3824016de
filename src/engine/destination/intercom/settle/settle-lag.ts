// How long search lags, learned by watching when it first shows conversations of ours whose time of writing is known.

/** How many conversations are looked for at a time, and how many have to be seen before a measure is believed. */
const WATCHED = 5;
const ENOUGH = 3;
/** Newest conversations remembered as candidates to watch, and sightings kept. */
const RECENT = 20;
const KEPT = 20;
const LOOK_EVERY_MS = 900;

const FACTOR = 3;
const MARGIN_MS = 10_000;

interface Witness {
  readonly id: string;
  /** When it was written. Moments are Unix milliseconds. */
  readonly at: number;
}

interface Sighting {
  readonly at: number;
  /** At most so long it was missing: it was seen when it was looked for, maybe later than it appeared. */
  readonly lagMs: number;
}

/**
 * A write is not believed to be absent before search has shown conversations that were written after it, and then only
 * three times later than the slowest of them took. What was written before it proves nothing: indexing may have
 * stalled in between.
 */
export class SearchLag {
  #recent: Witness[] = [];
  #watched: Witness[] = [];
  #sightings: Sighting[] = [];
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** A conversation of ours that surely exists. */
  wrote(id: string, at: number): void {
    this.#recent = [...this.#recent.slice(1 - RECENT), { id, at }];
  }

  /** Ids to look for in search now; none when there are none, or when somebody has just looked. */
  toLookFor(now: number): readonly string[] {
    if (now - this.#lookedAt < LOOK_EVERY_MS) return [];
    const watched = new Set(this.#watched.map((one) => one.id));
    for (const one of this.#recent.toReversed()) {
      if (this.#watched.length >= WATCHED) break;
      if (!watched.has(one.id)) this.#watched.push(one);
    }
    this.#recent = this.#recent.filter((one) => !this.#watched.includes(one));
    if (this.#watched.length > 0) this.#lookedAt = now;
    return this.#watched.map((one) => one.id);
  }

  /** What of `toLookFor` search showed. One that is missing beyond `maximumMs` was deleted, or never will be shown. */
  saw(visible: ReadonlySet<string>, now: number, maximumMs: number): void {
    for (const { id, at } of this.#watched) {
      if (visible.has(id)) this.#sightings.push({ at, lagMs: now - at });
    }
    this.#sightings = this.#sightings.slice(-KEPT);
    this.#watched = this.#watched.filter(({ id, at }) => !visible.has(id) && now - at < maximumMs);
  }

  /** The longest lag of what was written after `since`; undefined while too little of it was seen. */
  measuredSince(since: number, now: number): number | undefined {
    const seen = this.#sightings.filter((one) => one.at > since).map((one) => one.lagMs);
    if (seen.length < ENOUGH) return undefined;
    const missing = this.#watched.filter((one) => one.at > since).map((one) => now - one.at);
    return Math.max(...seen, ...missing);
  }
}

/** How old a write must be before its absence from search is believed, in milliseconds. */
export function believableAgeMs(measuredMs: number | undefined, maximumMs: number): number {
  return measuredMs === undefined ? maximumMs : Math.min(maximumMs, FACTOR * measuredMs + MARGIN_MS);
}
