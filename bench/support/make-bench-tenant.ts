// A desk of any size for reading: service tickets only, four notes each, written when they are asked for.
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { makeNote, noteId } from "../../sandbox/tenant/notes.ts";
import type { ServiceNote } from "../../sandbox/tenant/records.ts";
import type { Tenant } from "../../sandbox/tenant/tenant.ts";

export const NOTES_A_TICKET = 4;
/** The tenant puts so many project tickets into the list of service tickets; here there are none. */
const PROJECT_TICKETS = 2;
const NOW = new Date("2026-06-01T12:00:00Z");
const BY = ["opening", "tech", "contact", "internal"] as const;
const FILLER = [
  "The user reports the same behaviour on a second machine. The event log was collected and attached to the case.",
  "Remote session held. The driver was removed, the device restarted, and the update installed from the vendor's site.",
  "Thank you, that seems to have helped. I will write again if it comes back tomorrow morning.",
  "Customer was called back. No answer, voicemail left. Follow-up planned for the next working day.",
];

export function makeBenchTenant(tickets: number): Tenant {
  const made = makeTenant({
    seed: 7,
    now: NOW,
    tickets: tickets + PROJECT_TICKETS,
    companies: 80,
    contacts: 2000,
  });
  const kept = made.tickets.slice(0, tickets);
  const byId = new Map(kept.map((ticket) => [ticket.id, ticket]));
  return {
    ...made,
    tickets: kept,
    projectTickets: [],
    notesOf(ticketId) {
      const ticket = byId.get(ticketId);
      if (!ticket) return [];
      const own = made.notesOf(ticketId).slice(0, NOTES_A_TICKET);
      const entered = Date.parse(ticket._info.dateEntered.replace(/Z?$/, "Z"));
      const more: ServiceNote[] = [];
      for (let at = own.length; at < NOTES_A_TICKET; at += 1) {
        const event = { by: BY[at] ?? "internal", text: FILLER[(ticketId + at) % FILLER.length] ?? "" };
        more.push(makeNote(ticket, noteId(ticketId, 900 + at), event, entered + at * 3_600_000));
      }
      return [...own, ...more];
    },
  };
}
