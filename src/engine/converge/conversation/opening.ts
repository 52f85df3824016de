// The message that opens a conversation; Intercom makes the conversation by it.
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Operation } from "../../model/operation.ts";

/**
 * The hash leaves the contact out: who opened a conversation can't be changed, so another requester in the source is
 * a discrepancy for the certificate and no edit of the text.
 */
export function openingStep(desired: DesiredConversation): Operation {
  const { source, contact, body, createdAt } = desired;
  return {
    source,
    step: "create",
    contentHash: contentHash({ body, createdAt }),
    build: (resolve) => ({
      kind: "create-conversation",
      contactId: resolve(contact),
      role: "user",
      body,
      createdAt,
    }),
  };
}

/** The opening message, in the shape of a part, so that an edit of it is told in the same way. */
export function openingAsPart(desired: DesiredConversation): DesiredPart {
  return {
    key: "opening",
    author: { kind: "contact", source: desired.contact },
    messageType: "comment",
    body: desired.body,
    createdAt: desired.createdAt,
    digest: openingStep(desired).contentHash,
  };
}
