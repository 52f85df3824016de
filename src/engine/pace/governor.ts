// What paces requests on one credential: every request asks first, and every answer's rate headers are told.

export interface RateHeaders {
  readonly limit?: number;
  readonly remaining?: number;
  /** Unix seconds. */
  readonly reset?: number;
}

export interface Governor {
  /** Resolves when one request may leave. Rejects only when the signal aborts. */
  acquire(signal?: AbortSignal): Promise<void>;
  /** After each answer. `limited` when it was a 429: everybody on the credential waits. */
  report(answer: {
    readonly headers: RateHeaders;
    readonly limited: boolean;
    readonly retryAfterMs?: number;
  }): void;
  /** Milliseconds until requests go on, when it holds them back now; 0 otherwise. For progress messages. */
  holdingMs(): number;
  /** Requests let through since start, and 429s met: for benches and progress. */
  readonly figures: { readonly granted: number; readonly limited: number };
  close(): Promise<void>;
}
