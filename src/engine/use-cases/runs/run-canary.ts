// The canaries of a run: one before anything is written, one beside it for what fires late; both gone at its end.
import type { Destination } from "../../destination/port.ts";
import { AskError, type CutoverError } from "../../errors.ts";
import { attributesOfMap } from "../../field-map/attributes.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import { actorsOf } from "../../model/actors.ts";
import type { Workspace } from "../../model/observed.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import { differencesOf, type WorkspaceProfile } from "../../model/profile.ts";
import type { Run } from "../../model/run.ts";
import { askWorkspace } from "../../stages/canary/ask-workspace.ts";
import { type CanaryTools, canaryScope } from "../../stages/canary/canary-writes.ts";
import { type LateCanary, startLateCanary } from "../../stages/canary/late-canary.ts";
import { removeCanaries } from "../../stages/canary/remove-canary.ts";
import { withRetry } from "../../write/retry.ts";
import type { Dependencies } from "../dependencies.ts";

/** Soon, as most automations answer; then as late as the slow ones. */
const MINUTE = 60_000;
const LOOKS_MS = [500, 2000, 5000, ...[0.5, 2, 5, 10, 20, 40, 80, 160, 320].map((at) => at * MINUTE)];

export interface CanaryOfRun {
  readonly deps: Dependencies;
  readonly run: Run;
  readonly destination: Destination;
  readonly workspace: Workspace;
  readonly map: FieldMap;
  readonly signal: AbortSignal;
}

/** A sample and a full run ask; a delta and a retry go by what the full run's canary learnt. */
export const asksWorkspace = ({ kind }: Run): boolean => kind === "sample" || kind === "full";

export async function askBefore(of: CanaryOfRun): Promise<WorkspaceProfile> {
  const { deps, run, destination, workspace, signal } = of;
  const { store, clock } = deps;
  const adminId = await chooseAdmin(of);
  const [team] = await withRetry(() => destination.fetchTeams(), deps.time, signal);
  const options = {
    ...{ workspaceId: workspace.id, adminId },
    ...(team === undefined ? {} : { teamId: team.id }),
    ...(deps.blobs === undefined ? {} : { files: deps.blobs.of(filesOf(run)) }),
  };
  const tell = (outcome: string, differs: readonly string[] = []) =>
    store.audit.append({
      ...{ migrationId: run.migrationId, at: clock().toISOString(), actor: "cutover", event: "canary" },
      detail: { run: run.id, environment: run.environment, workspace: workspace.id, outcome, differs },
    });
  try {
    const profile = await askWorkspace(toolsOf(of), options, deps.newId, (asked) =>
      store.profiles.save(asked),
    );
    await tell("passed", await findDifferences(of, profile));
    return profile;
  } catch (error) {
    await tell(error instanceof AskError ? error.code : "failed");
    throw error;
  }
}

/** What the sample in staging did not show of production: names of the profile's fields. */
async function findDifferences({ deps, run }: CanaryOfRun, profile: WorkspaceProfile) {
  if (run.environment === "staging") return [];
  const connection = await deps.store.connections.load(run.migrationId);
  const staging = connection?.workspaces.staging;
  const other = staging === undefined ? undefined : await deps.store.profiles.load(staging.id);
  return other === undefined ? [] : differencesOf(other, profile);
}

export interface WatchedRun {
  /** Aborted when something answered the canary, or the run is to stop anyway. */
  readonly signal: AbortSignal;
  /** What answered. */
  readonly fired: () => CutoverError | undefined;
  /** Looks once more and removes the canary. Throws what it found, and `canary_not_deleted`. */
  end(): Promise<void>;
}

export async function watchBeside(of: CanaryOfRun): Promise<WatchedRun> {
  const { deps, workspace, map } = of;
  const halt = new AbortController();
  let fired: CutoverError | undefined;
  const late: LateCanary = await startLateCanary(toolsOf(of), deps.newId, {
    ...{ adminId: await chooseAdmin(of), attributes: attributesOfMap(map), looksMs: LOOKS_MS },
    actorIds: await findActors(of),
    onFired(error) {
      fired = error;
      halt.abort(error);
    },
  });
  const asked = await deps.store.profiles.load(workspace.id);
  if (asked) await deps.store.profiles.save({ ...asked, ...late.learned });
  return {
    signal: AbortSignal.any([of.signal, halt.signal]),
    fired: () => fired,
    async end() {
      await late.end();
      await deps.blobs?.forget(filesOf(of.run));
    },
  };
}

/** What a killed process left in the workspace, whatever starts next. Throws AskError `canary_not_deleted`. */
export async function removeLeftCanaries(of: Omit<CanaryOfRun, "map" | "workspace">): Promise<void> {
  await removeCanaries(toolsOf(of));
}

function toolsOf({ deps, run, destination, signal }: Omit<CanaryOfRun, "map" | "workspace">): CanaryTools {
  return {
    ...{ destination, journal: deps.journal, clock: deps.time, signal, runId: run.id },
    scope: canaryScope(run.migrationId, run.environment),
  };
}

const filesOf = ({ migrationId, environment }: { migrationId: string; environment: EnvironmentName }) =>
  `canary:${migrationId}:${environment}`;

/** The map's people who can act now: those who can't are the fallback's anyway. */
async function findActors({ deps, destination, map, signal }: CanaryOfRun): Promise<readonly string[]> {
  const able = actorsOf(await withRetry(() => destination.fetchAdmins(), deps.time, signal));
  const wanted = new Set(map.members.flatMap(({ admin }) => (admin ? [admin.id] : [])));
  return able.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
}

/** As the move does: the map's fallback admin, by id or by name, else the first who can. */
async function chooseAdmin({ deps, destination, map, signal }: CanaryOfRun): Promise<string> {
  const admins = actorsOf(await withRetry(() => destination.fetchAdmins(), deps.time, signal));
  const { fallbackAdmin } = map.policies;
  const admin =
    admins.find(({ id }) => id === fallbackAdmin?.id) ??
    admins.find(({ name }) => name === fallbackAdmin?.name) ??
    admins[0];
  if (admin) return admin.id;
  throw new AskError({ code: "no_admins", args: {} });
}
