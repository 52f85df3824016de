// Asks both systems and our own place all checks, and keeps the answers; reads only, but for a probe file of our own.
import { CutoverError } from "../../errors.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { Actor, Credentials } from "../../model/migration.ts";
import type { Preflight, PreflightReport } from "../../model/preflight.ts";
import type { ConnectedWorkspace } from "../../preflight/check.ts";
import { runChecks } from "../../preflight/run-checks.ts";
import { loadSourceIdentity, openByCredentials } from "../connections/connect.ts";
import { type Dependencies, requireConnection, withDestination, withSource } from "../dependencies.ts";

export interface PreflightOptions {
  /** Instead of the migration's own. */
  readonly map?: FieldMap;
  readonly signal?: AbortSignal;
}

/** Throws AskError (`not_connected`) and the signal's reason; what a check throws is told in its place. */
export async function runPreflight(
  deps: Dependencies,
  migrationId: string,
  options: PreflightOptions = {},
): Promise<Preflight> {
  const { store } = deps;
  const [connection, identity, kept] = await Promise.all([
    requireConnection(deps, migrationId),
    loadSourceIdentity(deps, migrationId),
    store.documents.loadFieldMap(migrationId),
  ]);
  const map = options.map ?? kept?.map;
  const place = `preflight:${migrationId}`;
  const askAll = (
    source: Parameters<Parameters<typeof withSource>[2]>[0],
    production: ConnectedWorkspace,
    staging: ConnectedWorkspace | undefined,
  ) =>
    runChecks(
      {
        ...{ migrationId, source, identity, production, machine: deps.machine },
        ...{ extract: store.staging, profiles: store.profiles },
        ...(staging === undefined ? {} : { staging }),
        ...(map === undefined ? {} : { map }),
        ...(deps.blobs === undefined ? {} : { files: deps.blobs.of(place) }),
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      },
      (check, error) => deps.log.warn({ err: error, check, migration: migrationId }, "a check broke"),
    );
  const checks = await withSource(deps, connection, (source) =>
    withDestination(deps, connection, "production", (destination, workspace) => {
      const production = { destination, workspace };
      if (connection.workspaces.staging === undefined) return askAll(source, production, undefined);
      return withDestination(deps, connection, "staging", (test, of) =>
        askAll(source, production, { destination: test, workspace: of }),
      );
    }),
  );
  await deps.blobs?.forget(place);
  const preflight = { at: deps.clock().toISOString(), checks };
  await store.documents.saveReport(migrationId, "preflight", preflight, deps.clock());
  return preflight;
}

/** The same from credentials; a system that can't be opened is a failed check. */
export async function preflightOf(
  deps: Dependencies,
  credentials: Credentials,
  actor: Actor,
  options: PreflightOptions,
): Promise<Preflight> {
  try {
    const { migrationId } = await openByCredentials(deps, credentials, actor);
    return await runPreflight(deps, migrationId, options);
  } catch (error) {
    if (!(error instanceof CutoverError)) throw error;
    const staging = error.code === "staging_is_production";
    const failed = {
      ...(staging
        ? ({ name: "staging-apart", system: "staging" } as const)
        : ({ name: "connection", system: "cutover" } as const)),
      ...({ result: "failed", finding: { code: "not_connected", args: { error: error.saying } } } as const),
    };
    return { at: deps.clock().toISOString(), checks: [failed] };
  }
}

/** The newest; undefined before the first. */
export async function loadPreflight(
  { store }: Dependencies,
  migrationId: string,
): Promise<PreflightReport | undefined> {
  const preflight = await store.documents.loadReport(migrationId, "preflight");
  if (preflight === undefined) return undefined;
  const workspaces = (await store.connections.load(migrationId))?.workspaces;
  const of = async (id: string | undefined) => (id === undefined ? undefined : store.profiles.load(id));
  const [production, staging] = await Promise.all([
    of(workspaces?.production.id),
    of(workspaces?.staging?.id),
  ]);
  return {
    preflight,
    ...(production === undefined ? {} : { production }),
    ...(staging === undefined ? {} : { staging }),
  };
}
