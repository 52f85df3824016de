// What proves a migration: rows of reports, one a field, and the key that certificates are signed with.
import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { document } from "./columns.ts";

/** Rows of a report, the worst first; a report may have hundreds of thousands, so they are read by pages. */
export const reportRow = pgTable(
  "report_row",
  {
    migrationId: text("migration_id").notNull(),
    report: text("report").notNull(),
    /** Place in the report, from 1. */
    number: integer("number").notNull(),
    sourceType: text("source_type").notNull(),
    sourceId: text("source_id").notNull(),
    verdict: text("verdict").notNull(),
    /** What a person may search, lower case. */
    searched: text("searched").notNull(),
    data: document("data").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.migrationId, table.report, table.number] }),
    index("report_row_verdict").on(table.migrationId, table.report, table.verdict, table.number),
    index("report_row_type").on(table.migrationId, table.report, table.sourceType, table.number),
  ],
);

/** One row an installation: the Ed25519 pair, its private half sealed by `store/secrets/secrets.ts`. */
export const signingKey = pgTable("signing_key", {
  name: text("name").primaryKey(),
  /** SPKI, PEM. */
  publicKey: text("public_key").notNull(),
  sealed: text("sealed").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().default(sql`now()`),
});
