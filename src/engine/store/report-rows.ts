// Rows of large reports: written in batches, searched and counted by the database, read by pages.
import { and, asc, between, count, eq, inArray, max, type SQL, sql } from "drizzle-orm";
import { reportRow } from "../../../drizzle/schema.ts";
import type { FieldVerdict } from "../model/reports/certificate.ts";
import { type Database, executeRaw } from "./database/database.ts";
import type { ReportRows, RowFilter } from "./repositories.ts";

const BATCH = 2000;

export function makeReportRows(database: Database): ReportRows {
  const { drizzle } = database;
  return {
    async replace(migrationId, report, rows) {
      await database.transaction(async (tx) => {
        await executeRaw(
          tx,
          sql`delete from report_row where migration_id = ${migrationId} and report = ${report}`,
        );
        for (let start = 0; start < rows.length; start += BATCH) {
          const batch = rows.slice(start, start + BATCH).map((row, at) => ({
            number: start + at + 1,
            source_type: row.source.type,
            source_id: row.source.id,
            verdict: row.verdict,
            searched: searchedOf(row),
            data: row,
          }));
          await executeRaw(
            tx,
            sql`insert into report_row (migration_id, report, number, source_type, source_id, verdict, searched, data)
                select ${migrationId}, ${report}, r.number, r.source_type, r.source_id, r.verdict, r.searched, r.data
                from json_to_recordset(${withoutNul(batch)}::json) as r(number int, source_type text,
                  source_id text, verdict text, searched text, data json)`,
          );
        }
      });
    },
    async list(migrationId, report, { offset, limit, ...filter }) {
      const wanted = within(migrationId, report, filter);
      // Skipping rows is dear, and without a filter their numbers say where a page begins.
      const page = isEmpty(filter)
        ? between(reportRow.number, offset + 1, offset + limit)
        : inArray(
            reportRow.number,
            drizzle
              .select({ number: reportRow.number })
              .from(reportRow)
              .where(wanted)
              .orderBy(asc(reportRow.number))
              .limit(limit)
              .offset(offset),
          );
      const rows = await drizzle
        .select({ data: reportRow.data })
        .from(reportRow)
        .where(and(within(migrationId, report, {}), page))
        .orderBy(asc(reportRow.number));
      return rows.map((row) => row.data as FieldVerdict);
    },
    async count(migrationId, report, filter) {
      const [row] = await drizzle
        .select({ rows: isEmpty(filter) ? max(reportRow.number) : count() })
        .from(reportRow)
        .where(within(migrationId, report, filter));
      return row?.rows ?? 0;
    },
  };
}

/** Text columns take neither NUL nor half an emoji; neither says anything to a reader of a report. */
function withoutNul(rows: unknown): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
  );
}

function searchedOf({ source, field, sourceValue, rule, desired, observed, reason }: FieldVerdict): string {
  const why = reason === undefined ? "" : JSON.stringify(reason);
  return [source.type, source.id, field, sourceValue, rule, desired, observed, why]
    .filter(Boolean)
    .join("\n")
    .toLowerCase();
}

const isEmpty = ({ search, verdict, type }: RowFilter): boolean =>
  !search?.trim() && verdict === undefined && type === undefined;

function within(migrationId: string, report: string, { search, verdict, type }: RowFilter): SQL | undefined {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return and(
    eq(reportRow.migrationId, migrationId),
    eq(reportRow.report, report),
    ...(verdict === undefined ? [] : [eq(reportRow.verdict, verdict)]),
    ...(type === undefined ? [] : [eq(reportRow.sourceType, type)]),
    ...words.map((word) => sql`position(${word} in ${reportRow.searched}) > 0`),
  );
}
