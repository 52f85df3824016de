// What a journal would know, and what Intercom would hold, after some operations were written.
import type { Desired, DesiredConversation } from "../../../src/engine/model/desired.ts";
import type { ObservedConversation, ObservedPart } from "../../../src/engine/model/observed.ts";
import type { Applied, AppliedStep, Operation } from "../../../src/engine/model/operation.ts";
import type { SourceRef } from "../../../src/engine/model/source/source.ts";
import { toIntercomHtml } from "../../../src/engine/values/text.ts";

export function afterWriting(
  applied: Applied,
  operations: readonly Operation[],
  facts: Partial<AppliedStep> = {},
): Applied {
  const next = new Map(applied);
  for (const { step, contentHash } of operations) {
    next.set(step, { step, contentHash, state: "done", created: true, ...facts });
  }
  return next;
}

export const resolve = (ref: SourceRef): string => `${ref.type}-${ref.id}`;

/** Intercom's own wrapping of texts, unlike ours. */
export function observe(desired: DesiredConversation): ObservedConversation {
  return {
    kind: "conversation",
    id: "c1",
    contactId: resolve(desired.contact),
    author: { kind: "contact", id: resolve(desired.contact) },
    ...(desired.company ? { companyId: resolve(desired.company) } : {}),
    title: desired.title,
    body: `<div>${toIntercomHtml(desired.body)}</div>`,
    createdAt: desired.createdAt,
    updatedAt: desired.createdAt,
    parts: [...desired.parts.map(observePart), closePart(desired)],
    partsCut: false,
    attributes: Object.fromEntries(
      Object.entries(desired.attributes).map(([name, value]) => [name, asIntercom(value)]),
    ),
    ...(desired.teamId ? { teamId: desired.teamId } : {}),
    ...(desired.adminId ? { adminId: desired.adminId } : {}),
    state: desired.state,
  };
}

function observePart(part: DesiredConversation["parts"][number], at: number): ObservedPart {
  const { author, messageType, body, createdAt } = part;
  return {
    id: `p${at}`,
    messageType,
    partType: messageType,
    author: { kind: author.kind, id: author.kind === "admin" ? author.id : resolve(author.source) },
    body: author.kind === "admin" ? body.replaceAll("<br>", "<br/>") : toIntercomHtml(body),
    createdAt,
  };
}

const closePart = (desired: Desired & { readonly createdAt: number }): ObservedPart => ({
  id: "close",
  messageType: "other",
  partType: "close",
  author: { kind: "admin", id: "900" },
  body: "",
  createdAt: desired.createdAt,
});

/** Datetimes come back as Unix seconds. */
const asIntercom = (value: string | number | boolean) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) / 1000 : value;
