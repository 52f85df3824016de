// A conversation as Intercom would show it if everything arrived.
import type { DesiredConversation, DesiredPart } from "../../model/desired.ts";
import type { ObservedConversation } from "../../model/observed.ts";
import type { SourceRef } from "../../model/source/source.ts";
import { LINK_HREF, nameLink } from "./parts.ts";

type IdOf = (ref: SourceRef) => string;

export function expectConversation(desired: DesiredConversation, idOf: IdOf): ObservedConversation {
  const contact = { kind: "contact", id: idOf(desired.contact) } as const;
  return {
    ...desired,
    id: idOf(desired.source),
    contactId: contact.id,
    author: contact,
    ...(desired.company === undefined ? {} : { companyId: idOf(desired.company) }),
    updatedAt: desired.createdAt,
    partsCut: false,
    parts: desired.parts.map((part) => expectPart(part, idOf)),
  };
}

function expectPart(part: DesiredPart, idOf: IdOf): ObservedConversation["parts"][number] {
  const { key, author, messageType, body, createdAt, attachments } = expectLink(part, idOf);
  return {
    id: key,
    messageType,
    partType: messageType,
    author: author.kind === "admin" ? author : { kind: "contact", id: idOf(author.source) },
    body,
    createdAt,
    ...(attachments ? { attachments } : {}),
  };
}

function expectLink(part: DesiredPart, idOf: IdOf): DesiredPart {
  const { link } = part;
  if (link === undefined) return part;
  const named = nameLink(part, idOf);
  return { ...named, body: named.body.replace(LINK_HREF, () => idOf(link)) };
}
