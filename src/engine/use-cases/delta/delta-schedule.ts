// The switch of the deltas that begin by the clock, for one migration; and when the next of them is.
import type { DeltaSchedule } from "../../model/delta-schedule.ts";
import type { Actor } from "../../model/migration.ts";
import { isAfter } from "../../model/order.ts";
import type { Run } from "../../model/run.ts";
import type { Dependencies } from "../dependencies.ts";

const SWITCH = "delta-switch";
const HOUR_MS = 3_600_000;

interface Switched {
  readonly on: boolean;
  readonly by: Actor;
}

/** The newest runs of a migration into production; a removed sample is no rollback of it. */
export interface MoveRuns {
  readonly full: Run | undefined;
  readonly delta: Run | undefined;
  readonly rollback: Run | undefined;
}

export async function loadMoveRuns(
  { store }: Pick<Dependencies, "store">,
  migrationId: string,
): Promise<MoveRuns> {
  const [full, delta, rollback] = await Promise.all([
    store.runs.latest(migrationId, "full", "production"),
    store.runs.latest(migrationId, "delta", "production"),
    store.runs.latest(migrationId, "rollback", "production", "all"),
  ]);
  return { full, delta, rollback };
}

/**
 * The window that is due or comes next, in milliseconds since 1970: after the full run, and none that a delta began
 * after. Windows that were missed are made up for by one delta, so the last of them counts.
 */
export function nextWindow(
  { full, delta, rollback }: MoveRuns,
  hours: readonly number[],
  now: Date,
): number | undefined {
  if (full?.state !== "done" || full.endedAt === undefined) return undefined;
  if (isAfter(rollback, full)) return undefined;
  const ended = Date.parse(full.endedAt);
  const begun = Date.parse(delta?.startedAt ?? "") || 0;
  const open = hours.map((hour) => ended + hour * HOUR_MS).filter((at) => at > begun);
  const missed = open.filter((at) => at <= now.getTime());
  return missed.length > 0 ? Math.max(...missed) : open.toSorted((a, b) => a - b)[0];
}

async function loadSwitch(
  { store }: Pick<Dependencies, "store">,
  migrationId: string,
): Promise<Switched | undefined> {
  return (await store.documents.loadReport(migrationId, SWITCH)) as Switched | undefined;
}

export async function areDeltasOn(deps: Pick<Dependencies, "store">, migrationId: string): Promise<boolean> {
  return (await loadSwitch(deps, migrationId))?.on ?? true;
}

/** Undefined where no delta would begin by the clock any more. */
export async function loadDeltaSchedule(
  deps: Dependencies,
  migrationId: string,
  hours: readonly number[],
): Promise<DeltaSchedule | undefined> {
  const [runs, switched] = await Promise.all([
    loadMoveRuns(deps, migrationId),
    loadSwitch(deps, migrationId),
  ]);
  const now = deps.clock();
  const next = nextWindow(runs, hours, now);
  if (next === undefined) return undefined;
  return {
    on: switched?.on ?? true,
    nextAt: new Date(next).toISOString(),
    isDue: next <= now.getTime(),
    ...(switched === undefined ? {} : { by: switched.by }),
  };
}

/** What is so already is not written again. */
export async function switchDeltas(
  deps: Dependencies,
  migrationId: string,
  on: boolean,
  actor: Actor,
): Promise<void> {
  if ((await areDeltasOn(deps, migrationId)) === on) return;
  const at = deps.clock();
  const switched: Switched = { on, by: actor };
  await deps.store.documents.saveReport(migrationId, SWITCH, switched, at);
  await deps.store.audit.append({
    migrationId,
    at: at.toISOString(),
    actor,
    event: on ? "deltas-switched-on" : "deltas-switched-off",
    detail: {},
  });
}
