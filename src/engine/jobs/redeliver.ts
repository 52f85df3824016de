// Gives jobs of dead processes back to their queues; pg-boss alone would wait for hours until they expire.
import { sql } from "drizzle-orm";
import type { Database } from "../store/database/database.ts";
import { BOSS_SCHEMA } from "./make-boss.ts";

interface Orphan {
  readonly id: string;
  readonly queue: string;
  readonly attempt: number;
}

/** A job that ends its process each time is not tried for ever. */
const MOST_ATTEMPTS = 20;

export function jobLock(id: string): string {
  return `job/${id}`;
}

/** At the start on PGlite, which has one process: whatever is active belongs to a dead one. */
export async function redeliverAll(database: Database): Promise<readonly string[]> {
  return giveBack(database, sql`true`);
}

/**
 * On PostgreSQL: active jobs whose lock nobody holds. A job is given back at the second sighting in a row, because
 * for a moment after its fetch and before its completion a living one has no lock either.
 */
export function makeSweeper(database: Database): () => Promise<readonly string[]> {
  let seen = new Set<string>();
  return async () => {
    const orphans = await database.execute<Orphan>(
      sql`select id::text as id, name as queue, retry_count as attempt from ${sql.identifier(BOSS_SCHEMA)}.job
          where state = 'active' and ${isOurs} and not exists (
            select from pg_locks where locktype = 'advisory' and objsubid = 1
              and database = (select oid from pg_database where datname = current_database())
              and ((classid::bigint << 32) | objid::bigint) = hashtextextended('job/' || job.id::text, 0))`,
    );
    const keys = new Map(orphans.map((orphan) => [`${orphan.id}/${orphan.attempt}`, orphan]));
    const again = [...keys].filter(([key]) => seen.has(key)).map(([, orphan]) => orphan);
    seen = new Set(keys.keys());
    if (again.length === 0) return [];
    const pairs = again.map((orphan) => `${orphan.id}/${orphan.attempt}`);
    return giveBack(database, sql`id::text || '/' || retry_count::text = any(${sql.param(pairs)}::text[])`);
  };
}

const isOurs = sql`name in ('task', 'conversation-event', 'housekeeping')`;

/** `started_on` stays, so that the next claim counts as another attempt and a late completion is ignored. */
function giveBack(database: Database, which: ReturnType<typeof sql>): Promise<readonly string[]> {
  return database
    .execute<{ id: string }>(
      sql`update ${sql.identifier(BOSS_SCHEMA)}.job set start_after = now(), heartbeat_on = null,
            state = (case when retry_count < ${MOST_ATTEMPTS}::int then 'retry' else 'failed' end)
              ::${sql.identifier(BOSS_SCHEMA)}.job_state,
            completed_on = case when retry_count < ${MOST_ATTEMPTS}::int then null else now() end
          where state = 'active' and ${isOurs} and ${which} returning id::text as id`,
    )
    .then((rows) => rows.map((row) => row.id));
}
