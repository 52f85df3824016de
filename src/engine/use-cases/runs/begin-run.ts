// Full runs and deltas into production: begun only for the plan that was approved, and while its teams exist.
import { InputError, RefusedError } from "../../errors.ts";
import type { Actor } from "../../model/migration.ts";
import type { RunScope } from "../../model/plan.ts";
import type { Run } from "../../model/run.ts";
import type { Dependencies } from "../dependencies.ts";
import { findMissingTeams } from "../reports/status.ts";
import { currentPlanHash, requireCurrent } from "./approvals.ts";
import { teamsMissing } from "./execute-run.ts";
import { beginRun } from "./run-lifecycle.ts";

/** Throws RefusedError for another hash than the current plan's (`approval_void`) and while teams are missing. */
export async function beginFullRun(
  deps: Dependencies,
  migrationId: string,
  planHash: string,
  actor: Actor,
): Promise<Run> {
  if ((await deps.store.documents.latestPlan(migrationId, "production")) === undefined) {
    throw new InputError({ code: "no_plan" });
  }
  await requireCurrent(deps, migrationId, planHash);
  const missing = await findMissingTeams(deps, migrationId, "production");
  if (missing.length > 0) throw teamsMissing(missing);
  return beginRun(
    deps,
    { migrationId, kind: "full", environment: "production", scope: { kind: "all" }, planHash },
    actor,
  );
}

/**
 * What did not make it, alone: after a full run, and with the map and workspace of its plan. `planHash`, where it is
 * given, must be that plan's.
 */
export async function beginRetry(
  deps: Dependencies,
  migrationId: string,
  actor: Actor,
  planHash?: string,
): Promise<Run> {
  if (planHash !== undefined) await requireCurrent(deps, migrationId, planHash);
  return beginAfterFull(deps, migrationId, actor, { kind: "failed" });
}

/** What changed since: only after a full run, and only with the map and workspace that were approved for it. */
export function beginDelta(deps: Dependencies, migrationId: string, actor: Actor): Promise<Run> {
  return beginAfterFull(deps, migrationId, actor, { kind: "all" });
}

async function beginAfterFull(
  deps: Dependencies,
  migrationId: string,
  actor: Actor,
  scope: RunScope,
): Promise<Run> {
  const full = await deps.store.runs.latest(migrationId, "full", "production");
  if (full?.state !== "done" || full.planHash === undefined) {
    throw new RefusedError({ code: "no_full_run" });
  }
  const planHash = await currentPlanHash(deps, migrationId, "production");
  if (planHash !== full.planHash) {
    throw new RefusedError({ code: "approval_void", args: { since: "full-run" } });
  }
  return beginRun(deps, { migrationId, kind: "delta", environment: "production", scope, planHash }, actor);
}

export function beginRollback(deps: Dependencies, migrationId: string, actor: Actor): Promise<Run> {
  return beginRun(
    deps,
    { migrationId, kind: "rollback", environment: "production", scope: { kind: "all" } },
    actor,
  );
}
