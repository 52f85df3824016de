// Who writes a message in Intercom for its author in the source; a wrong author is never claimed, a name is said instead.
import type { DesiredContact, PartAuthor } from "../model/desired.ts";
import type { Ref, SourceNote, SourceRef } from "../model/source/source.ts";
import { repairText } from "../values/text.ts";
import type { TransformContext } from "./context.ts";

export interface Requester {
  readonly ref: SourceRef;
  /** The contact that the ticket names, before shared e-mails are merged. */
  readonly sourceId: string | undefined;
  /** The contact to create where the ticket names none that exists. */
  readonly placeholder?: DesiredContact;
}

export interface ResolvedAuthor {
  readonly author: PartAuthor;
  /** `[Name] ` in front of the text when somebody else writes for them; empty otherwise. */
  readonly prefix: string;
}

/** A name for people: repaired, one line, without the brackets that the prefix uses. */
export function sayName(name: string | undefined, otherwise: string): string {
  const text = repairText(name ?? "")
    .text.replace(/[[\]\s]+/g, " ")
    .trim();
  return text === "" ? otherwise : text.slice(0, 120).toWellFormed();
}

/**
 * The author of a note on a conversation of `requester`. Intercom lets contacts write comments only, and only those
 * who take part: a contact's internal note, another contact's reply and an author who is gone go through the fallback
 * admin, with the name in the text.
 */
export function resolveAuthor(
  note: SourceNote,
  internal: boolean,
  requester: Pick<Requester, "ref" | "sourceId" | "placeholder">,
  context: TransformContext,
): ResolvedAuthor {
  const { kind, id, name } = note.author;
  if (kind === "member") return resolveMember({ id: id ?? "", ...(name ? { name } : {}) }, context);
  const fallback: PartAuthor = { kind: "admin", id: context.fallbackAdminId };
  if (kind === "contact" && id !== undefined) {
    const spoken = sayName(name, `contact ${id}`);
    if (internal || !isRequester(id, requester, context)) {
      return { author: fallback, prefix: `[${spoken}] ` };
    }
    // The same mailbox, yet maybe another person than the one who opened the ticket.
    const another = id !== requester.sourceId && id !== requester.ref.id;
    return { author: { kind: "contact", source: requester.ref }, prefix: another ? `[${spoken}] ` : "" };
  }
  return { author: fallback, prefix: `[${sayName(name, "Unknown author")}] ` };
}

/** Somebody whose record is gone is the requester still, unless many share the stand-in. */
function isRequester(
  id: string,
  { ref, sourceId, placeholder }: Pick<Requester, "ref" | "sourceId" | "placeholder">,
  context: TransformContext,
): boolean {
  if (id === ref.id || context.canonicalContact(id) === ref.id) return true;
  return id === sourceId && placeholder?.email !== undefined;
}

/** A member's admin, or the fallback admin with the member's name. */
export function resolveMember(member: Ref, context: TransformContext): ResolvedAuthor {
  const id = context.adminByMember.get(member.id);
  if (id !== undefined) return { author: { kind: "admin", id }, prefix: "" };
  const spoken = nameOfMember(member, context);
  return { author: { kind: "admin", id: context.fallbackAdminId }, prefix: `[${spoken}] ` };
}

export function nameOfMember(member: Ref, context: TransformContext): string {
  const name = context.memberById.get(member.id)?.name ?? member.name;
  return sayName(name, member.id === "" ? "Unknown member" : `member ${member.id}`);
}
