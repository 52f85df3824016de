// Compares a workspace with the tenant it came from by rules of its own: none of the program's transforms is used.

import type { IntercomSandbox } from "../../sandbox/intercom/start-intercom.ts";
import { isInternalNote } from "../../sandbox/tenant/notes.ts";
import type { Tenant } from "../../sandbox/tenant/tenant.ts";

export interface TenantCheck {
  /** Sentences; empty when all is as it should be. */
  readonly problems: readonly string[];
  readonly tickets: number;
  readonly notes: number;
}

/** Letters and digits alone: what survives any escaping, and is enough to recognize a text by. */
const lettersOf = (text: string) =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/&[a-z]+;|&#\d+;/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
const MARK = 40;

const seconds = (date: string) => Math.floor(Date.parse(date) / 1000);

/** Every ticket once; every note of the plain ones at its time, by its author. Odd tickets have tests of their own. */
export function checkAgainstTenant(tenant: Tenant, { state }: IntercomSandbox): TenantCheck {
  const problems: string[] = [];
  const byTicket = Map.groupBy(state.conversations.values(), (one) =>
    String(one.custom_attributes.Source_Ticket_ID__c),
  );
  const tickets = new Set([...tenant.tickets, ...tenant.projectTickets].map((ticket) => ticket.id));
  for (const id of tickets) {
    const count = byTicket.get(String(id))?.length ?? 0;
    if (count !== 1) problems.push(`ticket ${id} is there ${count} times`);
  }
  if (state.conversations.size !== tickets.size)
    problems.push(`${state.conversations.size} conversations for ${tickets.size} tickets`);

  const odd = new Set(Object.values(tenant.odd));
  const admins = new Map([...state.admins.values()].map((admin) => [admin.email.toLowerCase(), admin.id]));
  const emailOf = new Map(tenant.members.map((one) => [one.id, one.primaryEmail.toLowerCase()]));
  const contactOf = (id: string) => state.contacts.get(id)?.external_id;
  let notes = 0;
  for (const ticket of tenant.tickets) {
    const [conversation] = byTicket.get(String(ticket.id)) ?? [];
    if (odd.has(ticket.id) || conversation === undefined) continue;
    const written = [
      { at: conversation.created_at, body: conversation.body, author: conversation.author },
      ...conversation.parts.map((part) => ({
        at: part.created_at,
        body: part.body ?? "",
        author: part.author,
      })),
    ];
    for (const note of tenant.notesOf(ticket.id)) {
      const mark = lettersOf(note.text).slice(0, MARK);
      if (mark === "") continue;
      notes += 1;
      const found = written.filter((one) => lettersOf(one.body).includes(mark));
      const inTime = found.filter((one) => one.at === seconds(note.dateCreated));
      if (inTime.length === 0) {
        problems.push(
          `note ${note.id} of ticket ${ticket.id}: ${found.length > 0 ? "at another time" : "missing"}`,
        );
        continue;
      }
      const admin = note.member && admins.get(emailOf.get(note.member.id) ?? "");
      // What opened the ticket is the requester's, even if a member typed it in.
      const byAdmin = inTime.some((one) => one === written[0] || one.author.id === admin);
      if (admin !== undefined && !byAdmin)
        problems.push(`note ${note.id} of ticket ${ticket.id}: not by ${note.member?.name}`);
      const own =
        note.contact !== undefined && note.contact.id === ticket.contact?.id && !isInternalNote(note);
      if (own && !inTime.some((one) => contactOf(one.author.id) === contactOf(conversation.contactId)))
        problems.push(`note ${note.id} of ticket ${ticket.id}: not by its requester`);
    }
  }
  return { problems, tickets: tickets.size, notes };
}
