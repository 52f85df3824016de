// Records intents, so that a repeat is recognized and a write that is open is never begun twice.
import { sql } from "drizzle-orm";
import { AbortError, RetryError } from "../errors.ts";
import type { Operation, OperationState } from "../model/operation.ts";
import { type Database, type Drizzle, executeRaw } from "../store/database/database.ts";
import type { JournalledIntent, JournalScope } from "./journal.ts";

const BATCH = 500;

interface Row {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly step: string;
  readonly hash: string;
  readonly state: OperationState;
}

/** What becomes of one operation: a new row, a row taken up again, or nothing because it stands already. */
interface Plan {
  readonly operation: Operation;
  readonly takeUp?: string;
  readonly supersede?: string;
}

export async function intend(
  database: Database,
  scope: JournalScope,
  runId: string,
  operations: readonly Operation[],
): Promise<readonly JournalledIntent[]> {
  const distinct = [...new Map(operations.map((operation) => [contentKey(operation), operation])).values()];
  const intents: JournalledIntent[] = [];
  for (let start = 0; start < distinct.length; start += BATCH) {
    intents.push(...(await intendBatch(database, scope, runId, distinct.slice(start, start + BATCH))));
  }
  return intents;
}

function intendBatch(
  database: Database,
  scope: JournalScope,
  runId: string,
  operations: readonly Operation[],
): Promise<readonly JournalledIntent[]> {
  return database.transaction(async (tx) => {
    const known = await loadKnown(tx, scope, operations);
    const plans = operations.flatMap((operation) => planOne(operation, known.get(stepKey(operation)) ?? []));
    const ids = await takeNumbers(tx, plans.length);
    const numbered = plans.map((plan, n) => ({ ...plan, id: ids[n] ?? "" }));
    await supersede(tx, plans);
    await takeUp(tx, runId, numbered);
    await insert(tx, scope, runId, numbered);
    return numbered.map(({ id, operation }) => ({ id, operation }));
  });
}

/** Rows of the same record and step, oldest first. */
async function loadKnown(tx: Drizzle, scope: JournalScope, operations: readonly Operation[]) {
  const steps = [...new Map(operations.map((operation) => [stepKey(operation), operation])).values()];
  const rows = await executeRaw<Row>(
    tx,
    // One index probe a step, as in load-applied.ts.
    sql`select known.id::text as id, source_type as type, source_id as source, known.step,
          content_hash as hash, state
        from unnest(${sql.param(steps.map((one) => one.source.type))}::text[],
          ${sql.param(steps.map((one) => one.source.id))}::text[],
          ${sql.param(steps.map((one) => one.step))}::text[]) as wanted(type, id, step)
        cross join lateral (
          select * from operation where migration_id = ${scope.migrationId}
            and environment = ${scope.environment} and source_type = wanted.type and source_id = wanted.id
            and operation.step = wanted.step and state <> 'undone' and not superseded offset 0) as known
        order by known.id`,
  );
  return Map.groupBy(rows, (row) => JSON.stringify([row.type, row.source, row.step]));
}

function planOne(operation: Operation, known: readonly Row[]): readonly Plan[] {
  const open = known.find((row) => row.state === "sent" || row.state === "unknown");
  if (open !== undefined) {
    throw new AbortError({
      code: "operation_open",
      args: {
        step: operation.step,
        type: operation.source.type,
        id: operation.source.id,
        operation: String(open.id),
      },
    });
  }
  const same = known.find((row) => row.hash === operation.contentHash);
  if (same === undefined) return [{ operation }];
  if (same.state !== "done") return [{ operation, takeUp: same.id }];
  // Done, and other content was written over it since: the old content comes back by a new write.
  const newestDone = known.findLast((row) => row.state === "done");
  return newestDone === same ? [] : [{ operation, supersede: same.id }];
}

/** In the order of the operations: a rollback undoes by descending number. */
async function takeNumbers(tx: Drizzle, count: number): Promise<readonly string[]> {
  const rows = await executeRaw<{ id: string }>(
    tx,
    sql`select nextval('operation_id_seq')::text as id from generate_series(1, ${count}::int)`,
  );
  return rows.map((row) => row.id);
}

async function supersede(tx: Drizzle, plans: readonly Plan[]): Promise<void> {
  const ids = plans.flatMap((plan) => plan.supersede ?? []);
  if (ids.length === 0) return;
  await executeRaw(
    tx,
    sql`update operation set superseded = true where id = any(${sql.param(ids)}::bigint[])`,
  );
}

/** With a new number: order stays the order of writing, and who still holds the old number is refused. */
async function takeUp(tx: Drizzle, runId: string, plans: readonly (Plan & { readonly id: string })[]) {
  const again = plans.filter((plan) => plan.takeUp !== undefined);
  if (again.length === 0) return;
  const rows = await executeRaw(
    tx,
    sql`update operation set id = again.id::bigint, state = 'intended', run_id = ${runId}
        from unnest(${sql.param(again.map((plan) => plan.takeUp))}::text[],
          ${sql.param(again.map((plan) => plan.id))}::text[]) as again(old, id)
        where operation.id = again.old::bigint and state in ('intended', 'failed') returning operation.id`,
  );
  if (rows.length < again.length) throw overtaken();
}

async function insert(
  tx: Drizzle,
  scope: JournalScope,
  runId: string,
  plans: readonly (Plan & { readonly id: string })[],
): Promise<void> {
  const fresh = plans.filter((plan) => plan.takeUp === undefined);
  if (fresh.length === 0) return;
  const column = (value: (plan: (typeof fresh)[number]) => string) =>
    sql`${sql.param(fresh.map(value))}::text[]`;
  const rows = await executeRaw(
    tx,
    sql`insert into operation (id, migration_id, environment, run_id, source_type, source_id, step, content_hash,
          state)
        select new.id::bigint, ${scope.migrationId}, ${scope.environment}, ${runId}, new.type, new.source,
          new.step, new.hash, 'intended'
        from unnest(${column((plan) => plan.id)}, ${column((plan) => plan.operation.source.type)},
          ${column((plan) => plan.operation.source.id)}, ${column((plan) => plan.operation.step)},
          ${column((plan) => plan.operation.contentHash)}) as new(id, type, source, step, hash)
        on conflict do nothing returning id`,
  );
  if (rows.length < fresh.length) throw overtaken();
}

function overtaken(): RetryError {
  return new RetryError({ code: "intent_overtaken" });
}

function contentKey({ source, step, contentHash }: Operation): string {
  return JSON.stringify([source.type, source.id, step, contentHash]);
}

function stepKey({ source, step }: Operation): string {
  return JSON.stringify([source.type, source.id, step]);
}
