// A tenant as the folder of exports that a customer would take out of ConnectWise by hand.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Tenant } from "../tenant/tenant.ts";
import { assembleApiExports, type Flattening } from "./api-exports.ts";
import type { Report, SayDate } from "./cells.ts";
import { assembleDeskReports } from "./desk-reports.ts";
import { assembleListReports, assemblePeopleReports } from "./people-reports.ts";
import { type DateStyle, localTimeOf, sayDate } from "./say-date.ts";
import { assembleVendorReports } from "./vendor-reports.ts";
import { type CsvDialect, writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

export interface ExportOptions extends CsvDialect, DateStyle, Flattening {
  /** What screens show, ConnectWise's own reports, or answers of its API flattened into tables; screens when absent. */
  readonly form?: "screens" | "reports" | "api";
  /** One workbook with a sheet for each table, or a workbook for each; CSV when absent. */
  readonly file?: "csv" | "xlsx" | "one xlsx";
  /** Of screens: also members, boards and statuses, as few customers think of; without, they are told by the tickets alone. */
  readonly lists?: boolean;
}

/** Writes companies, contacts, tickets, notes and time entries into the folder, which is made. */
export async function exportTenant(
  tenant: Tenant,
  directory: string,
  options: ExportOptions = {},
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const { file = "csv", timeZone = "UTC" } = options;
  const say = (zone: string) => (iso: unknown) => {
    if (typeof iso !== "string") return "";
    return file === "csv" ? sayDate(iso, { ...options, timeZone: zone }) : localTimeOf(iso, zone);
  };
  const reports = assemble(tenant, options, say(timeZone), say("UTC"));
  const sheets = reports.map(({ name, ...report }) => ({ name: name.replace(/\.csv$/, ""), ...report }));
  if (file === "one xlsx") await writeXlsx(join(directory, "desk.xlsx"), sheets);
  else if (file === "xlsx")
    for (const sheet of sheets) await writeXlsx(join(directory, `${sheet.name}.xlsx`), [sheet]);
  else
    for (const { name, captions, rows } of reports) {
      await writeCsv(join(directory, name), captions, rows, options);
    }
}

function assemble(tenant: Tenant, options: ExportOptions, date: SayDate, utc: SayDate): Report[] {
  if (options.form === "reports") return assembleVendorReports(tenant, date, utc);
  if (options.form === "api") return assembleApiExports(tenant, options);
  return [
    ...assemblePeopleReports(tenant, date),
    ...assembleDeskReports(tenant, date, options),
    ...(options.lists ? assembleListReports(tenant) : []),
  ];
}
