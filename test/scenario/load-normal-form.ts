// A workspace without what may differ between two runs of the same load: ids, and times of the import itself.
import type { IntercomSandbox } from "../../sandbox/intercom/start-intercom.ts";

/** Sorted lines of JSON, one a record; equal when two workspaces hold the same. */
export function assembleNormalForm({ state }: IntercomSandbox): readonly string[] {
  const contactName = (id: string) => state.contacts.get(id)?.external_id ?? `?${id}`;
  const companyName = (id: string | null) =>
    id === null ? null : (state.companies.get(id)?.company_id ?? id);
  const authorOf = (author: { readonly type: string; readonly id: string }) =>
    author.type === "admin" ? author.id : contactName(author.id);
  const companies = [...state.companies.values()].map((one) => ({
    company: one.company_id,
    name: one.name,
    website: one.website,
    attributes: one.custom_attributes,
  }));
  const contacts = [...state.contacts.values()].map((one) => ({
    contact: one.external_id,
    email: one.email,
    phone: one.phone,
    name: one.name,
    attributes: one.custom_attributes,
    companies: one.company_ids.map(companyName).sort(),
  }));
  const conversations = [...state.conversations.values()].map((one) => ({
    conversation: one.custom_attributes.Source_Ticket_ID__c ?? one.id,
    from: contactName(one.contactId),
    title: one.title,
    body: one.body,
    at: one.created_at,
    state: one.state,
    snoozed: one.snoozed_until,
    team: one.team_assignee_id,
    admin: one.admin_assignee_id,
    company: companyName(one.company_id),
    attributes: one.custom_attributes,
    parts: one.parts
      // A reply that opens the conversation is no other message than one that doesn't.
      .filter((part) => part.body !== null)
      .map((part) => [
        part.part_type === "note" ? "note" : "comment",
        authorOf(part.author),
        part.created_at,
        part.body,
      ]),
  }));
  return [...companies, ...contacts, ...conversations].map((one) => JSON.stringify(sortKeys(one))).sort();
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
