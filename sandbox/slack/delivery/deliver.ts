// Brings events, commands and interactions to the app: by socket when one is open, else over HTTP.
import type { DeliveryResult } from "../types.ts";
import type { Envelope } from "./envelope.ts";
import { postHttp } from "./post-http.ts";
import type { SocketHub } from "./socket-hub.ts";

export interface DeliveryOptions {
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
  /** Waits before the second, third and fourth delivery of an event: Slack's are 0, 1 and 5 minutes. */
  readonly retryDelaysMs: readonly number[];
}

export interface DeliveryRecord extends DeliveryResult {
  readonly envelope: Envelope;
  readonly retry: number;
}

export class Delivery {
  requestUrl: string | undefined;
  /** Every attempt, in the order they ended. */
  readonly log: DeliveryRecord[] = [];
  readonly #hub: SocketHub;
  readonly #options: DeliveryOptions;
  readonly #onDelivered: () => void;
  readonly #sent = new Map<string, Envelope>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;

  /** @param onDelivered called after every attempt, for those who wait */
  constructor(hub: SocketHub, options: DeliveryOptions, onDelivered: () => void) {
    this.#onDelivered = onDelivered;
    this.#hub = hub;
    this.#options = options;
  }

  /** Resolves with the first attempt's outcome; an event that failed is retried behind the scenes. */
  async deliver(envelope: Envelope): Promise<DeliveryResult> {
    this.#sent.set(envelope.id, envelope);
    const result = await this.#attempt(envelope, 0);
    // Slack retries events only; a click that nobody answered is lost.
    if (envelope.kind === "events_api") this.#retryLater(envelope, 1, result);
    return result;
  }

  /** The same thing once more, as Slack does when it missed the ack. @throws Error for an unknown id */
  redeliver(id: string): Promise<DeliveryResult> {
    const envelope = this.#sent.get(id);
    if (!envelope) throw new Error(`nothing with the id ${id} was delivered`);
    return this.#attempt(envelope, 1, "http_timeout");
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #attempt(envelope: Envelope, retry: number, reason?: string): Promise<DeliveryResult> {
    const attempt = { retry, ...(reason ? { reason } : {}) };
    const { ackTimeoutMs, signingSecret } = this.#options;
    const result =
      this.#hub.connected > 0 || !this.requestUrl
        ? await this.#hub.send(envelope, attempt, ackTimeoutMs)
        : await postHttp({ requestUrl: this.requestUrl, signingSecret, ackTimeoutMs }, envelope, attempt);
    this.log.push({ ...result, envelope, retry });
    this.#onDelivered();
    return result;
  }

  #retryLater(envelope: Envelope, retry: number, last: DeliveryResult): void {
    const delay = this.#options.retryDelaysMs[retry - 1];
    if (last.acked || last.via === "none" || delay === undefined || this.#stopped) return;
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      this.#retryLater(envelope, retry + 1, await this.#attempt(envelope, retry, last.reason));
    }, delay);
    timer.unref();
    this.#timers.add(timer);
  }
}
