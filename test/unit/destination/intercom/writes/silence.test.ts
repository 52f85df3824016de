// Signs in an answer that something went out to a customer.
import { expect, it } from "vitest";
import type { ConversationAnswer } from "../../../../../src/engine/destination/intercom/api/schema.ts";
import {
  assertSilent,
  findOutboundSign,
} from "../../../../../src/engine/destination/intercom/writes/silence.ts";
import { AbortError } from "../../../../../src/engine/errors.ts";

type Part = NonNullable<NonNullable<ConversationAnswer["conversation_parts"]>["conversation_parts"]>[number];

function answer(part: Partial<Part> = {}, deliveredAs = "customer_initiated"): ConversationAnswer {
  const own: Part = {
    ...{ id: "1", part_type: "comment", body: "Hi", created_at: 1, email_message_metadata: null },
    author: { type: "admin", id: "9" },
    ...part,
  };
  return {
    ...{ id: "5", created_at: 1, updated_at: 1, state: "open" },
    source: { body: "x", delivered_as: deliveredAs },
    conversation_parts: { conversation_parts: [own], total_count: 1 },
  };
}

it("is silent about an imported conversation with an admin's reply", () => {
  expect(findOutboundSign(answer())).toBeUndefined();
});

it("sees a bot's answer, an e-mail that left, and a conversation that an automation started", () => {
  expect(findOutboundSign(answer({ author: { type: "bot", id: "1" } }))).toMatchObject({
    kind: "bot-answered",
  });
  expect(findOutboundSign(answer({ email_message_metadata: { subject: "Re" } }))).toMatchObject({
    kind: "e-mail",
  });
  expect(findOutboundSign(answer({}, "automated"))).toEqual({ kind: "delivered-as", as: "automated" });
});

it("stops the run with what to do", () => {
  const act = () => assertSilent(answer({ author: { type: "bot", id: "1" } }), "req-1");
  expect(act).toThrow(AbortError);
  expect(act).toThrow(expect.objectContaining({ code: "outbound_detected", requestId: "req-1" }));
});
