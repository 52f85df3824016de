// The staged extract: many rows a statement, keyset order, and nothing written where nothing changed.
import { and, eq, sql } from "drizzle-orm";
import { checkpoint } from "../../../../drizzle/schema.ts";
import type { SourceConfiguration, SourceRecords, SourceType } from "../../model/source/source.ts";
import { type Database, executeRaw } from "../database/database.ts";
import type { ExtractCheckpoint, SourceStaging } from "../repositories.ts";
import { loadBundles } from "./bundles.ts";
import { idNumber, stagedRow } from "./staged-row.ts";

/** Rows a statement: what a page of tickets becomes on its way there dies young, and memory stays low. */
const BATCH = 250;
/** Read by a call a ticket: when it was read is known of each. */
const BY_TICKET: ReadonlySet<SourceType> = new Set(["notes", "documents", "ticketConfigurations"]);

export function makeStaging(database: Database): SourceStaging {
  const { drizzle } = database;
  return {
    async putRecords(migrationId, type, records, at) {
      let changed = 0;
      for (let start = 0; start < records.length; start += BATCH) {
        changed += await putBatch(database, migrationId, type, records.slice(start, start + BATCH), at);
      }
      return { changed };
    },
    async load<T extends SourceType>(migrationId: string, type: T, ids: readonly string[]) {
      const rows = await executeRaw<{ id: string; data: SourceRecords[T] }>(
        drizzle,
        sql`select id, data from source_record where migration_id = ${migrationId} and type = ${type}
            and id = any(${sql.param(ids)}::text[]) and deleted_at is null`,
      );
      return new Map(rows.map((row) => [row.id, row.data]));
    },
    async listIds(migrationId, type, after, limit, deleted = false) {
      const rows = await executeRaw<{ id: string }>(
        drizzle,
        sql`select id from source_record where migration_id = ${migrationId} and type = ${type}
            and ${isAfter(sql`id_number`, sql`id`, after)}
            and deleted_at ${deleted ? sql`is not null` : sql`is null`}
            order by id_number, id limit ${limit}`,
      );
      return rows.map((row) => row.id);
    },
    async count(migrationId, type) {
      const [row] = await executeRaw<{ records: number }>(
        drizzle,
        sql`select count(*)::int as records from source_record
            where migration_id = ${migrationId} and type = ${type} and deleted_at is null`,
      );
      return row?.records ?? 0;
    },
    async loadConfigurationsOf(migrationId, contactIds) {
      if (contactIds.length === 0) return new Map();
      const rows = await executeRaw<{ contact: string; data: SourceConfiguration }>(
        drizzle,
        sql`select parent_id as contact, data from source_record where migration_id = ${migrationId}
            and type = 'configuration' and parent_id = any(${sql.param(contactIds)}::text[])
            and deleted_at is null order by id_number, id`,
      );
      const byContact = Map.groupBy(rows, (row) => row.contact);
      return new Map([...byContact].map(([contact, own]) => [contact, own.map((row) => row.data)]));
    },
    loadBundles: (migrationId, ticketIds, deleted) => loadBundles(drizzle, migrationId, ticketIds, deleted),
    async loadSharedEmails(migrationId) {
      const rows = await executeRaw<{ email: string; ids: string[] }>(
        drizzle,
        sql`select email, array_agg(id order by id_number, id) as ids from source_record
            where migration_id = ${migrationId} and type = 'contact' and email is not null
            and deleted_at is null group by email having count(*) > 1`,
      );
      return new Map(rows.map((row) => [row.email, row.ids]));
    },
    async loadFirstOfAddress(migrationId) {
      const rows = await executeRaw<{ email: string; id: string }>(
        drizzle,
        sql`select distinct on (email) email, id from source_record
            where migration_id = ${migrationId} and type = 'ticket' and email is not null
            order by email, id_number, id`,
      );
      return new Map(rows.map((row) => [row.email, row.id]));
    },
    /** Compares our own two moments of staging, so that the source's clock does not matter. */
    async listTicketsWithoutNotes(migrationId, after, limit, type = "notes", among) {
      const rows = await executeRaw<{ id: string }>(
        drizzle,
        sql`select ticket.id from source_record ticket left join source_record notes
              on notes.migration_id = ticket.migration_id and notes.type = ${type} and notes.id = ticket.id
              and notes.deleted_at is null
            where ticket.migration_id = ${migrationId} and ticket.type = 'ticket' and ticket.deleted_at is null
              and ${isAfter(sql`ticket.id_number`, sql`ticket.id`, after)}
              and ${among === undefined ? sql`true` : sql`ticket.id = any(${sql.param(among)}::text[])`}
              and (notes.id is null or notes.staged_at < ticket.staged_at)
            order by ticket.id_number, ticket.id limit ${limit}`,
      );
      return rows.map((row) => row.id);
    },
    async listStagedSince(migrationId, type, ids, since) {
      const rows = await executeRaw<{ id: string }>(
        drizzle,
        sql`select id from source_record where migration_id = ${migrationId} and type = ${type}
            and id = any(${sql.param(ids)}::text[]) and deleted_at is null
            and staged_at >= ${since.toISOString()}::timestamptz`,
      );
      return new Set(rows.map((row) => row.id));
    },
    async markDeleted(migrationId, refs, at) {
      for (const [type, gone] of Map.groupBy(refs, (ref) => ref.type)) {
        await executeRaw(
          drizzle,
          sql`update source_record set deleted_at = ${at.toISOString()}::timestamptz
              where migration_id = ${migrationId} and type = ${type}
                and id = any(${sql.param(gone.map((ref) => ref.id))}::text[]) and deleted_at is null`,
        );
      }
    },
    async loadCheckpoint(migrationId, type) {
      const [row] = await drizzle
        .select({ data: checkpoint.data })
        .from(checkpoint)
        .where(and(eq(checkpoint.migrationId, migrationId), eq(checkpoint.type, type)));
      return row?.data as ExtractCheckpoint | undefined;
    },
    async saveCheckpoint(migrationId, type, data) {
      await drizzle
        .insert(checkpoint)
        .values({ migrationId, type, data })
        .onConflictDoUpdate({ target: [checkpoint.migrationId, checkpoint.type], set: { data } });
    },
  };
}

async function putBatch<T extends SourceType>(
  database: Database,
  migrationId: string,
  type: T,
  records: readonly SourceRecords[T][],
  at: Date,
): Promise<number> {
  // A page may name a record twice; the later one is the newer.
  const rows = [...new Map(records.map((record) => [record.id, stagedRow(type, record)])).values()];
  const column = (name: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[name]));
  const moment = at.toISOString();
  return database.transaction(async (tx) => {
    const changed = await executeRaw(
      tx,
      sql`insert into source_record as stored (migration_id, type, id, id_number, parent_id, email, data, hash,
            last_updated, staged_at)
          select ${migrationId}, ${type}, row.id, row.id_number::bigint, row.parent_id, row.email,
            row.data::json, row.hash, row.last_updated, ${moment}::timestamptz
          from unnest(${column("id")}::text[], ${column("idNumber")}::text[], ${column("parentId")}::text[],
            ${column("email")}::text[], ${column("data")}::text[], ${column("hash")}::text[],
            ${column("lastUpdated")}::text[])
            as row(id, id_number, parent_id, email, data, hash, last_updated)
          on conflict (migration_id, type, id) do update set parent_id = excluded.parent_id,
            email = excluded.email, data = excluded.data, hash = excluded.hash,
            last_updated = excluded.last_updated, staged_at = excluded.staged_at, deleted_at = null
          where stored.hash <> excluded.hash or stored.deleted_at is not null
          returning stored.id`,
    );
    if (BY_TICKET.has(type) && changed.length < rows.length) {
      // Read again and unchanged: that they were read is news.
      await executeRaw(
        tx,
        sql`update source_record set staged_at = ${moment}::timestamptz where migration_id = ${migrationId}
            and type = ${type} and id = any(${column("id")}::text[]) and staged_at < ${moment}::timestamptz`,
      );
    }
    return changed.length;
  });
}

function isAfter(numberColumn: ReturnType<typeof sql>, idColumn: ReturnType<typeof sql>, after?: string) {
  if (after === undefined) return sql`true`;
  return sql`(${numberColumn}, ${idColumn}) > (${idNumber(after)}::bigint, ${after}::text)`;
}
