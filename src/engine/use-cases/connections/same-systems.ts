// Keys may be replaced, systems may not: what was read of one source, or written to one workspace, is never mixed with another.
import { AskError } from "../../errors.ts";
import type { SourceIdentity } from "../../model/migration-settings.ts";
import type { Workspace } from "../../model/observed.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import type { Dependencies } from "../dependencies.ts";

/** What a set of credentials opens. */
export interface Tried {
  readonly source: SourceIdentity;
  readonly production: Workspace;
  readonly staging?: Workspace;
}

/**
 * Throws AskError (`other_source`, `other_workspace`). A source is bound by its survey or its first staged record, a
 * workspace by the first row of its journal: the map, the links and the before-images are of that one alone.
 */
export async function refuseOtherSystems(
  deps: Dependencies,
  migrationId: string,
  tried: Tried,
): Promise<void> {
  const { store } = deps;
  const { source: known } = await store.migrations.loadSettings(migrationId);
  if (known !== undefined && known.key !== tried.source.key && (await wasRead(deps, migrationId))) {
    throw new AskError({ code: "other_source", args: { known: known.title, tried: tried.source.title } });
  }
  const before = await loadWorkspaces(deps, migrationId);
  for (const environment of ["production", "staging"] as const) {
    const [old, now] = [before?.[environment], tried[environment]];
    if (!old || !now || old.id === now.id) continue;
    if (await wasWritten(deps, migrationId, environment)) throw otherWorkspace(environment, old, now);
  }
}

/** After the connection was saved. */
export async function rememberSystems(
  deps: Dependencies,
  migrationId: string,
  { source, ...workspaces }: Tried,
): Promise<void> {
  const known = await loadWorkspaces(deps, migrationId);
  await deps.store.migrations.saveSettings(migrationId, { source, workspaces: { ...known, ...workspaces } });
}

async function loadWorkspaces({ store }: Dependencies, migrationId: string) {
  const { workspaces } = await store.migrations.loadSettings(migrationId);
  // A migration that an older version connected has none set yet.
  return workspaces ?? (await store.connections.load(migrationId))?.workspaces;
}

async function wasRead({ store }: Dependencies, migrationId: string): Promise<boolean> {
  if ((await store.documents.loadSurvey(migrationId)) !== undefined) return true;
  return (await store.staging.loadCheckpoint(migrationId, "pass")) !== undefined;
}

async function wasWritten({ journal }: Dependencies, migrationId: string, environment: EnvironmentName) {
  return (await journal.measure({ migrationId, environment })).operations > 0;
}

function otherWorkspace(environment: EnvironmentName, old: Workspace, now: Workspace): AskError {
  return new AskError({ code: "other_workspace", args: { environment, known: old.name, tried: now.name } });
}
