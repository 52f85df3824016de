// The switch of the deltas that begin by the clock, for one migration; and when the next of them is.

import type { Actor } from "../../model/migration.ts";
import { isAfter } from "../../model/order.ts";
import type { DeltaSchedule } from "../../model/reports/delta-schedule.ts";
import type { Run } from "../../model/run.ts";
import type { Dependencies } from "../dependencies.ts";

const HOUR_MS = 3_600_000;

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

export async function areDeltasOn(deps: Pick<Dependencies, "store">, migrationId: string): Promise<boolean> {
  return (await deps.store.migrations.loadSettings(migrationId)).deltas?.on ?? true;
}

/** Undefined where no delta would begin by the clock any more. */
export async function loadDeltaSchedule(
  deps: Dependencies,
  migrationId: string,
  hours: readonly number[],
): Promise<DeltaSchedule | undefined> {
  const [runs, { deltas }] = await Promise.all([
    loadMoveRuns(deps, migrationId),
    deps.store.migrations.loadSettings(migrationId),
  ]);
  const now = deps.clock();
  const next = nextWindow(runs, hours, now);
  if (next === undefined) return undefined;
  return {
    on: deltas?.on ?? true,
    nextAt: new Date(next).toISOString(),
    isDue: next <= now.getTime(),
    ...(deltas === undefined ? {} : { by: deltas.by }),
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
  await deps.store.migrations.saveSettings(migrationId, { deltas: { on, by: actor } });
  await deps.store.audit.append({
    migrationId,
    at: at.toISOString(),
    actor,
    event: on ? "deltas-switched-on" : "deltas-switched-off",
    detail: {},
  });
}
