// The sample: a covering set of tickets, written to staging, read back and compared field by field.
import type { SampleDiff } from "../../engine.ts";
import type { Actor } from "../../model/migration.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import { fetchFieldDiff } from "../../stages/sample/field-diff.ts";
import { previewFieldDiff } from "../../stages/sample/preview.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import { type Dependencies, requireConnection, withDestination } from "../dependencies.ts";
import { requireMap } from "../field-map/maps.ts";
import { currentPlanHash } from "../runs/approvals.ts";
import { startOf } from "../runs/execute-run.ts";
import { beginRun, executeRun, Stopped } from "../runs/run-lifecycle.ts";
import { type ChooseOptions, chooseTickets } from "./choose-tickets.ts";

export const SAMPLE_DIFF = "sample-diff";

export interface SampleOptions extends ChooseOptions {
  /**
   * Where no staging workspace is connected. `preview`: nothing is written, the diff shows what would be. `write`: the
   * sample goes to production, for an operator or by an account manager's approval; a full run goes on from it.
   */
  readonly withoutStaging: "preview" | "write";
}

/** Throws what stopped the run; the sample goes on where it stopped when it is taken again. */
export async function takeSample(
  deps: Dependencies,
  migrationId: string,
  actor: Actor,
  options: SampleOptions,
): Promise<SampleDiff> {
  const { store } = deps;
  const [connection, { map }] = await Promise.all([
    requireConnection(deps, migrationId),
    requireMap(deps, migrationId),
  ]);
  const { ticketIds, coverage, classes } = await chooseTickets(deps, migrationId, map, options);
  const environment: EnvironmentName = connection.workspaces.staging === undefined ? "production" : "staging";
  const preview = environment === "production" && options.withoutStaging === "preview";
  const startedAt = preview
    ? undefined
    : await write(deps, migrationId, environment, ticketIds, actor, options);
  const source = await loadSourceIdentity(deps, migrationId);
  const diff = await withDestination(deps, connection, environment, (destination) => {
    const shared = {
      ...{
        destination,
        journal: deps.journal,
        staging: store.staging,
        migrationId,
        map,
        ticketIds,
        coverage,
        classes,
        clock: deps.time,
      },
      sourceSystem: source.system,
      runAt: startedAt ?? startOf(undefined, deps.clock()),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    };
    return preview ? previewFieldDiff(shared) : fetchFieldDiff({ ...shared, environment });
  });
  await saveDiff(deps, migrationId, diff);
  return diff;
}

/** Rows shown in Slack; the report page has all of them. */
const SHOWN_ROWS = 500;

async function saveDiff(
  { store, clock }: Dependencies,
  migrationId: string,
  diff: SampleDiff,
): Promise<void> {
  await store.reportRows.replace(migrationId, SAMPLE_DIFF, diff.rows);
  const shown = { ...diff, rows: diff.rows.slice(0, SHOWN_ROWS) };
  await store.documents.saveReport(migrationId, "sample-diff", shown, clock());
}

/** Unix seconds of the run's start. */
async function write(
  deps: Dependencies,
  migrationId: string,
  environment: EnvironmentName,
  ticketIds: readonly string[],
  actor: Actor,
  { signal, onProgress }: SampleOptions,
): Promise<number> {
  const scope = { kind: "sample", ticketIds } as const;
  const planHash = await currentPlanHash(deps, migrationId, environment, scope);
  const begun = await beginRun(deps, { migrationId, kind: "sample", environment, scope, planHash }, actor);
  const { run, error } = await executeRun(deps, begun.id, {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  if (error !== undefined) throw error;
  if (run.state === "paused" || run.state === "cancelled") throw new Stopped(run.state);
  signal?.throwIfAborted();
  return startOf(run, deps.clock());
}
