// Executes a run from wherever it stopped: extract what is new, provision, load; its end is recorded.

import type { Destination } from "../../destination/port.ts";
import { CutoverError, RefusedError } from "../../errors.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { AttributeDefinition } from "../../model/desired.ts";
import type { SourceIdentity } from "../../model/migration-settings.ts";
import type { Workspace } from "../../model/observed.ts";
import type { Progress, Run } from "../../model/run.ts";
import { type LoadResult, load } from "../../stages/load/load.ts";
import { plan as planStage } from "../../stages/plan/plan.ts";
import { provision } from "../../stages/provision/provision.ts";
import type { KeptReports } from "../../store/kept-reports.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import {
  type Dependencies,
  type OpenConnection,
  requireConnection,
  withDestination,
} from "../dependencies.ts";
import { extractAll } from "../extract/run-extract.ts";
import { requireMap } from "../field-map/maps.ts";
import { requireApprovedMap } from "./approvals.ts";
import { askBefore, asksWorkspace, type CanaryOfRun, removeLeftCanaries, watchBeside } from "./run-canary.ts";

export interface Execution {
  readonly deps: Dependencies;
  readonly run: Run;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export const NO_PROGRESS: Progress = { phases: {}, writes: 0, exceptions: 0, rate: 0 };

/** Throws CutoverErrors of extraction and provisioning, `approval_void` before anything is read, and the signal's reason. */
export async function executeLoad(execution: Execution): Promise<LoadResult> {
  const { deps, run, signal, onProgress } = execution;
  const { store, journal, time } = deps;
  const { migrationId, environment, scope } = run;
  const connection = await requireConnection(deps, migrationId);
  const { map, hash } = await requireMap(deps, migrationId);
  await requireApprovedMap(deps, run, hash);
  const source = await loadSourceIdentity(deps, migrationId);
  const prepared =
    (await store.documents.loadReport(migrationId, "prepared", run.id)) ??
    // Preparation is done once a run; a resumed run goes straight on with its records.
    (await prepare(execution, connection, map, source));
  const id = connection.workspaces[environment]?.id;
  const profile = id === undefined ? undefined : await store.profiles.load(id);
  const write = async (destination: Destination, workspace: Workspace): Promise<LoadResult> => {
    const canary = { deps, run, destination, workspace, map, signal };
    const loadAll = (until: AbortSignal) =>
      load({
        ...{ destination, journal, staging: store.staging, exceptions: store.exceptions },
        ...{ migrationId, environment, runId: run.id, scope, map, sourceSystem: source.system },
        ...{ signal: until, onProgress, runAt: startOf(run, time.now()), clock: time },
      });
    if (prepared.asks) return loadWatched(canary, loadAll);
    await removeLeftCanaries(canary);
    return loadAll(signal);
  };
  return withDestination(deps, connection, environment, write, profile);
}

/** What comes before the first record: the extract brought up to date, the canary, attributes. Asks a workspace as it is. */
function prepare(
  execution: Execution,
  connection: OpenConnection,
  map: FieldMap,
  source: SourceIdentity,
): Promise<KeptReports["prepared"]> {
  const { deps, run, signal } = execution;
  const { store, journal, time } = deps;
  const { migrationId, environment, scope } = run;
  return withDestination(deps, connection, environment, async (destination, workspace) => {
    if (run.kind !== "sample") await refreshExtract(execution);
    const planned = await planStage({
      ...{ destination, journal, staging: store.staging, migrationId, environment, map, source },
      // What is tried again is a part of everything: attributes and teams are those of the whole.
      scope: scope.kind === "failed" ? { kind: "all" } : scope,
      clock: time,
      warnings: [],
    });
    if (environment === "production" && planned.teamsToCreate.length > 0)
      throw teamsMissing(planned.teamsToCreate);
    const asks = asksWorkspace(run) && planned.operations + planned.attributesToCreate.length > 0;
    // Before the first write: what it finds stops the run while the workspace is as it was.
    if (asks) await askBefore({ deps, run, destination, workspace, map, signal });
    const attributes = [...planned.attributesToCreate, ...planned.attributesToAdopt];
    await provisionAll(execution, destination, map, attributes);
    const prepared = { plan: planned.hash, asks };
    await store.documents.saveReport(migrationId, "prepared", prepared, time.now(), run.id);
    return prepared;
  });
}

/** What answers the canary stops the load, and is why it ended. */
async function loadWatched(
  canary: CanaryOfRun,
  loadAll: (until: AbortSignal) => Promise<LoadResult>,
): Promise<LoadResult> {
  const watched = await watchBeside(canary);
  const stopped = (result: LoadResult, error: CutoverError): LoadResult => ({
    ...{ writes: result.writes, exceptions: result.exceptions, error },
    kind: error.recovery === "abort" ? "failed" : "paused",
  });
  let result: LoadResult;
  try {
    result = await loadAll(watched.signal);
  } catch (error) {
    // A next start removes what can't be removed now.
    await watched.end().catch(() => undefined);
    throw error;
  }
  try {
    await watched.end();
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    return result.error === undefined ? stopped(result, watched.fired() ?? error) : result;
  }
  return result;
}

/** Unix seconds; the same however often the run is resumed. */
export function startOf(run: Run | undefined, now: Date): number {
  return Math.floor((run?.startedAt === undefined ? now.getTime() : Date.parse(run.startedAt)) / 1000);
}

export function teamsMissing(teams: readonly string[]): RefusedError {
  return new RefusedError({ code: "teams_missing", args: { teams } });
}

async function refreshExtract({ deps, run, signal, onProgress }: Execution): Promise<void> {
  await extractAll(deps, run.migrationId, {
    signal,
    onProgress: (done, total) =>
      onProgress({ ...NO_PROGRESS, phase: "extract", phases: { extract: { done, total } } }),
    runId: run.id,
  });
}

async function provisionAll(
  { deps, run, signal, onProgress }: Execution,
  destination: Parameters<typeof provision>[0]["destination"],
  map: FieldMap,
  attributes: readonly AttributeDefinition[],
): Promise<void> {
  await provision({
    ...{ destination, journal: deps.journal, clock: deps.time, signal, map, attributes, runId: run.id },
    scope: { migrationId: run.migrationId, environment: run.environment },
    onProgress: (done, total) =>
      onProgress({ ...NO_PROGRESS, phase: "provision", phases: { provision: { done, total } } }),
  });
}
