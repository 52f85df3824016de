// Notes of tickets, made when asked for from the ticket's story; what a drill adds or changes is kept over them.
import { fillSlots } from "./corpus/template.ts";
import { infoOf, isoSeconds } from "./info.ts";
import type { ServiceNote, TicketBase } from "./records.ts";
import { type StoryEvent, tellStory } from "./story.ts";
import { slotsFor } from "./ticket-fields.ts";

/** Room for 999 made notes a ticket, ids unique over all tickets and within 32 bits up to ticket 2,147,482. */
export function noteId(ticketId: number, at: number): number {
  return ticketId * 1000 + at;
}

export function makeNote(
  ticket: TicketBase,
  id: number,
  event: Omit<StoryEvent, "atMs">,
  atMs: number,
): ServiceNote {
  const byContact = event.by === "contact" || event.by === "opening";
  const fromMachine = event.by === "opening" && ticket.source?.name === "RMM";
  const author = byContact ? ticket.contact : ticket.owner;
  const createdBy = fromMachine
    ? "Automate"
    : byContact
      ? (ticket.contactEmailAddress ?? ticket.contactName ?? "portal")
      : (ticket.owner?.identifier ?? "Admin1");
  return {
    id,
    ticketId: ticket.id,
    text: event.text,
    detailDescriptionFlag: event.by !== "internal" && event.by !== "resolution",
    internalAnalysisFlag: event.by === "internal",
    resolutionFlag: event.by === "resolution",
    issueFlag: false,
    ...(author && !fromMachine ? { [byContact ? "contact" : "member"]: author } : {}),
    customerUpdatedFlag: event.by === "contact",
    processNotifications: false,
    dateCreated: isoSeconds(atMs),
    createdBy,
    // As in recorded answers: both are true of every note, whoever may see it.
    internalFlag: true,
    externalFlag: true,
    _info: infoOf(atMs, atMs, createdBy),
  };
}

/** True when the customer does not see it: the Internal box is ticked, or none is. */
export function isInternalNote(
  note: Pick<ServiceNote, "detailDescriptionFlag" | "internalAnalysisFlag" | "resolutionFlag">,
): boolean {
  return note.internalAnalysisFlag || !(note.detailDescriptionFlag || note.resolutionFlag);
}

export interface NoteBook {
  /** The notes of a ticket, oldest first. Empty for a ticket that isn't there. */
  of(ticketId: number): readonly ServiceNote[];
  /** Replaces the notes of a ticket; what was made from the story is no longer asked. */
  put(ticketId: number, notes: readonly ServiceNote[]): void;
}

export interface NoteSource {
  readonly seed: number;
  readonly nowMs: number;
  find(ticketId: number): { readonly ticket: TicketBase; readonly kind: "service" | "project" } | undefined;
  /** Changes that an odd case makes to the notes of its ticket. */
  twist(ticketId: number, notes: ServiceNote[], ticket: TicketBase): ServiceNote[];
}

export function makeNoteBook(source: NoteSource): NoteBook {
  const kept = new Map<number, readonly ServiceNote[]>();
  return {
    of(ticketId) {
      const own = kept.get(ticketId);
      if (own) return own;
      const found = source.find(ticketId);
      if (!found) return [];
      const { ticket, kind } = found;
      const createdMs = Date.parse(ticket._info.dateEntered.replace(/Z?$/, "Z"));
      const story = tellStory(source.seed, ticketId, createdMs, source.nowMs, kind);
      const slots = slotsFor(story, {
        contactName: ticket.contactName ?? "",
        companyName: ticket.company.name,
        siteName: ticket.site?.name ?? "the office",
        techName: ticket.owner?.name ?? "Service Desk",
      });
      const notes = story.events.map((event, at) =>
        makeNote(
          ticket,
          noteId(ticketId, at + 1),
          { by: event.by, text: fillSlots(event.text, slots) },
          event.atMs,
        ),
      );
      return source.twist(ticketId, notes, ticket);
    },
    put(ticketId, notes) {
      kept.set(ticketId, notes);
    },
  };
}
