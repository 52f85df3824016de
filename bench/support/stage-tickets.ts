// Puts made-up tickets straight into the staged extract: one company and contact to every forty tickets, three notes each.
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import type { SourceNote } from "../../src/engine/model/source/source.ts";
import type { SourceStaging } from "../../src/engine/store/repositories.ts";
import {
  aBoard,
  aCompany,
  aContact,
  aFieldMap,
  aMember,
  aNote,
  aTicket,
} from "../../test/support/builders.ts";

const BATCH = 1000;
const TICKETS_A_CONTACT = 40;
const AT = new Date("2026-06-01T00:00:00Z");

const TEXTS = [
  "The printer on the second floor shows a paper jam, but there is none.",
  "VPN disconnects every few minutes since the update of Tuesday.\nI restarted twice.",
  "Checked the event log: the backup job failed with error 0x80070005. Permissions corrected, next run tonight.",
  "Thank you, it works again.",
];

export function benchMap(): FieldMap {
  return aFieldMap();
}

/** Ids from `first`; notes alternate between the requester, a member in public and a member in private. */
export async function stageTickets(
  staging: SourceStaging,
  migrationId: string,
  tickets: number,
  first = 100_000,
): Promise<void> {
  await staging.putRecords(migrationId, "board", [aBoard()], AT);
  await staging.putRecords(migrationId, "member", [aMember()], AT);
  const people = Math.ceil(tickets / TICKETS_A_CONTACT);
  const ids = Array.from({ length: people }, (_, i) => String(1000 + i));
  await staging.putRecords(
    migrationId,
    "company",
    ids.map((id) => aCompany({ id, name: `Company ${id}` })),
    AT,
  );
  await staging.putRecords(
    migrationId,
    "contact",
    ids.map((id) =>
      aContact({ id, email: `person${id}@example.com`, company: { id, name: `Company ${id}` } }),
    ),
    AT,
  );
  for (let start = 0; start < tickets; start += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, tickets - start) }, (_, i) => start + i);
    const bundles = numbers.map((n) => {
      const id = String(first + n);
      const person = String(1000 + Math.floor(n / TICKETS_A_CONTACT));
      const ticket = {
        ...aTicket({ id, summary: `Ticket ${id}: ${TEXTS[n % TEXTS.length]?.slice(0, 40)}` }).build().ticket,
        company: { id: person },
        contact: { id: person },
      };
      return { ticket, notes: notesOf(id, person, n) };
    });
    await staging.putRecords(
      migrationId,
      "ticket",
      bundles.map(({ ticket }) => ticket),
      AT,
    );
    await staging.putRecords(
      migrationId,
      "notes",
      bundles.map(({ ticket, notes }) => ({ id: ticket.id, notes })),
      AT,
    );
  }
}

function notesOf(ticketId: string, person: string, n: number): SourceNote[] {
  const at = (minute: number) =>
    new Date(Date.parse("2024-01-01T08:00:00Z") + (n * 60 + minute) * 60_000).toISOString();
  const text = (i: number) => TEXTS[(n + i) % TEXTS.length] ?? "";
  const contact = { kind: "contact", id: person } as const;
  const member = { kind: "member", id: aMember().id } as const;
  return [
    aNote({
      id: `${ticketId}1`,
      ticketId,
      kind: "discussion",
      internal: false,
      author: contact,
      text: text(0),
      dateCreated: at(0),
    }),
    aNote({
      id: `${ticketId}2`,
      ticketId,
      kind: "internal",
      internal: true,
      author: member,
      text: text(2),
      dateCreated: at(12),
    }),
    aNote({
      id: `${ticketId}3`,
      ticketId,
      kind: "discussion",
      internal: false,
      author: member,
      text: text(1),
      dateCreated: at(25),
    }),
    aNote({
      id: `${ticketId}4`,
      ticketId,
      kind: "discussion",
      internal: false,
      author: contact,
      text: text(3),
      dateCreated: at(40),
    }),
  ];
}
