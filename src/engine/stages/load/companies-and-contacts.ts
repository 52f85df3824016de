// The first two phases of a load: companies, then contacts, page by page.

import { type ContextBase, contextOf, loadContacts } from "../../desired/context.ts";
import type { SourceRef } from "../../model/source.ts";
import { isContactLeftOut, transformCompany, transformContact } from "../../transform/index.ts";
import type { LoadRun } from "./load-run.ts";

export const refsOf = (type: SourceRef["type"], ids: readonly string[]): SourceRef[] =>
  ids.map((id) => ({ type, id }));

type Pages = AsyncIterable<readonly string[]>;

export async function loadCompanies(run: LoadRun, base: ContextBase, pages: Pages): Promise<void> {
  const { journal, scope } = run.tools;
  const { staging, migrationId } = base.input;
  for await (const ids of pages) {
    if (run.stopped) break;
    const companies = await staging.load(migrationId, "company", ids);
    const applied = await journal.loadApplied(scope, refsOf("company", [...companies.keys()]));
    run.progress.passed("companies", ids.length - companies.size);
    for (const company of companies.values()) {
      await run.add(async () => {
        await run.load("companies", transformCompany(company, base.context), applied, new Map());
      });
    }
  }
  await run.drain();
}

export async function loadContactRecords(run: LoadRun, base: ContextBase, pages: Pages): Promise<void> {
  const { journal, scope } = run.tools;
  for await (const ids of pages) {
    if (run.stopped) break;
    const records = await loadContacts(base, ids);
    const context = contextOf(base, records);
    const moved = [...records.contacts.values()].filter((contact) => !isContactLeftOut(contact, context));
    run.progress.passed("contacts", ids.length - moved.length);
    const applied = await journal.loadApplied(
      scope,
      moved.map(({ id }) => ({ type: "contact", id })),
    );
    const links = await journal.loadLinks(scope, refsOf("company", [...records.companies.keys()]));
    for (const contact of moved) {
      await run.add(async () => {
        await run.load("contacts", transformContact(contact, context), applied, links);
      });
    }
  }
  await run.drain();
}
