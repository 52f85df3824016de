// The source of the load scenarios: three companies, their people, and tickets of every sort, the same for a number.
import type {
  SourceCompany,
  SourceContact,
  SourceNote,
  SourceTicket,
  TicketBundle,
} from "../../src/engine/model/source/source.ts";
import { aCompany, aContact, aTicket } from "../support/builders.ts";

export interface LoadRecords {
  readonly companies: readonly SourceCompany[];
  readonly contacts: readonly SourceContact[];
  readonly bundles: readonly TicketBundle[];
}

const iso = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const START = Date.UTC(2025, 2, 1, 8);
const HOUR = 3_600_000;

/** Tickets are those of the same number in every row; ten people unless told, at least two. */
export function makeLoadRecords(tickets: number, first = 0, people = 10): LoadRecords {
  const companies = ["5", "6", "7"].map((id) => aCompany({ id, name: `Company ${id}` }));
  const contacts = Array.from({ length: people }, (_, at): SourceContact => {
    const id = String(20 + at);
    const company = { id: String(5 + (at % 3)) };
    const { email: _email, ...without } = aContact();
    // The last one has no e-mail, the one before shares the first one's.
    if (at === people - 1) return { ...without, id, company, firstName: `Person${at}`, communications: [] };
    const email = at === people - 2 ? "person0@client.example" : `person${at}@client.example`;
    return { ...without, id, company, email, firstName: `Person${at}`, communications: [] };
  });
  const bundles = Array.from({ length: tickets }, (_, at) => makeBundle(first + at, contacts));
  return { companies, contacts, bundles };
}

function makeBundle(at: number, contacts: readonly SourceContact[]): TicketBundle {
  const id = String(1000 + at);
  const contact = contacts[at % contacts.length];
  // Twenty share their second and their words, each contact has two of them: look-alikes, as monitoring writes them.
  const opened = START + Math.floor(at / 20) * HOUR;
  const status = [
    { id: "101", name: "In Progress" },
    { id: "102", name: "Waiting on Client" },
    { id: "103", name: "Closed" },
  ][at % 3];
  const { contact: _contact, ...facts } = aTicket({ id }).build().ticket;
  const ticket: SourceTicket = {
    ...facts,
    summary: `Ticket number ${id}`,
    company: { id: contact?.company?.id ?? "5" },
    ...(at % 17 === 16 || !contact ? {} : { contact: { id: contact.id, name: contact.firstName ?? "" } }),
    ...(status ? { status } : {}),
    closed: at % 3 === 2,
    dateEntered: iso(opened),
    lastUpdated: iso(opened + 24 * HOUR),
  };
  const author = { kind: "contact", ...(contact ? { id: contact.id } : {}), name: "The client" } as const;
  const member = { kind: "member", id: at % 5 === 0 ? "999" : "150", name: "Priya Raman" } as const;
  const note = (n: number, more: Partial<SourceNote>): SourceNote => ({
    id: `${id}${n}`,
    ticketId: id,
    kind: "discussion",
    internal: false,
    text: `Message ${n} of <ticket> & "${id}"`,
    dateCreated: iso(opened + n * HOUR),
    author,
    ...more,
  });
  const notes = [
    note(0, { text: "Server SRV-1 is down\n\nPlease look <now>" }),
    note(1, { author: member }),
    note(2, { kind: "internal", internal: true, author: member, text: "Second look\nneeded" }),
    // A twin of its neighbour: same second, same author, same words.
    ...(at % 4 === 0
      ? [note(3, { text: "Any news?" }), { ...note(3, { text: "Any news?" }), id: `${id}4` }]
      : []),
    ...(at % 3 === 2 ? [note(5, { kind: "resolution", author: member, text: "Rebooted." })] : []),
  ];
  const time =
    at % 6 === 0 ? aTicket({ id }).withTime({ id: `9${id}`, timeStart: iso(opened + HOUR) }) : undefined;
  return { ticket, notes, timeEntries: time?.build().timeEntries ?? [] };
}
