// The staged extract: one row a source record, and where extraction of each type stands.
import { sql } from "drizzle-orm";
import { bigint, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { document } from "./columns.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const sourceRecord = pgTable(
  "source_record",
  {
    migrationId: text("migration_id").notNull(),
    type: text("type").notNull(),
    id: text("id").notNull(),
    /** The id as a number, for keyset order; -1 where a source's ids are no numbers. */
    idNumber: bigint("id_number", { mode: "number" }).notNull(),
    /** Ticket of a time entry, company of a contact. */
    parentId: text("parent_id"),
    /** A contact's e-mail, lower case. */
    email: text("email"),
    data: document("data").notNull(),
    hash: text("hash").notNull(),
    lastUpdated: text("last_updated"),
    /** When the content last changed here; of notes: when they were last read. */
    stagedAt: moment("staged_at").notNull(),
    deletedAt: moment("deleted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.migrationId, table.type, table.id] }),
    index("source_record_order").on(table.migrationId, table.type, table.idNumber, table.id),
    index("source_record_parent")
      .on(table.migrationId, table.parentId)
      .where(sql`${table.type} = 'timeEntry'`),
    index("source_record_email")
      .on(table.migrationId, table.email)
      .where(sql`${table.type} = 'contact' and ${table.email} is not null`),
  ],
);

export const checkpoint = pgTable(
  "checkpoint",
  {
    migrationId: text("migration_id").notNull(),
    type: text("type").notNull(),
    data: document("data").notNull(),
  },
  (table) => [primaryKey({ columns: [table.migrationId, table.type] })],
);
