// Holds the run to silence: an answer that shows something going out to a customer stops everything.
import { AbortError } from "../../../errors.ts";
import type { ConversationAnswer } from "../api/schema.ts";

/** Why a conversation's answer looks as if something left; undefined when it is silent. */
export function findOutboundSign(answer: ConversationAnswer): string | undefined {
  const deliveredAs = answer.source?.delivered_as;
  if (deliveredAs && deliveredAs !== "customer_initiated") return `it was delivered as "${deliveredAs}"`;
  for (const part of answer.conversation_parts?.conversation_parts ?? []) {
    const author = part.author?.type;
    if (author === "bot" && part.part_type === "comment") {
      return `a bot answered it (part ${part.id})`;
    }
    if (author === "admin" && part.email_message_metadata) {
      return `part ${part.id} left as an e-mail`;
    }
  }
  return undefined;
}

/** @throws AbortError `outbound_detected` */
export function assertSilent(answer: ConversationAnswer, requestId?: string): void {
  const sign = findOutboundSign(answer);
  if (sign === undefined) return;
  throw new AbortError({
    code: "outbound_detected",
    message: `Something went out to a customer from imported conversation ${answer.id}: ${sign}.`,
    remedy:
      "Pause workflows, Fin, surveys and auto-replies in Intercom (or except conversations made by API), then resume.",
    ...(requestId === undefined ? {} : { requestId }),
  });
}
