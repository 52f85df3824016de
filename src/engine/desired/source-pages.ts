// Staged companies, contacts and tickets → what each should be, one page of ids at a time.
import type { DesiredContact } from "../model/desired.ts";
import { traceFields, transformCompany, transformContact, whyContactLeftOut } from "../transform/index.ts";
import { assemblePage, type JournalView, type MadeRecord } from "./assemble-page.ts";
import { type ContextBase, contextOf, loadContacts, loadReferred } from "./context.ts";
import type { DesiredPage, NotMoved } from "./desired-record.ts";
import { makeTicket } from "./make-ticket.ts";

export async function companyPage(
  base: ContextBase,
  view: JournalView,
  ids: readonly string[],
): Promise<DesiredPage> {
  const { staging, migrationId } = base.input;
  const companies = await staging.load(migrationId, "company", ids);
  const made = [...companies.values()].map((record) => ({
    desired: transformCompany(record, base.context),
    trace: () => traceFields({ kind: "company", record }, base.context),
  }));
  return assemblePage(view, made, { absent: ids.length - companies.size });
}

export async function contactPage(
  base: ContextBase,
  view: JournalView,
  ids: readonly string[],
): Promise<DesiredPage> {
  const records = await loadContacts(base, ids);
  const context = contextOf(base, records);
  const made: MadeRecord[] = [];
  const notMoved: NotMoved[] = [];
  for (const record of records.contacts.values()) {
    const leftOut = whyContactLeftOut(record, context);
    if (leftOut) {
      notMoved.push({ source: { type: "contact", id: record.id }, object: "contact", ...leftOut });
      continue;
    }
    const trace = () => traceFields({ kind: "contact", record }, context);
    made.push({ desired: transformContact(record, context), trace });
  }
  return assemblePage(view, made, { notMoved, absent: ids.length - records.contacts.size });
}

/** `placeholders`: external ids of the stand-ins that earlier pages had. */
export async function ticketPage(
  base: ContextBase,
  view: JournalView,
  ids: readonly string[],
  { placeholders, deleted }: { readonly placeholders: Set<string>; readonly deleted: boolean },
): Promise<DesiredPage> {
  const bundles = await base.input.staging.loadBundles(base.input.migrationId, ids, deleted);
  const context = contextOf(base, await loadReferred(base, bundles));
  const made: MadeRecord[] = [];
  const notMoved: NotMoved[] = [];
  for (const bundle of bundles) {
    const ticket = makeTicket(bundle, context);
    if ("why" in ticket) {
      notMoved.push({ source: { type: "ticket", id: bundle.ticket.id }, object: "conversation", ...ticket });
      continue;
    }
    const { conversation, placeholder } = ticket;
    if (placeholder && isFirst(placeholder, placeholders)) made.push({ desired: placeholder });
    const trace = () => traceFields({ kind: "conversation", record: bundle }, context);
    made.push({ desired: conversation, trace });
  }
  return assemblePage(view, made, { notMoved, absent: ids.length - bundles.length });
}

function isFirst({ externalId }: DesiredContact, placeholders: Set<string>): boolean {
  return !placeholders.has(externalId) && placeholders.add(externalId) !== undefined;
}
