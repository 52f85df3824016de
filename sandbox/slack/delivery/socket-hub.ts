// Socket Mode: the sockets an app has open, what was sent down them and what came back.
import type { WebSocket } from "ws";
import type { DeliveryResult, Loose } from "../types.ts";
import type { Attempt, Envelope } from "./envelope.ts";

const pingEveryMs = 5000;

export class SocketHub {
  readonly #sockets = new Set<WebSocket>();
  readonly #waiting = new Map<string, (body: unknown) => void>();
  readonly #appId: string;
  #sent = 0;

  constructor(appId: string) {
    this.#appId = appId;
  }

  get connected(): number {
    return this.#sockets.size;
  }

  /** Greets a new socket and listens for its acknowledgements. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    // undici's client watches for pings, and drops a line that has none.
    const pinging = setInterval(() => socket.ping(), pingEveryMs);
    pinging.unref();
    socket.on("close", () => {
      clearInterval(pinging);
      this.#sockets.delete(socket);
    });
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id?: string; payload?: Loose };
      this.#waiting.get(envelope_id ?? "")?.(
        payload && Object.keys(payload).length > 0 ? payload : undefined,
      );
    });
    socket.send(
      JSON.stringify({
        type: "hello",
        num_connections: this.#sockets.size,
        connection_info: { app_id: this.#appId },
        debug_info: { host: "sandbox", approximate_connection_time: 18_060 },
      }),
    );
  }

  /** Sends to one socket, the newest; resolves with its ack or after `timeoutMs`. */
  send(envelope: Envelope, attempt: Attempt, timeoutMs: number): Promise<DeliveryResult> {
    const socket = [...this.#sockets].at(-1);
    if (!socket) return Promise.resolve({ acked: false, via: "none", status: 0, reason: "not_delivered" });
    this.#sent += 1;
    const envelopeId = `${envelope.id}-${this.#sent}`;
    return new Promise((resolve) => {
      const settle = (result: DeliveryResult) => {
        clearTimeout(timer);
        this.#waiting.delete(envelopeId);
        resolve(result);
      };
      const timer = setTimeout(
        () => settle({ acked: false, via: "socket", status: 0, reason: "http_timeout" }),
        timeoutMs,
      );
      this.#waiting.set(envelopeId, (body) => settle({ acked: true, via: "socket", status: 200, body }));
      socket.send(
        JSON.stringify({
          envelope_id: envelopeId,
          type: envelope.kind,
          payload: envelope.payload,
          accepts_response_payload: envelope.kind !== "events_api",
          ...(envelope.kind === "events_api"
            ? { retry_attempt: attempt.retry, retry_reason: attempt.reason ?? "" }
            : {}),
        }),
      );
    });
  }

  /** Slack recycles connections: asks politely, or cuts the line. */
  disconnect(how: "refresh_requested" | "cut" = "refresh_requested"): void {
    for (const socket of this.#sockets) {
      if (how === "cut") socket.terminate();
      else socket.send(JSON.stringify({ type: "disconnect", reason: how, debug_info: { host: "sandbox" } }));
    }
  }
}
