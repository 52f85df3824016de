// Plans: made from an extract that is up to date, kept under their hash.
import type { Plan } from "../../model/plan.ts";
import { distinct } from "../../model/sayings/distinct.ts";
import { plan as planStage } from "../../stages/plan/plan.ts";
import { listLeftBehind } from "../../stages/survey/left-behind.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import { type Dependencies, requireConnection, withDestination } from "../dependencies.ts";
import { extractAll } from "../extract/run-extract.ts";
import { requireMap } from "../field-map/maps.ts";

export interface PlanOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The plan of a full run into production. Reads the source and Intercom, writes to neither. */
export async function makePlan(
  deps: Dependencies,
  migrationId: string,
  options: PlanOptions = {},
): Promise<Plan> {
  const { store, journal, time } = deps;
  const { map } = await requireMap(deps, migrationId);
  const missing = await extractAll(deps, migrationId, options);
  const [connection, source, survey] = await Promise.all([
    requireConnection(deps, migrationId),
    loadSourceIdentity(deps, migrationId),
    store.documents.loadSurvey(migrationId),
  ]);
  const plan = await withDestination(deps, connection, "production", (destination) =>
    planStage({
      ...{ destination, journal, staging: store.staging, migrationId, map, source, clock: time },
      environment: "production",
      scope: { kind: "all" },
      warnings: distinct([...(survey?.warnings ?? []), ...missing, ...listLeftBehind(survey?.oddCases)]),
    }),
  );
  await store.documents.savePlan(migrationId, plan);
  return plan;
}
