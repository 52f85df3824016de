// Loads what every page of desired records needs: the map, and the admins, teams and identity of the workspace.
import type { Destination } from "../destination/port.ts";
import type { FieldMap } from "../field-map/schema.ts";
import type { SourceStaging } from "../store/repositories.ts";
import { type Clock, withRetry } from "../write/retry.ts";
import { type ContextBase, loadContextBase } from "./context.ts";

export interface BaseOptions {
  readonly destination: Destination;
  readonly staging: SourceStaging;
  readonly migrationId: string;
  readonly map: FieldMap;
  readonly sourceSystem: "connectwise" | "csv";
  /** Unix seconds: the run's start, the same when it is resumed. */
  readonly runAt: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
}

/** Admins and teams are those of the workspace that is written to. */
export async function loadBase(options: BaseOptions): Promise<ContextBase> {
  const { destination, clock, signal, staging, migrationId, map, sourceSystem, runAt } = options;
  const admins = await withRetry(() => destination.fetchAdmins(), clock, signal);
  const teams = await withRetry(() => destination.fetchTeams(), clock, signal);
  const workspace = await withRetry(() => destination.identify(), clock, signal);
  return loadContextBase({
    ...{ staging, migrationId, map, sourceSystem, runAt, admins, teams },
    workspaceAdminId: workspace.adminId,
  });
}
