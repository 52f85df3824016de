// Which note opened a ticket, what the conversation's first message is, and what must be said about it.
import { SkipError } from "../errors.ts";
import type { Alteration } from "../model/desired.ts";
import type { SourceNote, SourceTicket, TicketBundle } from "../model/source/source.ts";
import { isBelievable, toUnix } from "../values/dates.ts";
import { repairText } from "../values/text.ts";
import { addressContact, placeholderContact, readAddress } from "./contact.ts";
import type { TransformContext } from "./context.ts";
import { nameOfMember, type Requester, sayName } from "./people.ts";

export function resolveRequester(ticket: SourceTicket, context: TransformContext): Requester {
  const sourceId = ticket.contact?.id;
  const id = sourceId === undefined ? undefined : context.canonicalContact(sourceId);
  if (id !== undefined) return { ref: { type: "contact", id }, sourceId };
  const address = readAddress(ticket.contactEmail);
  if (address === undefined) {
    const placeholder = placeholderContact(ticket, context);
    return { ref: placeholder.source, sourceId, placeholder };
  }
  const found = context.contactByAddress?.(address);
  const known = found === undefined ? undefined : context.canonicalContact(found);
  if (known !== undefined) return { ref: { type: "contact", id: known }, sourceId: found };
  const own = addressContact(address, ticket, context);
  return { ref: own.source, sourceId, placeholder: own };
}

/** A member's first public note later than this after the ticket's entry is a reply, not what opened it. */
const OPENING_SECONDS = 3600;

/**
 * The first public discussion note: ConnectWise writes a ticket's initial description there. It becomes the
 * requester's message even if a member typed it in for them (Intercom opens conversations by contacts alone; an
 * internal note then says who did), but a member's later note is a reply and never put into the requester's mouth.
 */
export function findOpening({ ticket, notes }: TicketBundle): SourceNote | undefined {
  const first = notes.find((note) => note.kind === "discussion" && !note.internal);
  if (!first || repairText(first.text).text.trim() === "") return undefined;
  const entered = toUnix(ticket.dateEntered);
  const written = toUnix(first.dateCreated);
  const late = entered !== undefined && written !== undefined && written - entered > OPENING_SECONDS;
  return first.author.kind === "member" && late ? undefined : first;
}

/** Unix seconds; throws a SkipError where the source has no believable time: "now" is never put in its place. */
export function openingTime(
  bundle: TicketBundle,
  opening: SourceNote | undefined,
  runAt: number,
  alterations: Alteration[],
): number {
  const { ticket } = bundle;
  const written = toUnix(opening?.dateCreated);
  if (isBelievable(written, runAt)) return written;
  const entered = toUnix(ticket.dateEntered);
  const earliest = ticket.dateEntered === undefined ? findEarliest(bundle, runAt) : undefined;
  if (earliest !== undefined) {
    const detail = { code: "date_earliest" } as const;
    alterations.push({ field: "createdAt", what: "replaced", detail });
    return earliest;
  }
  if (isBelievable(entered, runAt)) {
    if (opening) {
      const shown = opening.dateCreated.slice(0, 40);
      const detail = { code: "date_not_believable", args: { shown, instead: "entry" } } as const;
      alterations.push({ field: "createdAt", what: "replaced", detail });
    }
    return entered;
  }
  const dated = opening?.dateCreated ?? ticket.dateEntered ?? "nothing";
  throw new SkipError({
    code: "invalid_created_at",
    args: { of: "ticket", ticketId: ticket.id, dated: dated.slice(0, 40) },
  });
}

/** Unix seconds; undefined when the ticket has no believable date at all. */
function findEarliest({ ticket, notes, timeEntries }: TicketBundle, runAt: number): number | undefined {
  const dates = [
    ...[ticket.closedDate, ticket.dateResolved, ticket.lastUpdated],
    ...notes.map((note) => note.dateCreated),
    ...timeEntries.map((entry) => entry.timeStart),
  ];
  const times = dates.map((date) => toUnix(date)).filter((at) => isBelievable(at, runAt));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Sentences for the internal note about the opening: only what Intercom can't show by itself. */
export function describeOpening(
  ticket: SourceTicket,
  opening: SourceNote | undefined,
  requester: Requester,
  context: TransformContext,
): readonly string[] {
  const lines: string[] = [];
  const named = sayName(ticket.contact?.name ?? ticket.contactName, "a contact without a name");
  const address = ticket.contactEmail ? ` <${sayName(ticket.contactEmail, "")}>` : "";
  const own = requester.placeholder?.email === undefined ? undefined : requester.placeholder;
  if (own) {
    if (named !== sayName(own.name, "a contact without a name"))
      lines.push(`Reported by ${named}${address}.`);
  } else if (requester.placeholder) {
    const known = ticket.contact ?? ticket.contactName ?? ticket.contactEmail;
    lines.push(
      known
        ? `Requester in ConnectWise: ${named}${address}, who is not among the contacts that were moved.`
        : "ConnectWise names no contact for this ticket.",
    );
  } else if (requester.sourceId !== requester.ref.id) {
    lines.push(`Reported by ${named}${address}, who shares an e-mail address with this contact.`);
  }
  const author = opening?.author;
  if (author?.kind === "member") {
    const by = nameOfMember({ id: author.id ?? "", ...(author.name ? { name: author.name } : {}) }, context);
    lines.push(`Opened by ${by} for ${named}.`);
  } else if (author?.kind === "contact" && author.id !== undefined && author.id !== requester.sourceId) {
    lines.push(`The opening message was written by ${sayName(author.name, `contact ${author.id}`)}.`);
  } else if (author?.kind === "unknown") {
    lines.push(`The opening message was written by ${sayName(author.name, "an unknown author")}.`);
  }
  if (ticket.mergedParentTicketId) lines.push(`Merged into ticket ${ticket.mergedParentTicketId}.`);
  if (ticket.parentTicketId) lines.push(`Child of ticket ${ticket.parentTicketId}.`);
  return lines;
}
