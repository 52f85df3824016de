// What people do in ConnectWise while a migration runs: each change moves the ticket's lastUpdated by a given clock.
import { findById } from "./desk.ts";
import { HOUR, infoOf, isoSeconds } from "./info.ts";
import { mutatePeople, type PeopleMutators } from "./mutate-people.ts";
import { makeNote, noteId } from "./notes.ts";
import { touched } from "./odd-cases.ts";
import type { ProjectTicket, ServiceNote, Ticket, TicketBase, TimeEntry } from "./records.ts";
import type { Tenant } from "./tenant.ts";

interface NewNote {
  readonly text: string;
  readonly by?: "contact" | "tech" | "internal" | "resolution";
  /** Leaves the ticket's lastUpdated alone: whether a note moves it isn't documented, so drills try both. */
  readonly quiet?: boolean;
}

export interface TenantMutators extends PeopleMutators {
  /** A new ticket, like the newest one but for `fields`; `opening` becomes its first note. */
  addTicket(fields?: Partial<Ticket>, opening?: string): Ticket;
  /** Throws a RangeError for a ticket that isn't there, as all of these do. */
  addNote(ticketId: number, note: NewNote): ServiceNote;
  editNote(ticketId: number, noteId: number, text: string): void;
  deleteNote(ticketId: number, noteId: number): void;
  updateTicket(ticketId: number, changes: Partial<Ticket>): Ticket | ProjectTicket;
  updateTimeEntry(entryId: number, changes: Partial<TimeEntry>): void;
  addTimeEntry(ticketId: number, entry: Partial<TimeEntry> & { readonly actualHours: number }): TimeEntry;
  /** Takes away the ticket with its notes and time entries, in both lists. */
  deleteTicket(ticketId: number): void;
}

const DRILL_NOTE_OFFSET = 500;

export function mutateTenant(tenant: Tenant, clock: () => Date): TenantMutators {
  const nowMs = () => Math.floor(clock().getTime() / 1000) * 1000;
  const replace = <T extends TicketBase>(list: T[], id: number, change: (ticket: T) => T): T | undefined => {
    const found = findById(list, id);
    if (!found) return undefined;
    const changed = change(found);
    list[list.indexOf(found)] = changed;
    return changed;
  };
  const change = (id: number, changes: Partial<Ticket>): Ticket | ProjectTicket => {
    // Notes are told from the ticket's fields: fix them before the fields move.
    tenant.noteBook.put(id, tenant.noteBook.of(id));
    const apply = <T extends TicketBase>(ticket: T) =>
      touched({ ...ticket, ...changes, id }, nowMs(), "PRaman");
    const service = replace(tenant.tickets, id, apply);
    const project = replace(tenant.projectTickets, id, apply);
    const changed = service ?? project;
    if (!changed) throw new RangeError(`no ticket ${id}`);
    return changed;
  };
  const changeNotes = (ticketId: number, id: number, text?: string) => {
    const notes = tenant.noteBook.of(ticketId);
    if (!notes.some((note) => note.id === id)) throw new RangeError(`no note ${id}`);
    change(ticketId, {});
    tenant.noteBook.put(
      ticketId,
      notes.flatMap((note) => {
        if (note.id !== id) return [note];
        const info = { ...note._info, lastUpdated: isoSeconds(nowMs()) };
        return text === undefined ? [] : [{ ...note, text, _info: info }];
      }),
    );
  };
  return {
    ...mutatePeople(tenant, clock),
    editNote: changeNotes,
    deleteNote: (ticketId, id) => changeNotes(ticketId, id),
    updateTimeEntry(entryId, changes) {
      const at = tenant.timeEntries.findIndex((entry) => entry.id === entryId);
      const found = tenant.timeEntries[at];
      if (!found) throw new RangeError(`no time entry ${entryId}`);
      const info = { ...found._info, lastUpdated: isoSeconds(nowMs()) };
      tenant.timeEntries[at] = { ...found, ...changes, id: entryId, _info: info };
      // The index of time entries is made again when the last one is another object.
      const last = tenant.timeEntries.at(-1);
      if (last) tenant.timeEntries[tenant.timeEntries.length - 1] = { ...last };
      if (found.ticket) change(found.ticket.id, {});
    },
    addTicket(fields = {}, opening = "Hello, a new problem since this morning. Please call me.") {
      const like = tenant.tickets.find((ticket) => ticket.recordType === "ServiceTicket");
      if (!like) throw new RangeError("the tenant has no ticket to take after");
      const last = Math.max(tenant.tickets.at(-1)?.id ?? 0, tenant.projectTickets.at(-1)?.id ?? 0);
      const { closedDate, closedBy, dateResolved, resolveMinutes, ...open } = like;
      const status = tenant.statuses.find((s) => s.board.id === (fields.board ?? like.board).id);
      const ticket: Ticket = {
        ...open,
        summary: "A new problem",
        ...(status ? { status: { id: status.id, name: status.name } } : {}),
        closedFlag: false,
        actualHours: 0,
        ...fields,
        id: last + 1,
        _info: infoOf(nowMs(), nowMs(), "PRaman"),
      };
      tenant.tickets.push(ticket);
      const event = { by: "opening" as const, text: opening };
      tenant.noteBook.put(ticket.id, [makeNote(ticket, noteId(ticket.id, 1), event, nowMs())]);
      return ticket;
    },
    addNote(ticketId, { text, by = "tech", quiet = false }) {
      const there = findById(tenant.projectTickets, ticketId) ?? findById(tenant.tickets, ticketId);
      const ticket = quiet && there ? there : change(ticketId, {});
      const notes = tenant.noteBook.of(ticketId);
      const added = makeNote(
        ticket,
        noteId(ticketId, DRILL_NOTE_OFFSET + notes.length),
        { by, text },
        nowMs(),
      );
      tenant.noteBook.put(ticketId, [...notes, added]);
      return added;
    },
    updateTicket: change,
    addTimeEntry(ticketId, entry) {
      const before = findById(tenant.projectTickets, ticketId) ?? findById(tenant.tickets, ticketId);
      if (!before) throw new RangeError(`no ticket ${ticketId}`);
      const member = before.owner ?? { id: 150, identifier: "PRaman", name: "Priya Raman" };
      const kind = findById(tenant.projectTickets, ticketId) ? "ProjectTicket" : "ServiceTicket";
      const added: TimeEntry = {
        company: before.company,
        chargeToId: ticketId,
        chargeToType: kind,
        member,
        timeStart: isoSeconds(nowMs() - entry.actualHours * HOUR),
        timeEnd: isoSeconds(nowMs()),
        hoursBilled: entry.actualHours,
        billableOption: "Billable",
        hourlyRate: 150,
        addToDetailDescriptionFlag: false,
        addToInternalAnalysisFlag: false,
        addToResolutionFlag: false,
        ticket: { id: ticketId, summary: before.summary },
        ...entry,
        id: (tenant.timeEntries.at(-1)?.id ?? 0) + 1,
        _info: infoOf(nowMs(), nowMs(), member.identifier ?? "PRaman"),
      };
      tenant.timeEntries.push(added);
      change(ticketId, { actualHours: (before.actualHours ?? 0) + entry.actualHours });
      return added;
    },
    deleteTicket(ticketId) {
      change(ticketId, {});
      for (const list of [tenant.tickets, tenant.projectTickets] as { id: number }[][]) {
        const at = list.findIndex((ticket) => ticket.id === ticketId);
        if (at >= 0) list.splice(at, 1);
      }
      const keep = tenant.timeEntries.filter((entry) => entry.ticket?.id !== ticketId);
      tenant.timeEntries.splice(0, tenant.timeEntries.length, ...keep);
      tenant.noteBook.put(ticketId, []);
    },
  };
}
