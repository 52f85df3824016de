// What is walked when it is not everything: a sample with its requesters and companies, or what failed before.
import type { EnvironmentName } from "../model/operation.ts";
import type { Scope } from "../model/plan.ts";
import type { Exceptions, SourceStaging } from "../store/repositories.ts";
import { type ContextBase, contextOf, loadReferred } from "./context.ts";

export interface ScopePart {
  readonly ticketIds: readonly string[];
  readonly contactIds: readonly string[];
  readonly companyIds: readonly string[];
  /** The knowledge base, which is small and hangs together, is walked as a whole or not at all. */
  readonly help: boolean;
}

const PAGE = 200;

/** Undefined for everything. */
export async function assembleScope(base: ContextBase, scope: Scope): Promise<ScopePart | undefined> {
  return scope.kind === "sample" ? assembleSampleScope(base, scope.ticketIds) : undefined;
}

async function assembleSampleScope(base: ContextBase, ticketIds: readonly string[]): Promise<ScopePart> {
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
  return { ticketIds, contactIds: [...contactIds], companyIds: [...companyIds], help: false };
}

/** More than a run keeps known of (see failed-records.ts). */
const MOST_EXCEPTIONS = 50_000;

/** The records that have an open exception, each once, as far as they are staged. */
export async function assembleFailedScope(
  exceptions: Pick<Exceptions, "list">,
  staging: Pick<SourceStaging, "load">,
  migrationId: string,
  environment: EnvironmentName,
): Promise<ScopePart> {
  const open = await exceptions.list(migrationId, environment, MOST_EXCEPTIONS);
  const staged = async (type: "ticket" | "contact" | "company") => {
    const ids = [...new Set(open.flatMap(({ source }) => (source.type === type ? [source.id] : [])))];
    const found: string[] = [];
    for (let start = 0; start < ids.length; start += PAGE)
      found.push(...(await staging.load(migrationId, type, ids.slice(start, start + PAGE))).keys());
    return found;
  };
  return {
    ticketIds: await staged("ticket"),
    contactIds: await staged("contact"),
    companyIds: await staged("company"),
    help: open.some(({ source }) => source.type === "article" || source.type === "collection"),
  };
}
