// Tickets with something odd about them, at known places, so that a test can ask for one by its name.
import { infoOf, isoSeconds, MINUTE, naive } from "./info.ts";
import { makeNote, noteId } from "./notes.ts";
import { hugeText, ODD_TEXTS } from "./odd-texts.ts";
import type { ServiceNote, Ticket, TicketBase } from "./records.ts";

export const ODD_NAMES = [
  "longThread",
  "missingContact",
  "deletedContact",
  "deletedCompany",
  "deletedOwner",
  "nullPriority",
  "missingPriority",
  "naiveDates",
  "noNotes",
  "noOpening",
  "twinNotes",
  "hugeNote",
  "nul",
  "brokenSurrogate",
  "invisible",
  "mixedLines",
  "slackControl",
  "html",
  "safeLinks",
  "emoji",
  "empty",
  "instruction",
  "markdown",
  "formula",
  "rtl",
  "inlineImage",
  "manyDocuments",
  "bigDocument",
  "mergeParent",
  "mergedTicket",
  "parentTicket",
  "childTicket",
  "secondChildTicket",
  "completedNotClosed",
] as const;

export type OddName = (typeof ODD_NAMES)[number];
/** Ticket id by name of the oddity; with few tickets, the later names are absent. */
export type OddTickets = Readonly<Partial<Record<OddName, number>>>;

/** Index of the ticket that carries an oddity, spread over all of them. */
export function oddIndex(at: number, count: number): number | undefined {
  const step = Math.max(1, Math.floor(count / (ODD_NAMES.length + 1)));
  const index = (at + 1) * step - 1;
  return index < count ? index : undefined;
}

/** What the oddity changes on the ticket itself. */
export function twistTicket(
  name: OddName,
  ticket: Ticket,
  find: (name: OddName) => Ticket | undefined,
): Ticket {
  const { contact, contactName, contactEmailAddress, contactPhoneNumber, priority, ...rest } = ticket;
  const withPriority = priority === undefined ? {} : { priority };
  const relative = (other: OddName) => find(other);
  switch (name) {
    case "missingContact":
      return { ...rest, ...withPriority };
    case "deletedContact":
      return { ...ticket, contact: { id: 99_001, name: "Dana Former" }, contactName: "Dana Former" };
    case "deletedCompany":
      return { ...ticket, company: { id: 99_002, identifier: "GoneInc", name: "Gone Inc" } };
    case "deletedOwner":
      return { ...ticket, owner: { id: 99_003, identifier: "OldTech", name: "Old Technician" } };
    case "nullPriority":
      return { ...ticket, priority: null };
    case "missingPriority": {
      const { priority: _gone, ...without } = ticket;
      return without;
    }
    case "naiveDates":
      return {
        ...ticket,
        ...(ticket.closedDate ? { closedDate: naive(ticket.closedDate) } : {}),
        _info: { ...ticket._info, dateEntered: naive(ticket._info.dateEntered) },
      };
    case "slackControl":
      return { ...ticket, summary: "<!channel> invoice & <b>printer</b> *urgent*" };
    case "emoji":
      return { ...ticket, summary: "Works again 🎉 (was: no sound)" };
    case "formula":
      return { ...ticket, summary: ODD_TEXTS.formula };
    case "mergeParent":
      return { ...ticket, hasChildTicket: true, hasMergedChildTicketFlag: true };
    case "mergedTicket": {
      const parent = relative("mergeParent");
      return parent ? { ...ticket, mergedParentTicket: { id: parent.id, summary: parent.summary } } : ticket;
    }
    case "parentTicket":
      return { ...ticket, hasChildTicket: true };
    case "childTicket":
    case "secondChildTicket": {
      const parent = relative("parentTicket");
      return parent ? { ...ticket, parentTicketId: parent.id } : ticket;
    }
    case "completedNotClosed": {
      const { closedDate, closedBy, type, subType, item, team, ...open } = ticket;
      const board = { id: 1, name: "Help Desk" };
      const kept =
        ticket.board.id === board.id ? { ...(type ? { type } : {}), ...(team ? { team } : {}) } : {};
      return { ...open, ...kept, board, status: { id: 105, name: "Completed" }, closedFlag: false };
    }
    default:
      return ticket;
  }
}

/** Long for a reader, and just short of Intercom's throttle on one conversation, which would cost a demo ten seconds. */
const LONG_THREAD_NOTES = 45;

function longThread(ticket: TicketBase, notes: ServiceNote[], nowMs: number): ServiceNote[] {
  const startMs = Date.parse(notes[0]?.dateCreated ?? ticket._info.dateEntered);
  const step = Math.min(90 * MINUTE, Math.floor((nowMs - startMs) / (LONG_THREAD_NOTES + 2)));
  const more = Array.from({ length: LONG_THREAD_NOTES }, (_, at) => {
    const by = at % 5 === 4 ? "internal" : at % 2 === 0 ? "tech" : "contact";
    const text =
      at % 2 === 0
        ? `Update ${at + 1}: still watching the logs, no drop so far.`
        : `Happened again just now (${at + 1}).`;
    return makeNote(ticket, noteId(ticket.id, 100 + at), { by, text }, startMs + (at + 1) * step);
  });
  return [...notes.slice(0, 1), ...more];
}

/** What the oddity changes on the ticket's notes. `imageUrl` is where an inline image of this tenant lies. */
export function twistNotes(
  name: OddName,
  notes: ServiceNote[],
  ticket: TicketBase,
  context: { nowMs: number; imageUrl: string },
): ServiceNote[] {
  const [first] = notes;
  if (!first) return notes;
  const rest = notes.slice(1);
  const text = (value: string) => [{ ...first, text: value }, ...rest];
  if (name === "longThread") return longThread(ticket, notes, context.nowMs);
  if (name === "noNotes") return [];
  if (name === "noOpening")
    return [{ ...first, detailDescriptionFlag: false, internalAnalysisFlag: true }, ...rest];
  if (name === "hugeNote") return text(hugeText());
  if (name === "inlineImage")
    return text(
      `The error looks like this:\r\n![image](${context.imageUrl})\r\n<img src="${context.imageUrl}" />`,
    );
  if (name === "twinNotes") return [first, { ...first, id: noteId(ticket.id, 900) }, ...rest];
  if (name === "naiveDates") return notes.map((note) => ({ ...note, dateCreated: naive(note.dateCreated) }));
  const odd = (ODD_TEXTS as Readonly<Record<string, string>>)[name];
  return odd === undefined ? notes : text(odd);
}

/** A ticket's clock moved: the audit trail of the drill. */
export function touched<T extends TicketBase>(ticket: T, atMs: number, by: string): T {
  return {
    ...ticket,
    _info: {
      ...infoOf(0, atMs, by),
      dateEntered: ticket._info.dateEntered,
      enteredBy: ticket._info.enteredBy,
      lastUpdated: isoSeconds(atMs),
    },
  };
}
