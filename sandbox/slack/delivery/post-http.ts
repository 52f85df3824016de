// Delivers over HTTP: signed, three seconds to answer, the body as each kind of request has it.
import type { DeliveryResult } from "../types.ts";
import type { Attempt, Envelope } from "./envelope.ts";
import { signatureOf } from "./sign.ts";

export interface HttpTarget {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly ackTimeoutMs: number;
}

const form = (fields: Record<string, unknown>): string =>
  new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(v)])).toString();

function encode({ kind, payload }: Envelope): { type: string; body: string } {
  if (kind === "events_api") return { type: "application/json", body: JSON.stringify(payload) };
  const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : payload;
  return { type: "application/x-www-form-urlencoded", body: form(fields) };
}

/** An acknowledgement's body: JSON, plain text, or nothing. */
function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export async function postHttp(
  target: HttpTarget,
  envelope: Envelope,
  attempt: Attempt,
): Promise<DeliveryResult> {
  const { type, body } = encode(envelope);
  const timestamp = Math.floor(Date.now() / 1000);
  const headers: Record<string, string> = {
    "content-type": type,
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": signatureOf(target.signingSecret, timestamp, body),
  };
  if (attempt.retry > 0) {
    headers["x-slack-retry-num"] = String(attempt.retry);
    headers["x-slack-retry-reason"] = attempt.reason ?? "http_error";
  }
  try {
    const signal = AbortSignal.timeout(target.ackTimeoutMs);
    const answer = await fetch(target.requestUrl, { method: "POST", headers, body, signal });
    const parsed = parseBody(await answer.text());
    const acked = answer.status === 200;
    return {
      acked,
      via: "http",
      status: answer.status,
      body: parsed,
      ...(acked ? {} : { reason: "http_error" }),
    };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { acked: false, via: "http", status: 0, reason: timedOut ? "http_timeout" : "connection_failed" };
  }
}
