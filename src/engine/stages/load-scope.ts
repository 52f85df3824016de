// What a sample of tickets brings along: its requesters and their companies.
import { type ContextBase, contextOf, loadReferred } from "./load-context.ts";

export interface SampleScope {
  readonly ticketIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly companyIds: readonly string[];
}

const PAGE = 200;

export async function assembleSampleScope(
  base: ContextBase,
  ticketIds: readonly string[],
): Promise<SampleScope> {
  const contactIds = new Set<string>();
  const companyIds = new Set<string>();
  for (let start = 0; start < ticketIds.length; start += PAGE) {
    const { staging, migrationId } = base.input;
    const bundles = await staging.loadBundles(migrationId, ticketIds.slice(start, start + PAGE));
    const records = await loadReferred(base, bundles);
    const context = contextOf(base, records);
    for (const { ticket } of bundles) {
      const requester = ticket.contact && context.canonicalContact(ticket.contact.id);
      if (requester !== undefined) {
        contactIds.add(requester);
        const company = records.contacts.get(requester)?.company?.id;
        if (company !== undefined && records.companies.has(company)) companyIds.add(company);
      }
      const own = ticket.company?.id;
      if (own !== undefined && records.companies.has(own)) companyIds.add(own);
    }
  }
  return { ticketIds, contactIds: [...contactIds], companyIds: [...companyIds] };
}
