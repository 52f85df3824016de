// Migrations and what people do around them: conversation, connections, approvals, audit, links.
// ISO-8601 strings of the engine stay text, so that what comes back is what went in.
import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { document } from "./columns.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const migration = pgTable("migration", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  title: text("title").notNull(),
  channelTeam: text("channel_team"),
  channelId: text("channel_id"),
  createdByTeam: text("created_by_team").notNull(),
  createdByUser: text("created_by_user").notNull(),
  createdAt: text("created_at").notNull(),
  /** The systems that it is bound to, and the switch of its deltas: `model/migration-settings.ts`. */
  source: document("source"),
  workspaces: document("workspaces"),
  deltas: document("deltas"),
});

export const conversationState = pgTable("conversation_state", {
  migrationId: text("migration_id").primaryKey(),
  state: document("state").notNull(),
  version: integer("version").notNull(),
});

/** Credentials of one system, sealed by `store/secrets/secrets.ts`. */
export const connection = pgTable(
  "connection",
  {
    migrationId: text("migration_id").notNull(),
    system: text("system", { enum: ["source", "destination", "staging"] }).notNull(),
    sealed: text("sealed").notNull(),
    workspace: document("workspace"),
  },
  (table) => [primaryKey({ columns: [table.migrationId, table.system] })],
);

/** Versioned documents: surveys, field maps, plans, certificates, reports; the newest revision wins. */
export const documentRevision = pgTable(
  "document",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    migrationId: text("migration_id").notNull(),
    kind: text("kind", { enum: ["survey", "field-map", "plan", "certificate", "report"] }).notNull(),
    /** Environment of a plan or certificate, name of a report, else empty. */
    name: text("name").notNull(),
    revision: integer("revision").notNull(),
    hash: text("hash").notNull(),
    data: document("data").notNull(),
    savedBy: document("saved_by"),
    savedAt: moment("saved_at").notNull().default(sql`now()`),
  },
  (table) => [
    unique().on(table.migrationId, table.kind, table.name, table.revision),
    index().on(table.migrationId, table.kind, table.hash),
  ],
);

export const approval = pgTable(
  "approval",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    /** From the sequence of the runs: an approval counts from its place among them, whatever the clocks say. */
    number: bigint("number", { mode: "number" }).notNull().default(sql`nextval('run_number_seq')`),
    migrationId: text("migration_id").notNull(),
    kind: text("kind").notNull(),
    hash: text("hash").notNull(),
    role: text("role").notNull(),
    actorTeam: text("actor_team").notNull(),
    actorUser: text("actor_user").notNull(),
    /** As Slack called the person then; absent for what came without one. */
    actorName: text("actor_name"),
    at: text("at").notNull(),
  },
  (table) => [index().on(table.migrationId, table.id)],
);

/** Append-only and hash-chained: `hash` covers `previous_hash` and everything else of the row. */
export const audit = pgTable(
  "audit",
  {
    migrationId: text("migration_id").notNull(),
    sequence: integer("sequence").notNull(),
    at: text("at").notNull(),
    actor: document("actor").notNull(),
    event: text("event").notNull(),
    detail: document("detail").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [primaryKey({ columns: [table.migrationId, table.sequence] })],
);

/** Only the digest of a token is kept. */
export const oneTimeLink = pgTable("one_time_link", {
  tokenHash: text("token_hash").primaryKey(),
  migrationId: text("migration_id").notNull(),
  personTeam: text("person_team").notNull(),
  personUser: text("person_user").notNull(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

export const delivery = pgTable(
  "delivery",
  { key: text("key").primaryKey(), seenAt: moment("seen_at").notNull() },
  (table) => [index().on(table.seenAt)],
);

/** A Slack installation, sealed. */
export const installation = pgTable("installation", {
  key: text("key").primaryKey(),
  sealed: text("sealed").notNull(),
});

/** Programs that opened this database, so that a refusal can name the newer one. */
export const program = pgTable("program", {
  name: text("name").primaryKey(),
  schemaTag: text("schema_tag").notNull(),
  openedAt: moment("opened_at").notNull(),
});

/** What the canary learnt of an Intercom workspace, by its `app.id_code`. */
export const workspaceProfile = pgTable("workspace_profile", {
  workspaceId: text("workspace_id").primaryKey(),
  profile: document("profile").notNull(),
  askedAt: text("asked_at").notNull(),
});
