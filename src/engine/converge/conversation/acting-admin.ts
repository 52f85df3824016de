// Who assigns, closes and writes notes about edits in a conversation of ours.
import { AbortError } from "../../errors.ts";
import type { DesiredConversation } from "../../model/desired.ts";

/** Assignments and states are an admin's acts: the conversation's own admin, else one who writes in it. */
export function actingAdmin(desired: DesiredConversation): string {
  if (desired.actingAdminId !== undefined) return desired.actingAdminId;
  if (desired.adminId !== undefined) return desired.adminId;
  const author = desired.parts.find((part) => part.author.kind === "admin")?.author;
  if (author?.kind === "admin") return author.id;
  throw new AbortError({ code: "no_acting_admin", args: { ticketId: desired.source.id } });
}
