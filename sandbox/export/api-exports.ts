// The desk as answers of the API that a tool flattened into tables: `board.name`, `_info.dateEntered`, lists as JSON or
// in columns of their own.
import type { Tenant } from "../tenant/tenant.ts";
import type { Report } from "./cells.ts";
import { bothLists } from "./desk-reports.ts";
import type { Cell } from "./write-csv.ts";

export interface Flattening {
  /** Between the parts of a path; `.` when absent. */
  readonly pathSeparator?: "." | "/" | "_";
  /** How lists within a record are written; as JSON when absent. */
  readonly listStyle?: "json" | "columns";
}

/** Numbers, texts and flags; objects by paths, whatever depth they have. */
function flatten(record: object, how: Flattening, path = "", into: Record<string, Cell> = {}) {
  const { pathSeparator = ".", listStyle = "json" } = how;
  for (const [key, value] of Object.entries(record)) {
    const name = path === "" ? key : `${path}${pathSeparator}${key}`;
    if (Array.isArray(value) && listStyle === "json") into[name] = JSON.stringify(value);
    else if (typeof value === "object" && value !== null) flatten(value, how, name, into);
    else if (value !== undefined) into[name] = value as Cell;
  }
  return into;
}

/** What `/company/contacts` and its like answer; passwords and tokens are among the fields, as in the API. */
export function assembleApiExports(tenant: Tenant, how: Flattening): Report[] {
  const tickets = bothLists(tenant);
  const tables: readonly (readonly [name: string, records: readonly object[]])[] = [
    ["tickets.csv", tickets],
    ["notes.csv", tickets.flatMap(({ id }) => tenant.notesOf(id).map((note) => ({ ...note, ticketId: id })))],
    ["time entries.csv", tenant.timeEntries],
    ["companies.csv", tenant.companies],
    ["contacts.csv", tenant.contacts],
    ["members.csv", tenant.members],
    ["boards.csv", tenant.boards],
    ["statuses.csv", tenant.statuses],
  ];
  return tables.map(([name, records]) => {
    const rows = records.map((record) => flatten(record, how));
    return { name, captions: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
  });
}
