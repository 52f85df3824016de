// A week at a desk that is being moved: what its people do in ConnectWise, day by day.
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import type { ProjectTicket, Ticket } from "../../sandbox/tenant/records.ts";

type Desk = ConnectWiseSandbox["tenant"];

export interface Week {
  /** Done while the full run reads, and while it writes. */
  readonly whileExtracting: () => void;
  readonly whileLoading: () => void;
  readonly days: readonly { readonly name: string; readonly work: () => void }[];
  /** What the week did, by ticket and record: told apart afterwards by what they are. */
  readonly touched: {
    /** Closed in ConnectWise, and open for drills to act on in Intercom before. */
    readonly contested: readonly number[];
    readonly edited: readonly number[];
    readonly noteDeleted: readonly number[];
    readonly entryChanged: readonly number[];
    readonly ticketDeleted: readonly number[];
    readonly ownerChanged: readonly number[];
    readonly requesterChanged: readonly number[];
    readonly contactDeleted: readonly number[];
  };
}

/** Tickets are dealt out by turns, so that no two chapters of the week touch the same one unless they mean to. */
export function scriptWeek(desk: Desk): Week {
  const odd = new Set(Object.values(desk.odd));
  const plain = desk.tickets.filter(
    (ticket) => !odd.has(ticket.id) && ticket.contact && ticket.recordType === "ServiceTicket",
  );
  const deal = (from: Ticket[], count: number): readonly number[] =>
    from.splice(0, count).map(({ id }) => id);
  const statusOf = (ticket: Ticket | ProjectTicket, ended: boolean) => {
    const status = desk.statuses.find(
      (one) => one.board.id === ticket.board.id && one.closedStatus === ended,
    );
    if (!status) throw new RangeError(`board ${ticket.board.name} has no such status`);
    return { status: { id: status.id, name: status.name }, closedFlag: ended };
  };
  const find = (id: number) => {
    const ticket = desk.tickets.find((one) => one.id === id);
    if (!ticket) throw new RangeError(`no ticket ${id}`);
    return ticket;
  };
  const close = (id: number) =>
    desk.updateTicket(id, {
      ...statusOf(find(id), true),
      closedDate: "2026-01-02T03:04:05Z",
      closedBy: "PRaman",
    });
  const reopen = (id: number) => {
    const { closedDate, closedBy, ...rest } = find(id);
    desk.tickets[desk.tickets.indexOf(find(id))] = rest;
    desk.updateTicket(id, statusOf(rest, false));
  };
  const lastNote = (id: number) => {
    const note = desk.notesOf(id).at(-1);
    if (!note) throw new RangeError(`ticket ${id} has no note`);
    return note.id;
  };
  // Few tickets of a desk are open: some more for a busy week.
  for (const { id } of plain.filter((ticket) => ticket.closedFlag).slice(0, 12)) reopen(id);
  const now = plain.map(({ id }) => find(id));
  const open = now.filter((ticket) => !ticket.closedFlag);
  const closed = now.filter((ticket) => ticket.closedFlag);
  const others = desk.contacts.filter((contact) => !contact.inactiveFlag && contact.company);
  const inUse = new Set([...desk.tickets, ...desk.projectTickets].map((ticket) => ticket.contact?.id));
  const unused = desk.contacts.filter((contact) => !inUse.has(contact.id));

  const run = { extracting: deal(open, 2), loading: deal(open, 2) };
  const closing = deal(open, 2);
  const contested = deal(open, 1);
  const reopening = deal(closed, 2);
  const ticketDeleted = [...deal(open, 1), ...deal(closed, 1)];
  const any = [...open.splice(0, 3), ...closed.splice(0)];
  const noted = deal(any, 4);
  const timed = deal(any, 2);
  const edited = deal(any, 2);
  const noteDeleted = deal(any, 1);
  const merged = deal(any, 2);
  const requesterChanged = deal(any, 1);
  const retouched = deal(any, 3);
  const entryChanged = desk.timeEntries
    .filter((entry) => any.some(({ id }) => id === entry.ticket?.id))
    .slice(0, 1);
  const contactDeleted = unused.slice(0, 1).map(({ id }) => id);

  return {
    touched: {
      ...{
        edited,
        noteDeleted,
        ticketDeleted,
        contested,
        ownerChanged: retouched.slice(2),
        requesterChanged,
        contactDeleted,
      },
      entryChanged: entryChanged.flatMap((entry) => entry.ticket?.id ?? []),
    },
    whileExtracting() {
      for (const id of run.extracting)
        desk.addNote(id, { text: "Came in while it was read.", by: "contact" });
      desk.addTicket({ summary: "Opened while it was read" });
    },
    whileLoading() {
      for (const id of run.loading) desk.addNote(id, { text: "Came in while it was written.", by: "tech" });
      const [first] = run.loading;
      if (first) desk.updateTicket(first, { summary: "Renamed while it was written" });
      desk.addTicket({ summary: "Opened while it was written" });
    },
    days: [
      {
        name: "new tickets and notes",
        work() {
          for (const [at, id] of noted.entries())
            desk.addNote(id, { text: `Any news, please? (${at})`, by: at % 2 ? "internal" : "contact" });
          desk.addTicket({ summary: "A monitor flickers" }, "It flickers since this morning.");
        },
      },
      {
        name: "time entries",
        work() {
          for (const id of timed) desk.addTimeEntry(id, { actualHours: 1.5, notes: "On site." });
        },
      },
      {
        name: "people",
        work() {
          const [one, two] = others;
          if (one) desk.updateContact(one.id, { title: "Head of Operations", lastName: "Newname" });
          if (two?.company) {
            const company = desk.companies.find(
              ({ id, deletedFlag }) => id !== two.company?.id && !deletedFlag,
            );
            if (company) desk.updateContact(two.id, { company: { id: company.id, name: company.name } });
          }
          const company = desk.companies.find(({ deletedFlag }) => !deletedFlag);
          if (company) desk.updateCompany(company.id, { website: "https://moved.example" });
          const added = desk.addContact({
            firstName: "Robin",
            ...(company ? { company: ref(company) } : {}),
          });
          desk.addTicket({
            ...{ summary: "My first day", contact: { id: added.id, name: "Robin" }, contactName: "Robin" },
            contactEmailAddress: "",
          });
        },
      },
      {
        name: "closures and re-openings",
        work() {
          for (const id of [...closing, ...contested]) close(id);
          for (const id of reopening) reopen(id);
        },
      },
      {
        name: "edits",
        work() {
          for (const id of edited) desk.editNote(id, lastNote(id), "Corrected: the other printer.");
          for (const id of noteDeleted) desk.deleteNote(id, lastNote(id));
          for (const entry of entryChanged)
            desk.updateTimeEntry(entry.id, { actualHours: 9.25, hoursBilled: 9 });
          const [first, second, third] = retouched;
          if (first) desk.updateTicket(first, { summary: "Renamed", severity: "High", impact: "High" });
          const priority = desk.priorities.at(-1);
          if (second && priority)
            desk.updateTicket(second, { priority: { id: priority.id, name: priority.name } });
          if (third)
            desk.updateTicket(third, { owner: { id: 151, identifier: "MBell", name: "Marcus Bell" } });
        },
      },
      {
        name: "merges and another requester",
        work() {
          const [parent, child] = merged;
          if (parent && child) {
            desk.updateTicket(child, {
              ...statusOf(find(child), true),
              mergedParentTicket: { id: parent, summary: find(parent).summary },
            });
            desk.updateTicket(parent, { hasMergedChildTicketFlag: true });
          }
          for (const id of requesterChanged) {
            const { company, contact } = find(id);
            const other =
              others.find((one) => one.id !== contact?.id && one.company?.id === company.id) ?? others.at(-1);
            if (other) desk.updateTicket(id, { contact: { id: other.id, name: other.firstName } });
          }
        },
      },
      {
        name: "deletions",
        work() {
          for (const id of ticketDeleted) desk.deleteTicket(id);
          for (const id of contactDeleted) desk.deleteContact(id);
        },
      },
    ],
  };
}

const ref = ({ id, name }: { readonly id: number; readonly name: string }) => ({ id, name });
