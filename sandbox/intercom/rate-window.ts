// Intercom's quota: requests counted in windows aligned to the clock, one quota an app, one a workspace.

export interface Verdict {
  readonly allowed: boolean;
  /** `X-RateLimit-Limit`, `-Remaining` and `-Reset` (unix seconds). */
  readonly headers: Record<string, string>;
}

export interface Utilisation {
  /** Windows that have ended, or are running, since the first request. */
  readonly windows: number;
  /** Share of the app's quota used, 0 to 1, in the fullest window. */
  readonly max: number;
  /** Mean share over the windows that were neither the first nor the last. */
  readonly mean: number;
  /** Served and refused requests by window, oldest first; the last 1,000 windows. */
  readonly byWindow: readonly {
    readonly startMs: number;
    readonly served: number;
    readonly refused: number;
  }[];
}

const KEPT_WINDOWS = 1000;

export class RateWindow {
  #limit: number;
  readonly #workspaceLimit: number;
  readonly #windowMs: number;
  readonly #windows: { startMs: number; served: number; refused: number }[] = [];
  #start = Number.NEGATIVE_INFINITY;
  #used = 0;
  #othersInWindow = 0;
  #othersShare = 0;
  #served = 0;
  #refused = 0;
  #seen = 0;

  constructor(limit: number, workspaceLimit: number, windowMs: number) {
    this.#limit = limit;
    this.#workspaceLimit = workspaceLimit;
    this.#windowMs = windowMs;
  }

  #roll(nowMs: number): void {
    const start = Math.floor(nowMs / this.#windowMs) * this.#windowMs;
    if (start === this.#start) return;
    this.#start = start;
    this.#served = 0;
    this.#refused = 0;
    this.#used = 0;
    this.#othersInWindow = Math.floor(this.#workspaceLimit * this.#othersShare);
    this.#seen += 1;
    this.#windows.push({ startMs: start, served: 0, refused: 0 });
    if (this.#windows.length > KEPT_WINDOWS) this.#windows.shift();
  }

  /** Counts one request of the app. A refused request takes nothing from the quota. */
  take(nowMs: number): Verdict {
    this.#roll(nowMs);
    const room = Math.min(this.#limit - this.#used, this.#workspaceLimit - this.#othersInWindow - this.#used);
    const allowed = room > 0;
    if (allowed) {
      this.#used += 1;
      this.#served += 1;
    } else this.#refused += 1;
    const latest = this.#windows.at(-1);
    if (latest) {
      latest.served = this.#served;
      latest.refused = this.#refused;
    }
    return {
      allowed,
      headers: {
        "x-ratelimit-limit": String(this.#limit),
        "x-ratelimit-remaining": String(Math.max(0, room - 1)),
        "x-ratelimit-reset": String(Math.ceil((this.#start + this.#windowMs) / 1000)),
      },
    };
  }

  /** Something else with the same app's token uses `n` requests of the running window. */
  consume(n: number, nowMs: number): void {
    this.#roll(nowMs);
    this.#used += n;
  }

  /** The customer's other apps use this share (0 to 1) of the workspace's quota in every window from now on. */
  addOtherAppTraffic(share: number, nowMs: number): void {
    this.#roll(nowMs);
    this.#othersShare = share;
    this.#othersInWindow = Math.floor(this.#workspaceLimit * share);
  }

  /** The app's quota from now on; windows are counted anew. */
  limitTo(limit: number): void {
    this.#limit = limit;
    this.#windows.length = 0;
    this.#start = Number.NEGATIVE_INFINITY;
  }

  utilisation(): Utilisation {
    const shares = this.#windows.map((w) => w.served / this.#limit);
    const inner = shares.slice(1, -1);
    return {
      windows: this.#seen,
      max: Math.max(0, ...shares),
      mean: inner.length === 0 ? 0 : inner.reduce((a, b) => a + b, 0) / inner.length,
      byWindow: this.#windows.map((w) => ({ ...w })),
    };
  }
}
