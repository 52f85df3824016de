// Rows of the journal by state: what is open, what stands, how much of each; and rows that a rollback undid.
import { type SQL, sql } from "drizzle-orm";
import type { Action } from "../model/action.ts";
import type { JournalRef, OperationState } from "../model/operation.ts";
import { type Database, executeRaw } from "../store/database/database.ts";
import type { JournalScope, StandingOperation, UnsettledOperation } from "./journal.ts";

interface Row {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly step: string;
}

export async function loadUnsettled(
  { drizzle }: Database,
  scope: JournalScope,
): Promise<readonly UnsettledOperation[]> {
  const rows = await executeRaw<Row & { hash: string; action: Action; sent: string; run: string }>(
    drizzle,
    sql`select id::text as id, source_type as type, source_id as source, step, content_hash as hash, action,
          (extract(epoch from sent_at) * 1000)::text as sent, run_id as run
        from operation where ${within(scope)} and state in ('sent', 'unknown') order by operation.id`,
  );
  return rows.map((row) => ({
    id: row.id,
    source: refOf(row),
    step: row.step,
    contentHash: row.hash,
    action: row.action,
    sentAt: new Date(Number(row.sent)),
    runId: row.run,
  }));
}

export function loadStanding(
  database: Database,
  scope: JournalScope,
  limit: number,
  beforeId: string | undefined,
): Promise<readonly StandingOperation[]> {
  const before = beforeId === undefined ? sql`true` : sql`operation.id < ${beforeId}::bigint`;
  return readStanding(database, scope, before, sql`limit ${limit}`);
}

export function loadStandingOf(
  database: Database,
  scope: JournalScope,
  ref: JournalRef,
): Promise<readonly StandingOperation[]> {
  return readStanding(database, scope, sql`source_type = ${ref.type} and source_id = ${ref.id}`, sql``);
}

async function readStanding(
  { drizzle }: Database,
  scope: JournalScope,
  which: SQL,
  limit: SQL,
): Promise<readonly StandingOperation[]> {
  const rows = await executeRaw<
    Row & {
      kind: Action["kind"];
      destination: string;
      created: boolean;
      before: unknown;
      done: string;
      run: string;
    }
  >(
    drizzle,
    sql`select id::text as id, run_id as run, source_type as type, source_id as source, step, action_kind as kind,
          destination_id as destination, created, before, (extract(epoch from done_at) * 1000)::text as done
        from operation where ${within(scope)} and state = 'done' and ${which}
        order by operation.id desc ${limit}`,
  );
  return rows.map((row) => ({
    id: row.id,
    source: refOf(row),
    step: row.step,
    runId: row.run,
    actionKind: row.kind,
    destinationId: row.destination,
    created: row.created,
    ...(row.before === null ? {} : { before: row.before }),
    doneAt: new Date(Number(row.done)),
  }));
}

/** `done_at` of an undone row is when it was undone; the before-image goes, and so does the record's link. */
export async function recordUndone(database: Database, ids: readonly string[], at: Date): Promise<void> {
  const numbers = sql`${sql.param(ids)}::bigint[]`;
  await database.transaction(async (tx) => {
    await executeRaw(
      tx,
      sql`update operation set state = 'undone', before = null, done_at = ${at.toISOString()}::timestamptz
          where id = any(${numbers}) and state = 'done'`,
    );
    await executeRaw(tx, sql`delete from link where operation_id = any(${numbers})`);
  });
}

export async function countByState(
  { drizzle }: Database,
  scope: JournalScope,
): Promise<Readonly<Record<OperationState, number>>> {
  const rows = await executeRaw<{ state: OperationState; operations: number }>(
    drizzle,
    sql`select state, count(*)::int as operations from operation where ${within(scope)} group by state`,
  );
  const counts = { intended: 0, sent: 0, done: 0, failed: 0, unknown: 0, undone: 0 };
  for (const row of rows) counts[row.state] = row.operations;
  return counts;
}

function within({ migrationId, environment, runs }: JournalScope) {
  const ofRuns = runs === undefined ? sql`` : sql` and run_id = any(${sql.param(runs)}::text[])`;
  return sql`migration_id = ${migrationId} and environment = ${environment}${ofRuns}`;
}

function refOf(row: Row): JournalRef {
  return { type: row.type, id: row.source } as JournalRef;
}
