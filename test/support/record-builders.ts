// Builders of neutral source records: `aTicket().withNotes(3).build()`.
import type {
  SourceBoard,
  SourceCompany,
  SourceContact,
  SourceMember,
  SourceNote,
  SourcePriority,
  SourceSla,
  SourceTicket,
  SourceTimeEntry,
  TicketBundle,
} from "../../src/engine/model/source/source.ts";

export function aCompany(overrides: Partial<SourceCompany> = {}): SourceCompany {
  return {
    id: "5",
    name: "Acme Dental",
    website: "https://acme.example",
    phone: "206 555 0100",
    address: "1 Main St, Seattle",
    territory: "Seattle",
    types: ["Client"],
    status: "Active",
    deleted: false,
    sites: [
      { id: "51", name: "Main", address: "1 Main St, Seattle", primary: true },
      { id: "52", name: "Warehouse", address: "2 Dock Rd, Tacoma", primary: false },
    ],
    customFields: [],
    dateEntered: "2020-02-01T08:00:00Z",
    lastUpdated: "2025-11-01T08:00:00Z",
    ...overrides,
  };
}

export function aContact(overrides: Partial<SourceContact> = {}): SourceContact {
  return {
    id: "20",
    firstName: "Ada",
    lastName: "Jones",
    email: "ada@acme.example",
    phone: "253 555 1020",
    title: "Office Manager",
    types: ["End user"],
    company: { id: "5", name: "Acme Dental" },
    site: { id: "51", name: "Main" },
    inactive: false,
    communications: [{ type: "Email", value: "ada@acme.example", default: true }],
    customFields: [],
    dateEntered: "2021-03-01T08:00:00Z",
    lastUpdated: "2025-10-01T08:00:00Z",
    ...overrides,
  };
}

export function aNote(overrides: Partial<SourceNote> = {}): SourceNote {
  return {
    id: "1",
    ticketId: "1000",
    kind: "discussion",
    internal: false,
    text: "The printer is on fire.",
    dateCreated: "2025-06-01T09:00:00Z",
    author: { kind: "contact", id: "20", name: "Ada Jones" },
    ...overrides,
  };
}

export function aTimeEntry(overrides: Partial<SourceTimeEntry> = {}): SourceTimeEntry {
  return {
    id: "300",
    ticketId: "1000",
    member: { id: "150", name: "Priya Raman" },
    timeStart: "2025-06-02T10:00:00Z",
    actualHours: 1.5,
    hoursBilled: 1.25,
    billableOption: "Billable",
    hourlyRate: 150,
    workType: "Remote",
    notes: "Replaced the fuser.",
    ...overrides,
  };
}

export interface TicketBuilder {
  with(overrides: Partial<SourceTicket>): TicketBuilder;
  /** An opening by the contact, then replies by a member and the contact in turn, an hour apart. */
  withNotes(count: number): TicketBuilder;
  withNote(overrides: Partial<SourceNote>): TicketBuilder;
  withTime(overrides?: Partial<SourceTimeEntry>): TicketBuilder;
  build(): TicketBundle;
}

export function aTicket(overrides: Partial<SourceTicket> = {}): TicketBuilder {
  const ticket: SourceTicket = {
    id: "1000",
    recordType: "ServiceTicket",
    summary: "Printer on fire",
    board: { id: "1", name: "Help Desk" },
    status: { id: "101", name: "In Progress" },
    ticketType: { id: "8", name: "Hardware" },
    subType: { id: "81", name: "Printer" },
    priority: { id: "6", name: "Priority 1 - Critical" },
    severity: "High",
    impact: "High",
    source: { id: "2", name: "Portal" },
    sla: { id: "2", name: "Gold 24x7" },
    owner: { id: "150", name: "Priya Raman" },
    company: { id: "5", name: "Acme Dental" },
    contact: { id: "20", name: "Ada Jones" },
    closed: false,
    hasChildTicket: false,
    customFields: [],
    dateEntered: "2025-06-01T09:00:00Z",
    lastUpdated: "2025-06-03T09:00:00Z",
    ...overrides,
  };
  return makeBuilder({ ticket, notes: [], timeEntries: [] });
}

function makeBuilder(bundle: TicketBundle): TicketBuilder {
  const { ticket, notes, timeEntries } = bundle;
  const addNotes = (more: readonly SourceNote[]) => makeBuilder({ ...bundle, notes: [...notes, ...more] });
  return {
    with: (overrides) => makeBuilder({ ...bundle, ticket: { ...ticket, ...overrides } }),
    withNote: (overrides) =>
      addNotes([aNote({ id: String(notes.length + 1), ticketId: ticket.id, ...overrides })]),
    withNotes: (count) => addNotes(Array.from({ length: count }, (_, at) => turnNote(ticket.id, at))),
    withTime: (overrides = {}) => {
      const entry = aTimeEntry({ id: String(300 + timeEntries.length), ticketId: ticket.id, ...overrides });
      return makeBuilder({ ...bundle, timeEntries: [...timeEntries, entry] });
    },
    build: () => bundle,
  };
}

function turnNote(ticketId: string, at: number): SourceNote {
  const author =
    at % 2 === 0
      ? ({ kind: "contact", id: "20", name: "Ada Jones" } as const)
      : ({ kind: "member", id: "150", name: "Priya Raman" } as const);
  const dateCreated = `${new Date(Date.UTC(2025, 5, 1, 9 + at)).toISOString().slice(0, 19)}Z`;
  return aNote({ id: String(at + 1), ticketId, text: `Message ${at + 1}`, dateCreated, author });
}

export function aBoard(overrides: Partial<SourceBoard> = {}): SourceBoard {
  const statuses = [
    { id: "101", name: "In Progress", closed: false },
    { id: "102", name: "Waiting on Client", closed: false },
    { id: "103", name: "Closed", closed: true },
  ];
  return { id: "1", name: "Help Desk", inactive: false, project: false, statuses, ...overrides };
}

export function aMember(overrides: Partial<SourceMember> = {}): SourceMember {
  return {
    id: "150",
    identifier: "PRaman",
    name: "Priya Raman",
    email: "priya@msp.example",
    inactive: false,
    ...overrides,
  };
}

export function anSla(overrides: Partial<SourceSla> = {}): SourceSla {
  return { id: "2", name: "Gold 24x7", businessHours: false, priorities: [], ...overrides };
}

export function aPriority(overrides: Partial<SourcePriority> = {}): SourcePriority {
  return { id: "6", name: "Priority 1 - Critical", sortOrder: 1, ...overrides };
}
