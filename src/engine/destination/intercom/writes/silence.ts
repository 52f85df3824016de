// Holds the run to silence: an answer that shows something going out to a customer stops everything.
import { AbortError } from "../../../errors.ts";
import type { WritingErrors } from "../../../model/sayings/errors-of-writing.ts";
import type { ConversationAnswer } from "../api/schema.ts";

type OutboundSign = WritingErrors["outbound_detected"]["sign"];

/** Why a conversation's answer looks as if something left; undefined when it is silent. */
export function findOutboundSign(answer: ConversationAnswer): OutboundSign | undefined {
  const deliveredAs = answer.source?.delivered_as;
  if (deliveredAs && deliveredAs !== "customer_initiated") return { kind: "delivered-as", as: deliveredAs };
  for (const part of answer.conversation_parts?.conversation_parts ?? []) {
    const author = part.author?.type;
    if (author === "bot" && part.part_type === "comment") {
      return { kind: "bot-answered", part: part.id, first: false };
    }
    if (author === "admin" && part.email_message_metadata) {
      return { kind: "e-mail", part: part.id };
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
    args: { conversationId: answer.id, sign },
    ...(requestId === undefined ? {} : { requestId }),
  });
}
