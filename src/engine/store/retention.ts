// Deletes what a finished migration held of its customer, counts it, and leaves what proves the work.
import { sql } from "drizzle-orm";
import { type Database, executeRaw } from "./database/database.ts";
import type { Retention } from "./repositories.ts";

/** Certificates, plans, maps, the audit log and the cross-reference stay. */
export function makeRetention(database: Database): Retention {
  return {
    forget: (migrationId) =>
      database.transaction(async (tx) => {
        const count = async (query: ReturnType<typeof sql>) => {
          const [row] = await executeRaw<{ rows: number }>(
            tx,
            sql`with gone as (${query} returning 1) select count(*)::int as rows from gone`,
          );
          return row?.rows ?? 0;
        };
        const [held] = await executeRaw<{ files: number }>(
          tx,
          sql`select count(distinct document -> 'file' ->> 'digest')::int as files
              from source_record cross join lateral json_array_elements(data -> 'documents') as document
              where migration_id = ${migrationId} and type = 'documents'`,
        );
        const records = await count(sql`delete from source_record where migration_id = ${migrationId}`);
        await executeRaw(tx, sql`delete from checkpoint where migration_id = ${migrationId}`);
        await executeRaw(
          tx,
          sql`update migration set source = null, workspaces = null, deltas = null where id = ${migrationId}`,
        );
        return {
          records,
          files: held?.files ?? 0,
          // Their sentences name people; the certificate lists them.
          exceptions: await count(sql`delete from exception where migration_id = ${migrationId}`),
          credentials: await count(sql`delete from connection where migration_id = ${migrationId}`),
          reportRows: await count(sql`delete from report_row where migration_id = ${migrationId}`),
          documents: await count(
            sql`delete from document where migration_id = ${migrationId} and (kind = 'survey'
                or (kind = 'report' and name not like 'signed-certificate:%'))`,
          ),
          // Before-images, actions whose outcome was open, and vendors' words; content hashes and ids stay.
          operations: await count(
            sql`update operation set before = null, action = null, error_message = null
                where migration_id = ${migrationId}
                  and (before is not null or action is not null or error_message is not null)`,
          ),
        };
      }),
  };
}
