// Slack's request signature, v0: HMAC-SHA256 over `v0:TIMESTAMP:BODY`.
import { createHmac } from "node:crypto";

/** @param timestamp seconds; Slack's receivers refuse one older than five minutes */
export function signatureOf(signingSecret: string, timestamp: number, body: string): string {
  return `v0=${createHmac("sha256", signingSecret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
}
