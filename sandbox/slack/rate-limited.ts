// What a method throws when its caller is too fast.

/** Answered with HTTP 429 and `Retry-After` in seconds. */
export class RateLimited extends Error {
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super("ratelimited");
    this.retryAfter = retryAfter;
  }
}
