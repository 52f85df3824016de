// Runs: their state changes by compare-and-set only.
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { run } from "../../../drizzle/schema.ts";
import type { Progress, Run, RunState } from "../model/run.ts";
import type { ErrorSaying } from "../model/sayings/error-arguments.ts";
import type { Database } from "./database/database.ts";
import type { Runs } from "./run-repository.ts";

const ENDED: readonly RunState[] = ["done", "failed", "cancelled"];

export function makeRuns({ drizzle }: Database): Runs {
  return {
    async create(value) {
      const { planHash = null, reason: saying = null, startedAt = null, endedAt = null, ...rest } = value;
      const [row] = await drizzle
        .insert(run)
        .values({ ...rest, planHash, saying, startedAt, endedAt })
        .returning({ number: run.number });
      return { ...value, number: row?.number ?? 0 };
    },
    async find(id) {
      const [row] = await drizzle.select().from(run).where(eq(run.id, id));
      return row === undefined ? undefined : fromRow(row);
    },
    async latest(migrationId, kind, environment, scope) {
      const [row] = await drizzle
        .select()
        .from(run)
        .where(
          and(
            eq(run.migrationId, migrationId),
            kind === undefined ? undefined : eq(run.kind, kind),
            environment === undefined ? undefined : eq(run.environment, environment),
            scope === undefined ? undefined : sql`${run.scope}->>'kind' = ${scope}`,
          ),
        )
        .orderBy(desc(run.number))
        .limit(1);
      return row === undefined ? undefined : fromRow(row);
    },
    async latestDone(migrationId, kinds) {
      const isDone = and(eq(run.state, "done"), eq(run.environment, "production"));
      const [row] = await drizzle
        .select()
        .from(run)
        .where(and(eq(run.migrationId, migrationId), inArray(run.kind, [...kinds]), isDone))
        .orderBy(desc(run.number))
        .limit(1);
      return row === undefined ? undefined : fromRow(row);
    },
    async listIds(migrationId, kind, environment) {
      const rows = await drizzle
        .select({ id: run.id })
        .from(run)
        .where(and(eq(run.migrationId, migrationId), eq(run.kind, kind), eq(run.environment, environment)))
        .orderBy(asc(run.number));
      return rows.map(({ id }) => id);
    },
    async listActive() {
      const rows = await drizzle
        .select()
        .from(run)
        .where(inArray(run.state, ["queued", "running"]))
        .orderBy(asc(run.number));
      return rows.map(fromRow);
    },
    /** `running` keeps the first start; a reason that is not given is cleared. */
    async setState(id, from, to, { reason, at }) {
      const moment = at.toISOString();
      const changed = await drizzle
        .update(run)
        .set({
          state: to,
          reason: null,
          saying: reason ?? null,
          ...(to === "running" ? { startedAt: sql`coalesce(${run.startedAt}, ${moment})` } : {}),
          endedAt: ENDED.includes(to) ? moment : null,
        })
        .where(and(eq(run.id, id), inArray(run.state, [...from])))
        .returning({ id: run.id });
      return changed.length === 1;
    },
    async saveProgress(id, progress) {
      await drizzle.update(run).set({ progress }).where(eq(run.id, id));
    },
  };
}

/** An older version wrote prose. */
function reasonOf({ saying, reason }: typeof run.$inferSelect): Pick<Run, "reason"> {
  if (saying !== null) return { reason: saying as ErrorSaying };
  return reason === null ? {} : { reason: { code: "told", args: { message: reason, remedy: "" } } };
}

function fromRow(row: typeof run.$inferSelect): Run {
  return {
    id: row.id,
    number: row.number,
    migrationId: row.migrationId,
    kind: row.kind as Run["kind"],
    environment: row.environment,
    scope: row.scope as Run["scope"],
    state: row.state as RunState,
    progress: row.progress as Progress,
    ...(row.planHash === null ? {} : { planHash: row.planHash }),
    ...reasonOf(row),
    ...(row.startedAt === null ? {} : { startedAt: row.startedAt }),
    ...(row.endedAt === null ? {} : { endedAt: row.endedAt }),
  };
}
