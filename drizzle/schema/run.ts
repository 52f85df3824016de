// Runs, their exceptions, the journal of writes, links, and the budget rows of the governor.
import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { document } from "./columns.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const environment = () => text("environment", { enum: ["staging", "production"] }).notNull();

export const run = pgTable(
  "run",
  {
    id: text("id").primaryKey(),
    /** Order of creation, of approvals too: both take their numbers from this sequence. */
    number: bigserial("number", { mode: "number" }).notNull(),
    migrationId: text("migration_id").notNull(),
    kind: text("kind").notNull(),
    environment: environment(),
    scope: document("scope").notNull(),
    planHash: text("plan_hash"),
    state: text("state").notNull(),
    progress: document("progress").notNull(),
    /** Prose of an older version. */
    reason: text("reason"),
    /** Code and arguments of why it stands still. */
    saying: document("saying"),
    startedAt: text("started_at"),
    endedAt: text("ended_at"),
  },
  (table) => [
    index("run_latest").on(table.migrationId, table.number),
    index("run_active").on(table.number).where(sql`${table.state} in ('queued', 'running')`),
  ],
);

/** A record that did not make it, once per code; resolved ones stay. */
export const exception = pgTable(
  "exception",
  {
    number: bigserial("number", { mode: "number" }).notNull(),
    migrationId: text("migration_id").notNull(),
    environment: environment(),
    sourceType: text("source_type").notNull(),
    sourceId: text("source_id").notNull(),
    code: text("code").notNull(),
    /** Prose of an older version; empty where there is a saying. */
    message: text("message").notNull(),
    remedy: text("remedy").notNull(),
    saying: document("saying"),
    requestId: text("request_id"),
    runId: text("run_id").notNull(),
    resolved: boolean("resolved").notNull().default(false),
  },
  (table) => [
    primaryKey({
      columns: [table.migrationId, table.environment, table.sourceType, table.sourceId, table.code],
    }),
    index("exception_open")
      .on(table.migrationId, table.environment, table.number)
      .where(sql`not ${table.resolved}`),
  ],
);

/**
 * The journal. `action` is kept only while an outcome is open, so customer text does not pile up here.
 * `superseded` marks a done row whose content came back after other content was written over it.
 */
export const operation = pgTable(
  "operation",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    migrationId: text("migration_id").notNull(),
    environment: environment(),
    runId: text("run_id").notNull(),
    sourceType: text("source_type").notNull(),
    sourceId: text("source_id").notNull(),
    step: text("step").notNull(),
    contentHash: text("content_hash").notNull(),
    state: text("state", { enum: ["intended", "sent", "done", "failed", "unknown", "undone"] }).notNull(),
    superseded: boolean("superseded").notNull().default(false),
    actionKind: text("action_kind"),
    action: document("action"),
    sentAt: moment("sent_at"),
    doneAt: moment("done_at"),
    destinationId: text("destination_id"),
    created: boolean("created"),
    before: document("before"),
    requestId: text("request_id"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
  },
  (table) => [
    uniqueIndex("operation_repeat")
      .on(
        table.migrationId,
        table.environment,
        table.sourceType,
        table.sourceId,
        table.step,
        table.contentHash,
      )
      .where(sql`${table.state} <> 'undone' and not ${table.superseded}`),
    index("operation_state").on(table.migrationId, table.environment, table.state, table.id),
  ],
);

export const link = pgTable(
  "link",
  {
    migrationId: text("migration_id").notNull(),
    environment: environment(),
    sourceType: text("source_type").notNull(),
    sourceId: text("source_id").notNull(),
    destinationId: text("destination_id").notNull(),
    operationId: bigint("operation_id", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.migrationId, table.environment, table.sourceType, table.sourceId] }),
    index("link_operation").on(table.operationId),
  ],
);

/** One row a credential: the window under way, shared by all processes; see `pace/budget.ts`. */
export const paceWindow = pgTable("pace_window", {
  credential: text("credential").primaryKey(),
  row: document("row").notNull(),
  version: integer("version").notNull(),
});
