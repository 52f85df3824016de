// What the journal knows of records: their steps and their destination ids, many records a query.
// `lateral (… offset 0)` keeps to one index probe a record: without statistics (PGlite never gathers them, and a
// young table has none) the planner would read the whole scope for every batch.
import { sql } from "drizzle-orm";
import type { AppliedStep, JournalRef, OperationState } from "../model/operation.ts";
import { leftOffOf } from "../model/reports/left-off.ts";
import { type Database, executeRaw } from "../store/database/database.ts";
import { type Applied, type JournalScope, refKey } from "./journal.ts";

/** Records without a step are left out. An intent never hides a write of the same step that stands. */
export async function loadApplied(
  { drizzle }: Database,
  scope: JournalScope,
  refs: readonly JournalRef[],
): Promise<ReadonlyMap<string, Applied>> {
  const rows = await executeRaw<{
    type: JournalRef["type"];
    source: string;
    step: string;
    hash: string;
    state: OperationState;
    destination: string | null;
    created: boolean | null;
    archived: boolean | null;
    left: unknown;
  }>(
    drizzle,
    sql`select distinct on (source_type, source_id, step) source_type as type, source_id as source, step,
          content_hash as hash, state, destination_id as destination, created,
          case when step = 'create' and not created then before->'image'->>'archived' = 'true' end as archived,
          before->'leftOff' as left
        from ${wanted(refs)} cross join lateral (
          select * from operation where migration_id = ${scope.migrationId}
            and environment = ${scope.environment} and source_type = wanted.type and source_id = wanted.id
            and state <> 'undone' and not superseded and state <> 'failed' offset 0) as known
        order by source_type, source_id, step, (state = 'intended'), known.id desc`,
  );
  const applied = new Map<string, Map<string, AppliedStep>>();
  for (const row of rows) {
    const key = refKey({ type: row.type, id: row.source } as JournalRef);
    const steps = applied.get(key) ?? new Map<string, AppliedStep>();
    applied.set(key, steps);
    steps.set(row.step, {
      step: row.step,
      contentHash: row.hash,
      state: row.state,
      ...(row.destination === null ? {} : { destinationId: row.destination }),
      ...(row.created === null ? {} : { created: row.created }),
      ...(row.archived ? { foundArchived: true } : {}),
      ...leftOffIn({ leftOff: row.left }),
    });
  }
  return applied;
}

function leftOffIn(before: unknown): Pick<AppliedStep, "leftOff"> {
  const leftOff = leftOffOf(before);
  return leftOff.length === 0 ? {} : { leftOff };
}

export async function loadLinks(
  { drizzle }: Database,
  scope: JournalScope,
  refs: readonly JournalRef[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await executeRaw<{ type: JournalRef["type"]; source: string; destination: string }>(
    drizzle,
    sql`select source_type as type, source_id as source, destination_id as destination
        from ${wanted(refs)} cross join lateral (
          select * from link where migration_id = ${scope.migrationId} and environment = ${scope.environment}
            and source_type = wanted.type and source_id = wanted.id offset 0) as known`,
  );
  return new Map(
    rows.map((row) => [refKey({ type: row.type, id: row.source } as JournalRef), row.destination]),
  );
}

function wanted(refs: readonly JournalRef[]) {
  const distinct = [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];
  return sql`unnest(${sql.param(distinct.map((ref) => ref.type))}::text[],
    ${sql.param(distinct.map((ref) => ref.id))}::text[]) as wanted(type, id)`;
}
