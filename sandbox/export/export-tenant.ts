// A tenant as the folder of CSV reports that a customer would take out of ConnectWise by hand.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Tenant } from "../tenant/tenant.ts";
import { assembleDeskReports } from "./desk-reports.ts";
import { assembleListReports, assemblePeopleReports } from "./people-reports.ts";
import { type DateStyle, sayDate } from "./say-date.ts";
import { type CsvDialect, writeCsv } from "./write-csv.ts";

export interface ExportOptions extends CsvDialect, DateStyle {
  /** Also members, boards and statuses, as few customers think of; without, they are told by the tickets alone. */
  readonly lists?: boolean;
}

/** Writes companies, contacts, tickets, notes and time entries into the folder, which is made. */
export async function exportTenant(
  tenant: Tenant,
  directory: string,
  options: ExportOptions = {},
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const date = (iso: unknown) => sayDate(typeof iso === "string" ? iso : undefined, options);
  const reports = [
    ...assemblePeopleReports(tenant, date),
    ...assembleDeskReports(tenant, date, options),
    ...(options.lists ? assembleListReports(tenant) : []),
  ];
  for (const { name, captions, rows } of reports) {
    await writeCsv(join(directory, name), captions, rows, options);
  }
}
