// Writes many outcomes in one transaction, one statement a kind; each knows the states it may follow.
import { type SQL, sql } from "drizzle-orm";
import type { Action, ActionOutcome } from "../model/action.ts";
import { type Database, type Drizzle, executeRaw } from "../store/database/database.ts";

interface Failure {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
}

export type Outcome =
  | { readonly kind: "sent"; readonly id: string; readonly action: Action; readonly at: Date }
  | { readonly kind: "done"; readonly id: string; readonly outcome: ActionOutcome; readonly at: Date }
  | { readonly kind: "failed"; readonly id: string; readonly error: Failure }
  | { readonly kind: "unknown" | "absent"; readonly id: string };

/** Answers the outcomes whose rows were in no state that they may follow; the others are durable. */
export async function recordOutcomes(
  database: Database,
  outcomes: readonly Outcome[],
): Promise<ReadonlySet<Outcome>> {
  const written = await database.transaction(async (tx) => {
    const ids: string[] = [];
    for (const statement of statements(outcomes)) ids.push(...(await run(tx, statement)));
    return new Set(ids);
  });
  return new Set(outcomes.filter((outcome) => !written.has(outcome.id)));
}

async function run(tx: Drizzle, statement: SQL): Promise<readonly string[]> {
  return (await executeRaw<{ id: string }>(tx, statement)).map((row) => row.id);
}

function* statements(outcomes: readonly Outcome[]): Generator<SQL> {
  const of = <Kind extends Outcome["kind"]>(kind: Kind) =>
    outcomes.filter((one): one is Extract<Outcome, { kind: Kind }> => one.kind === kind);
  const [sent, done, failed] = [of("sent"), of("done"), of("failed")];
  if (sent.length > 0) yield recordSent(sent);
  if (done.length > 0) yield recordDone(done);
  if (failed.length > 0) yield recordFailed(failed);
  const unknown = outcomes.filter((one) => one.kind === "unknown");
  const absent = outcomes.filter((one) => one.kind === "absent");
  if (unknown.length > 0) yield recordUnknown(unknown.map((one) => one.id));
  if (absent.length > 0) yield recordAbsent(absent.map((one) => one.id));
}

/** An array parameter, one element an outcome. */
function column<Item>(items: readonly Item[], value: (item: Item) => string | null | undefined): SQL {
  return sql`${sql.param(items.map((item) => value(item) ?? null))}::text[]`;
}

/** A repeat by the same hand (the commit's answer was lost) has the same moment; another's has not. */
function recordSent(items: readonly Extract<Outcome, { kind: "sent" }>[]): SQL {
  return sql`update operation set state = 'sent', action_kind = new.kind, action = new.action::json,
      sent_at = new.at::timestamptz, error_code = null, error_message = null
    from unnest(${column(items, (one) => one.id)}, ${column(items, (one) => one.action.kind)},
      ${column(items, (one) => JSON.stringify(one.action))}, ${column(items, (one) => one.at.toISOString())})
      as new(id, kind, action, at)
    where operation.id = new.id::bigint
      and (state = 'intended' or (state = 'sent' and sent_at = new.at::timestamptz))
    returning operation.id::text as id`;
}

/** The step named `create` makes the record known under its destination id. */
function recordDone(items: readonly Extract<Outcome, { kind: "done" }>[]): SQL {
  return sql`with recorded as (
      update operation set state = 'done', action = null, done_at = new.at::timestamptz,
        destination_id = new.destination_id, created = new.created::boolean, before = new.before::json,
        request_id = new.request_id
      from unnest(${column(items, (one) => one.id)}, ${column(items, (one) => one.at.toISOString())},
        ${column(items, (one) => one.outcome.destinationId)}, ${column(items, (one) => String(one.outcome.created))},
        ${column(items, (one) => (one.outcome.before === undefined ? null : JSON.stringify(one.outcome.before)))},
        ${column(items, (one) => one.outcome.requestId)})
        as new(id, at, destination_id, created, before, request_id)
      where operation.id = new.id::bigint and (state in ('sent', 'unknown')
        or (state = 'done' and operation.destination_id = new.destination_id))
      returning operation.*
    ), linked as (
      insert into link (migration_id, environment, source_type, source_id, destination_id, operation_id)
      select migration_id, environment, source_type, source_id, destination_id, id from recorded
      where step = 'create'
      on conflict (migration_id, environment, source_type, source_id)
      do update set destination_id = excluded.destination_id, operation_id = excluded.operation_id
    )
    select id::text as id from recorded`;
}

function recordFailed(items: readonly Extract<Outcome, { kind: "failed" }>[]): SQL {
  return sql`update operation set state = 'failed', action = null, error_code = new.code,
      error_message = new.message, request_id = new.request_id
    from unnest(${column(items, (one) => one.id)}, ${column(items, (one) => one.error.code)},
      ${column(items, (one) => one.error.message.replaceAll("\0", ""))},
      ${column(items, (one) => one.error.requestId)}) as new(id, code, message, request_id)
    where operation.id = new.id::bigint and state in ('intended', 'sent', 'unknown', 'failed')
    returning operation.id::text as id`;
}

function recordUnknown(ids: readonly string[]): SQL {
  return sql`update operation set state = 'unknown' where id = any(${sql.param(ids)}::bigint[])
    and state in ('sent', 'unknown') returning id::text as id`;
}

function recordAbsent(ids: readonly string[]): SQL {
  return sql`update operation set state = 'intended', action = null, sent_at = null
    where id = any(${sql.param(ids)}::bigint[]) and state in ('sent', 'unknown', 'intended')
    returning id::text as id`;
}
