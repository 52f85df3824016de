// What is due by the clock alone: delta windows after a full run, the end of customer data, old delivery keys.
import type { Forgotten } from "../../engine.ts";
import { CutoverError } from "../../errors.ts";
import { isAfter } from "../../model/order.ts";
import type { Run } from "../../model/run.ts";
import type { Dependencies } from "../dependencies.ts";
import { isBeingVerified } from "../verify/verify.ts";
import { areDeltasOn, loadMoveRuns } from "./delta-schedule.ts";
import { forget } from "./forget.ts";

export interface HousekeepingPolicy {
  /** Hours after the full run's end at which a delta begins by itself; none: people press the button. */
  readonly deltaHours: readonly number[];
  /** Days after the end of a migration until its customer data is deleted; undefined: on request only. */
  readonly retentionDays?: number;
}

export const DEFAULT_HOUSEKEEPING: HousekeepingPolicy = { deltaHours: [24, 48], retentionDays: 30 };

export interface Housekeeping {
  startDelta(migrationId: string): Promise<void>;
  tellForgotten(migrationId: string, forgotten: Forgotten, days: number): Promise<void>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Slack repeats a delivery within the hour; nobody clicks the same button again after a month. */
const DELIVERIES_KEPT_MS = 31 * DAY_MS;
const CUTOVER = { team: "local", user: "cutover" } as const;

/** The window that is due: one after the full run whose time has come and which no delta began after. */
export function dueWindow(
  full: Run | undefined,
  delta: Run | undefined,
  rollback: Run | undefined,
  hours: readonly number[],
  now: Date,
): number | undefined {
  if (full?.state !== "done" || full.endedAt === undefined) return undefined;
  if (isAfter(rollback, full)) return undefined;
  // One that waits for somebody goes on by their button alone.
  if (delta && delta.state !== "done" && delta.state !== "cancelled") return undefined;
  const ended = Date.parse(full.endedAt);
  // Windows that were missed while nothing ran are made up for by one delta, not by several.
  const [latest] = hours.filter((hour) => ended + hour * HOUR_MS <= now.getTime()).toSorted((a, b) => b - a);
  if (latest === undefined) return undefined;
  const begun = Date.parse(delta?.startedAt ?? "");
  return begun >= ended + latest * HOUR_MS ? undefined : latest;
}

/** True when the migration ended so long ago that its customer data goes. Work that waits for somebody has no end. */
export function isDataDue(
  { runs, verifiedAt }: { readonly runs: readonly (Run | undefined)[]; readonly verifiedAt?: string },
  policy: HousekeepingPolicy,
  now: Date,
): boolean {
  const { retentionDays, deltaHours } = policy;
  const known = runs.filter((run) => run !== undefined);
  if (retentionDays === undefined || known.length === 0) return false;
  if (known.some(({ state }) => state !== "done" && state !== "cancelled")) return false;
  const ends = [...known.map(({ endedAt }) => endedAt ?? ""), verifiedAt ?? ""].filter((at) => at !== "");
  if (ends.length === 0) return false;
  const last = Math.max(...ends.map((at) => Date.parse(at)));
  const days = Math.max(retentionDays, Math.max(0, ...deltaHours) / 24);
  return last + days * DAY_MS <= now.getTime();
}

/** Safe to repeat, and in several processes: a task that is under way is not started twice. */
export async function keepHouse(
  deps: Dependencies,
  policy: HousekeepingPolicy,
  act: Housekeeping,
): Promise<void> {
  const { store, clock, log } = deps;
  await store.deliveries.prune(new Date(clock().getTime() - DELIVERIES_KEPT_MS));
  for (const { id } of await store.migrations.list()) {
    try {
      await keepOne(deps, policy, act, id);
    } catch (error) {
      // A refusal of one (its map changed, a run began meanwhile) is no reason to leave the others.
      if (!(error instanceof CutoverError)) throw error;
      log.warn({ migration: id, code: error.code }, `housekeeping left it: ${error.message}`);
    }
  }
}

async function keepOne(
  deps: Dependencies,
  policy: HousekeepingPolicy,
  act: Housekeeping,
  migrationId: string,
): Promise<void> {
  const { store, clock } = deps;
  // What was forgotten, and what was never connected, holds nothing.
  if ((await store.connections.load(migrationId)) === undefined) return;
  const { full, delta, rollback } = await loadMoveRuns(deps, migrationId);
  const certificate = await store.documents.loadCertificate(migrationId, "production");
  const facts = {
    runs: [full, delta, rollback],
    ...(certificate === undefined ? {} : { verifiedAt: certificate.verifiedAt }),
  };
  if (isDataDue(facts, policy, clock())) {
    const forgotten = await forget(deps, migrationId, CUTOVER);
    await act.tellForgotten(migrationId, forgotten, policy.retentionDays ?? 0);
  } else if (dueWindow(full, delta, rollback, policy.deltaHours, clock()) !== undefined) {
    if (!(await areDeltasOn(deps, migrationId))) return;
    // It is looked for again in ten minutes.
    if (await isBeingVerified(deps, migrationId)) return;
    await act.startDelta(migrationId);
  }
}
