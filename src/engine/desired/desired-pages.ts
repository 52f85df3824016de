// Everything that Intercom should hold, computed again from the extract in pages: companies, contacts, conversations.
import { SkipError } from "../errors.ts";
import type { Desired, DesiredContact } from "../model/desired.ts";
import type { Scope } from "../model/plan.ts";
import {
  type FieldTrace,
  isContactLeftOut,
  isTicketLeftOut,
  traceFields,
  transformCompany,
  transformContact,
  transformTicket,
} from "../transform/index.ts";
import { type ContextBase, choosePages, contextOf, loadContacts, loadReferred } from "./context.ts";
import { articlePages, assembleCollections, isHelpMoved } from "./help-pages.ts";
import { assembleSampleScope } from "./scope.ts";

const PAGE = 200;

export interface DesiredRecord {
  readonly desired: Desired;
  /** Source value and rule of each field, made only where they are to be shown. */
  readonly trace: () => ReadonlyMap<string, FieldTrace>;
}

const NO_TRACE = () => new Map<string, FieldTrace>();

/**
 * `deletedTickets`: moved ones that the source no longer has; none for a sample. Placeholder contacts come once each,
 * with the first ticket that needs them. Records that can't be made are left out.
 */
export async function* desiredPages(
  base: ContextBase,
  scope: Scope,
  deletedTickets?: AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly DesiredRecord[]> {
  const { staging, migrationId } = base.input;
  const sample = scope.kind === "sample" ? await assembleSampleScope(base, scope.ticketIds) : undefined;
  const pages = (type: "company" | "contact" | "ticket", ids?: readonly string[]) =>
    choosePages(base.input, type, PAGE, ids);
  for await (const ids of pages("company", sample?.companyIds)) {
    const companies = await staging.load(migrationId, "company", ids);
    yield [...companies.values()].map((record) => ({
      desired: transformCompany(record, base.context),
      trace: () => traceFields({ kind: "company", record }, base.context),
    }));
  }
  for await (const ids of pages("contact", sample?.contactIds)) {
    const records = await loadContacts(base, ids);
    const context = contextOf(base, records);
    yield [...records.contacts.values()]
      .filter((contact) => !isContactLeftOut(contact, context))
      .map((record) => ({
        desired: transformContact(record, context),
        trace: () => traceFields({ kind: "contact", record }, context),
      }));
  }
  const placeholders = new Set<string>();
  for await (const ids of pages("ticket", sample?.ticketIds)) yield ticketPage(base, ids, placeholders);
  if (!sample && deletedTickets) {
    for await (const ids of deletedTickets) yield ticketPage(base, ids, placeholders, true);
  }
  if (!isHelpMoved(base, scope)) return;
  yield (await assembleCollections(base)).map((desired) => ({ desired, trace: NO_TRACE }));
  for await (const articles of articlePages(base)) {
    yield articles.map((desired) => ({ desired, trace: NO_TRACE }));
  }
}

async function ticketPage(
  base: ContextBase,
  ids: readonly string[],
  placeholders: Set<string>,
  deleted = false,
): Promise<readonly DesiredRecord[]> {
  const bundles = await base.input.staging.loadBundles(base.input.migrationId, ids, deleted);
  const context = contextOf(base, await loadReferred(base, bundles));
  const fresh = (contact: DesiredContact | undefined) =>
    contact !== undefined && !placeholders.has(contact.externalId) && placeholders.add(contact.externalId);
  return bundles
    .filter(({ ticket }) => !isTicketLeftOut(ticket, context))
    .flatMap((bundle): DesiredRecord[] => {
      try {
        const { conversation, placeholder } = transformTicket(bundle, context);
        const trace = () => traceFields({ kind: "conversation", record: bundle }, context);
        const first = placeholder && fresh(placeholder) ? [{ desired: placeholder, trace: NO_TRACE }] : [];
        return [...first, { desired: conversation, trace }];
      } catch (error) {
        // An exception of the load already, and listed as such.
        if (error instanceof SkipError) return [];
        throw error;
      }
    });
}
