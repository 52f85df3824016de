// Finds by the answers how fast a ConnectWise server may be asked: more while all is well, less at trouble.
import { setTimeout as sleepFor } from "node:timers/promises";
import PQueue from "p-queue";

export interface PacingOptions {
  /**
   * Requests a second to begin with; default 60. The guide's line before throttling is about 1,000 a minute, on
   * premises there is none: a small desk is read before it matters, and the first 429 tells a large one.
   */
  readonly startPerSecond?: number;
  readonly maxPerSecond?: number;
  readonly startConcurrency?: number;
  readonly maxConcurrency?: number;
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Pacing {
  /**
   * Runs one request when its turn comes; rejects with the signal's reason when it aborts before. What finishes something
   * begun goes first (a higher priority; 0 when absent): the less is under way, the less a kill costs.
   */
  run<T>(request: () => Promise<T>, signal?: AbortSignal, priority?: number): Promise<T>;
  /** A good answer, and how long it took. */
  answered(tookMs: number): void;
  /** A 429: everybody waits that long, and the rate falls. */
  throttled(waitMs: number): void;
  /** A 5xx, a reset or a time-out: fewer at a time. */
  troubled(): void;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  readonly figures: {
    readonly granted: number;
    readonly throttled: number;
    readonly perSecond: number;
    readonly concurrency: number;
  };
}

/** One decrease a second at most: a burst of refusals is one piece of news. */
const ONE_DECREASE_MS = 1_000;
const MIN_PER_SECOND = 0.5;
/** So many requests since the last pause say something about the server's quota; fewer only say that it is used up. */
const TELLING = 100;
/** About 1,000 a minute: what ConnectWise's guide names. */
const GUIDE_PER_SECOND = 17;
/** Of a quota that is known: a little below it, for what is counted is never quite what the server counts. */
const BELOW_QUOTA = 0.98;
/** Share of the refused rate by which it climbs each second when near it: from just below to it in a minute or two. */
const CAREFUL = 0.0003;
/** Turns that nobody could take (a busy moment of ours) are made up for, as far back as this. */
const MAKE_UP_MS = 500;

/** An answer within this is a quick one, however much quicker the quickest was. */
const QUICK_MS = 250;
/** Behind its rate for longer than this it is short of room; a busy moment of ours is made up for sooner. */
const BEHIND_MS = 250;

/**
 * Additive increase, multiplicative decrease, for two things: the rate (a 429 lowers it) and the number of
 * requests at a time (an overloaded server lowers it, and so does latency that grows with the load). No more are
 * under way than the rate needs: a quick server is asked one after another, which is also what a kill costs least.
 * A 429 also tells the quota: what got through since the last pause, over that time and the pause it asks for
 * (exact for a quota by the minute). From then on the rate climbs quickly to just below it, and slowly beyond.
 */
export function createPacing(options: PacingOptions = {}): Pacing {
  const now = options.now ?? (() => performance.now());
  const sleep = options.sleep ?? ((ms, signal) => sleepFor(ms, undefined, signal ? { signal } : {}));
  const maxPerSecond = options.maxPerSecond ?? 400;
  const maxConcurrency = options.maxConcurrency ?? 32;
  /** Lets one after another through; whoever waits behind it has sent nothing yet. */
  const gate = new PQueue({ concurrency: 1 });
  const started = now();
  let perSecond = Math.min(options.startPerSecond ?? 60, maxPerSecond);
  let concurrency = options.startConcurrency ?? 1;
  let inFlight = 0;
  /** Since when requests leave well after their turns. */
  let behindSince: number | undefined;
  let wake: (() => void) | undefined;
  let refusedAt = Number.POSITIVE_INFINITY;
  let nextSlot = started;
  let holdUntil = started;
  let raisedAt = started;
  let grantedSincePause = 0;
  let pauseEndedAt = started;
  let loweredRateAt = Number.NEGATIVE_INFINITY;
  let loweredConcurrencyAt = Number.NEGATIVE_INFINITY;
  let usualMs: number | undefined;
  let bestMs = Number.POSITIVE_INFINITY;
  let granted = 0;
  let refusals = 0;

  /** Waits until fewer requests are under way than may be; only the gate waits here, one at a time. */
  async function findRoom(signal?: AbortSignal): Promise<void> {
    while (inFlight >= Math.floor(concurrency)) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      signal?.throwIfAborted();
    }
    const at = now();
    const isBehind = at - Math.max(nextSlot, holdUntil) > MAKE_UP_MS / 2;
    behindSince = isBehind ? (behindSince ?? at) : undefined;
  }

  /** Waits for a slot of the rate; asks again after waking, since a 429 may have come meanwhile. */
  async function takeSlot(signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const at = now();
      // Beyond that, what was not used is not saved up: after a pause there is no burst.
      nextSlot = Math.max(nextSlot, at - MAKE_UP_MS, holdUntil);
      if (nextSlot - at < 1) break;
      const mine = nextSlot;
      nextSlot += 1000 / perSecond;
      await sleep(mine - at, signal);
      if (now() >= holdUntil) {
        grant();
        return;
      }
    }
    nextSlot += 1000 / perSecond;
    grant();
  }

  function grant(): void {
    granted += 1;
    grantedSincePause += 1;
  }

  /** Requests a second that the server lets through, as far as this 429 tells; infinite when it doesn't. */
  function measureQuota(waitMs: number): number {
    const seconds = (now() - pauseEndedAt + waitMs) / 1000;
    return grantedSincePause >= TELLING && seconds > 0
      ? grantedSincePause / seconds
      : Number.POSITIVE_INFINITY;
  }

  function raiseRate(): void {
    const seconds = (now() - raisedAt) / 1000;
    if (seconds < 1) return;
    raisedAt = now();
    // Below the rate that was refused once: fast; near and beyond it: carefully.
    const step = perSecond < refusedAt * 0.9 ? Math.max(1, perSecond * 0.5) : refusedAt * CAREFUL;
    perSecond = Math.min(perSecond + step, maxPerSecond);
  }

  return {
    async run(request, signal, priority = 0) {
      await gate.add(
        async () => {
          await findRoom(signal);
          await takeSlot(signal);
          inFlight += 1;
        },
        { priority, ...(signal ? { signal } : {}) },
      );
      try {
        return await request();
      } finally {
        inFlight -= 1;
        wake?.();
      }
    },
    answered(tookMs) {
      usualMs = usualMs === undefined ? tookMs : usualMs * 0.9 + tookMs * 0.1;
      bestMs = Math.min(bestMs * 1.001, tookMs);
      // A server that answers four times slower than it can is busy enough; the guide's line it must bear all the same.
      const keepsUp =
        usualMs <= Math.max(bestMs * 4, QUICK_MS) || (concurrency * 1000) / usualMs < GUIDE_PER_SECOND;
      const isShort = gate.size > 0 && behindSince !== undefined && now() - behindSince > BEHIND_MS;
      if (keepsUp && isShort) concurrency = Math.min(concurrency + 1 / concurrency, maxConcurrency);
      raiseRate();
    },
    throttled(waitMs) {
      refusals += 1;
      const at = now();
      holdUntil = Math.max(holdUntil, at + waitMs);
      if (at - loweredRateAt < ONE_DECREASE_MS) return;
      loweredRateAt = at;
      raisedAt = holdUntil;
      const quota = measureQuota(waitMs);
      refusedAt = Math.min(perSecond, quota);
      // A quota that is known is all there is to learn; a refusal that tells none asks for a guess.
      const lower = Number.isFinite(quota) ? Math.min(perSecond, quota) * BELOW_QUOTA : perSecond * 0.6;
      perSecond = Math.max(lower, MIN_PER_SECOND);
      grantedSincePause = 0;
      pauseEndedAt = holdUntil;
    },
    troubled() {
      const at = now();
      if (at - loweredConcurrencyAt < ONE_DECREASE_MS) return;
      loweredConcurrencyAt = at;
      concurrency = Math.max(concurrency * 0.6, 1);
    },
    sleep,
    get figures() {
      return { granted, throttled: refusals, perSecond, concurrency: Math.floor(concurrency) };
    },
  };
}
