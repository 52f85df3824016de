// A digest of everything that a customer would see: equal before a run and after its rollback.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { settleArchives } from "./companies.ts";
import { visibleAttributes } from "./custom-attributes.ts";
import type { Attachment } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** Addresses of attachments differ at every upload, so they don't count. */
const assembleFiles = (attachments: readonly Attachment[]) =>
  attachments.map(({ name, content_type, filesize }) => ({ name, content_type, filesize }));

/** Every visible record as `[kind, id, content]`. Times, ids and what is archived of definitions don't count. */
function* assembleVisible(workspace: Workspace): Generator<[kind: string, id: string, content: object]> {
  settleArchives(workspace);
  const ofData = (name: string) => workspace.dataAttributeByName.has(name);
  const ofConversation = (name: string) => workspace.conversationAttributeByName.has(name);
  for (const c of workspace.contacts.values()) {
    const { updated_at, last_replied_at, last_contacted_at, searchableAtMs, custom_attributes, ...content } =
      c;
    const company_ids = [...c.company_ids].sort();
    const attributes = visibleAttributes(custom_attributes, ofData);
    yield ["contact", c.id, { ...content, company_ids, custom_attributes: attributes }];
  }
  for (const c of workspace.companies.values()) {
    const { updated_at, last_request_at, contactIds, archiveAtMs, custom_attributes, ...content } = c;
    yield ["company", c.id, { ...content, custom_attributes: visibleAttributes(custom_attributes, ofData) }];
  }
  for (const c of workspace.conversations.values()) {
    const { updated_at, waiting_since, searchableAtMs, unreadable, custom_attributes, ...rest } = c;
    const { parts, attachments, ...content } = rest;
    yield [
      "conversation",
      c.id,
      {
        ...content,
        attachments: assembleFiles(attachments),
        custom_attributes: visibleAttributes(custom_attributes, ofConversation),
        parts: parts.map((part) => ({ ...part, attachments: assembleFiles(part.attachments) })),
      },
    ];
  }
  for (const [name, { updated_at, options, ...content }] of workspace.conversationAttributeByName) {
    const active = options.filter((option) => !option.archived);
    yield ["conversation_attribute", name, { ...content, options: active }];
  }
  for (const [name, { updated_at, ...content }] of workspace.dataAttributeByName) {
    yield ["data_attribute", name, content];
  }
  for (const team of workspace.teams.values()) yield ["team", team.id, team];
  for (const tag of workspace.tags.values()) yield ["tag", tag.id, tag];
  for (const { updated_at, ...content } of workspace.articles.values())
    yield ["article", content.id, content];
  for (const { updated_at, ...content } of workspace.collections.values()) {
    yield ["collection", content.id, content];
  }
}

/** SHA-256, hexadecimal; the order in which records came doesn't matter. */
export function computeStateHash(workspace: Workspace): string {
  const lines: string[] = [];
  for (const [kind, id, content] of assembleVisible(workspace)) {
    const digest = createHash("sha256")
      .update(canonicalize(content) ?? "")
      .digest("base64url");
    lines.push(`${kind} ${id} ${digest}`);
  }
  const all = createHash("sha256");
  for (const line of lines.sort()) all.update(line).update("\n");
  return all.digest("hex");
}
