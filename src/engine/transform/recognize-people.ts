// Whoever a text names by login, address or name, where no reference says who it was: the same rule on every path.
import type { SourceNote, TicketBundle } from "../model/source/source.ts";
import { readAddress } from "./contact.ts";
import type { TransformContext } from "./context.ts";
import type { Requester } from "./people.ts";

/** The bundle with its authors recognized; who is not stays unknown. */
export function recognizePeople(
  bundle: TicketBundle,
  requester: Requester,
  context: TransformContext,
): TicketBundle {
  return {
    ...bundle,
    notes: bundle.notes.map((note) => {
      const author = recognizeAuthor(note.author, bundle, requester, context);
      return author === note.author ? note : { ...note, author };
    }),
    timeEntries: bundle.timeEntries.map((entry) => {
      if (context.memberById.has(entry.member.id)) return entry;
      const member = context.memberByName.get(entry.member.name?.trim().toLowerCase() ?? "");
      return member ? { ...entry, member: { id: member.id, name: member.name } } : entry;
    }),
  };
}

function recognizeAuthor(
  author: SourceNote["author"],
  { ticket }: TicketBundle,
  requester: Requester,
  context: TransformContext,
): SourceNote["author"] {
  const { kind, name } = author;
  if (kind !== "unknown" || name === undefined) return author;
  const member = context.memberByName.get(name.trim().toLowerCase());
  if (member) return { kind: "member", id: member.id, name: member.name };
  const address = readAddress(name);
  if (address === undefined) return author;
  const contact = context.contactByAddress?.(address);
  if (contact !== undefined) return { kind: "contact", id: contact, name };
  if (address !== readAddress(ticket.contactEmail)) return author;
  return { kind: "contact", id: requester.sourceId ?? requester.ref.id, name };
}
