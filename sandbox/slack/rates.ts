// Slack's rate limits that a busy bot meets: posting into a channel and editing messages.
import { RateLimited } from "./rate-limited.ts";

export interface RateOptions {
  /** chat.postMessage: about one a second a channel. */
  readonly postPerSecond?: number;
  /** How many posts go through at once before that pace holds. */
  readonly postBurst?: number;
  /** chat.update: tier 3, about fifty a minute. */
  readonly updatePerMinute?: number;
}

interface Bucket {
  left: number;
  at: number;
}

export class Rates {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;
  readonly #options: Required<RateOptions> | false;
  /** How many calls were answered by 429. */
  refused = 0;

  /** `false` disables the limits. */
  constructor(now: () => number, options: RateOptions | false = {}) {
    this.#now = now;
    this.#options = options && { postPerSecond: 1, postBurst: 8, updatePerMinute: 50, ...options };
  }

  /** @throws RateLimited with whole seconds to wait, at least one */
  post(channel: string): void {
    if (this.#options) this.#take(`post ${channel}`, this.#options.postBurst, this.#options.postPerSecond);
  }

  update(token: string): void {
    if (!this.#options) return;
    const { updatePerMinute } = this.#options;
    this.#take(`update ${token}`, updatePerMinute, updatePerMinute / 60);
  }

  #take(key: string, capacity: number, perSecond: number): void {
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { left: capacity, at: now };
    const left = Math.min(capacity, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    if (left < 1) {
      this.refused += 1;
      this.#buckets.set(key, { left, at: now });
      throw new RateLimited(Math.max(1, Math.ceil((1 - left) / perSecond)));
    }
    this.#buckets.set(key, { left: left - 1, at: now });
  }
}
