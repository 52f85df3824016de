// Third pass of a rollback: companies that we made go, companies that we adopted get their old content back.
import { companyBefore } from "../../destination/before-image.ts";
import type { StandingOperation } from "../../journal/journal.ts";
import type { RollbackRun } from "./rollback-run.ts";

export async function undoCompanies(run: RollbackRun): Promise<void> {
  await run.each(jobs(run));
}

/** Later upserts of one company precede the first: all rows are gathered, companies are few. */
async function* jobs(run: RollbackRun): AsyncGenerator<() => Promise<void>> {
  const companies = new Map<string, StandingOperation[]>();
  for await (const row of run.standing()) {
    if (row.source.type !== "company") continue;
    const rows = companies.get(row.destinationId) ?? [];
    companies.set(row.destinationId, rows);
    rows.push(row);
  }
  for (const [companyId, rows] of companies) yield () => undoCompany(run, companyId, rows);
}

async function undoCompany(
  run: RollbackRun,
  companyId: string,
  rows: readonly StandingOperation[],
): Promise<void> {
  const { destination, force } = run.options;
  const ours = rows.some((row) => row.created);
  const observed = await run.read(() => destination.fetchCompany(companyId));
  if (!observed) {
    if (ours) run.deleted.company += 1;
    await run.markUndone(rows);
    return;
  }
  if (!ours) {
    await restoreCompany(run, companyId, rows);
    return;
  }
  if (run.neededCompanies.has(companyId) && !force) {
    run.keep("company", companyId, { code: "needed_by_kept" });
    return;
  }
  if (!(await run.undo("company", { kind: "delete-company", companyId }))) return;
  run.deleted.company += 1;
  await run.markUndone(rows);
}

async function restoreCompany(
  run: RollbackRun,
  companyId: string,
  rows: readonly StandingOperation[],
): Promise<void> {
  const before = companyBefore.safeParse(rows.at(-1)?.before);
  if (!before.success) {
    run.keep("company", companyId, { code: "before_unknown" });
    return;
  }
  const { image } = before.data;
  const action = {
    kind: "upsert-company",
    companyId: image.companyId,
    name: image.name,
    attributes: image.attributes,
    ...(image.website === undefined ? {} : { website: image.website }),
  } as const;
  if (!(await run.undo("company", action))) return;
  run.restored += 1;
  await run.markUndone(rows);
}
