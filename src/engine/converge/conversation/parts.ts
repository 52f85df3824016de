// Operations of a conversation's parts; a written part can't change, so an edit follows as a note.
import type { RecordLink } from "../../model/action.ts";
import type { DesiredPart } from "../../model/desired.ts";
import { contentHash } from "../../model/hash.ts";
import type { Operation } from "../../model/operation.ts";
import type { SourceRef } from "../../model/source/source.ts";
import { printStep } from "../../model/step.ts";
import { escapeHtml, toIntercomHtml } from "../../values/text.ts";

export function partHash(part: DesiredPart): string {
  return part.digest ?? contentHash(part);
}

/** What stands in the body of a note that leads to another conversation, for its address and for its id. */
export const LINK_HREF = "cutover:conversation";
export const LINK_ID = "{conversation}";

/** With the id in its place: as people read it. */
export function nameLink(part: DesiredPart, idOf: (ref: SourceRef) => string): DesiredPart {
  const { link, body } = part;
  return link === undefined ? part : { ...part, body: body.replace(LINK_ID, () => escapeHtml(idOf(link))) };
}

const linksTo = (id: string): readonly RecordLink[] => [{ href: LINK_HREF, kind: "conversation", id }];

export function partOperation(source: SourceRef, part: DesiredPart): Operation {
  const { author, messageType, createdAt, attachments, link } = part;
  return {
    source,
    step: printStep({ kind: "part", key: part.key }),
    contentHash: partHash(part),
    build: (resolve) => ({
      kind: "add-part",
      conversationId: resolve(source),
      author:
        author.kind === "admin"
          ? { kind: "admin", id: author.id }
          : { kind: "contact", id: resolve(author.source) },
      messageType,
      body: nameLink(part, resolve).body,
      createdAt,
      ...(attachments === undefined ? {} : { attachments }),
      ...(link === undefined ? {} : { links: linksTo(resolve(link)) }),
    }),
  };
}

/** The body of the note that follows a text edited in ConnectWise after it was moved. */
export function revisionBody(part: Pick<DesiredPart, "author" | "body">): string {
  const now = part.author.kind === "admin" ? part.body : toIntercomHtml(part.body);
  return `<p>${escapeHtml("Edited in ConnectWise since it was moved. The text is now:")}</p>${now}`;
}

/**
 * An internal note with the new text and its files, at the old one's time. Its step names the new content, so it is written once
 * per version; a text that returns to a version already told of adds nothing.
 */
export function revisionOperation(source: SourceRef, part: DesiredPart, adminId: string): Operation {
  const hash = partHash(part);
  return {
    source,
    step: printStep({ kind: "revision", key: part.key, version: hash.slice(0, 8) }),
    contentHash: hash,
    build: (resolve) => ({
      kind: "add-part",
      conversationId: resolve(source),
      author: { kind: "admin", id: adminId },
      messageType: "note",
      body: revisionBody(part),
      createdAt: part.createdAt,
      ...(part.attachments === undefined ? {} : { attachments: part.attachments }),
    }),
  };
}
