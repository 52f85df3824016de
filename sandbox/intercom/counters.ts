// What a test asks a stand-in afterwards: how much was requested, refused and sent to customers.

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** The route as registered, e.g. `/conversations/:id/reply`; empty when there is no such route. */
  readonly pattern: string;
  readonly query: Record<string, string>;
  /** The parsed body, or null. */
  readonly body: unknown;
  /** The header `Intercom-Version`; empty when there was none. */
  readonly version: string;
  readonly status: number;
}

export class Counters {
  /** Requests that reached the stand-in and weren't cut or answered by a fault. */
  requests = 0;
  readonly byRoute: Record<string, number> = {};
  /** How many 429 were given. */
  rateLimited = 0;
  /** How many 400 "Too many recent replies" were given. */
  throttled = 0;
  /** Whatever would have reached a customer; must stay 0 in a migration. */
  notificationsSent = 0;
  readonly recorded: RecordedRequest[] = [];

  count(method: string, pattern: string): void {
    this.requests += 1;
    const key = `${method} ${pattern}`;
    this.byRoute[key] = (this.byRoute[key] ?? 0) + 1;
  }
}
