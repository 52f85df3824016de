// Read models: what bot, web and command line show; nothing here writes.

import { missingTeams } from "../../converge/index.ts";
import type { StatusReport, TicketWhereabouts } from "../../engine.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import type { Run, RunKind } from "../../model/run.ts";
import { connected } from "../connections/connect.ts";
import { type Dependencies, requireConnection, requireMigration, withDestination } from "../dependencies.ts";
import { requireMap } from "../field-map/maps.ts";
import { loadContinuedLinks } from "./continued-links.ts";

const RUN_KINDS: readonly RunKind[] = ["sample", "full", "delta", "rollback"];

export async function status(deps: Dependencies, migrationId: string): Promise<StatusReport> {
  const { store, journal } = deps;
  const migration = await requireMigration(deps, migrationId);
  const scope = { migrationId, environment: "production" } as const;
  const [connection, survey, map, plan, runs, states, exceptions, certificate] = await Promise.all([
    connected(deps, migrationId),
    store.documents.loadSurvey(migrationId),
    store.documents.loadFieldMap(migrationId),
    store.documents.latestPlan(migrationId, "production"),
    Promise.all(RUN_KINDS.map((kind) => store.runs.latest(migrationId, kind))),
    journal.countByState(scope),
    store.exceptions.count(migrationId, "production"),
    store.documents.loadCertificate(migrationId, "production"),
  ]);
  return {
    migration,
    ...(connection === undefined ? {} : { connected: connection }),
    survey: survey !== undefined,
    ...(map === undefined ? {} : { fieldMapRevision: map.revision }),
    ...(plan === undefined ? {} : { plan: { hash: plan.hash, environment: plan.environment } }),
    runs: runs.filter((run): run is Run => run !== undefined),
    journal: Object.fromEntries(Object.entries(states).filter(([, count]) => count > 0)),
    exceptions,
    ...(certificate === undefined
      ? {}
      : {
          certificate: {
            verifiedAt: certificate.verifiedAt,
            discrepancies: certificate.discrepancies.length,
          },
        }),
  };
}

/** Where an old ticket number lives now; undefined when it was not moved. */
export async function whereIs(
  deps: Dependencies,
  migrationId: string,
  ticketId: string,
): Promise<TicketWhereabouts | undefined> {
  const ref = { type: "ticket", id: ticketId } as const;
  for (const environment of ["production", "staging"] as const) {
    const scope = { migrationId, environment };
    const links = await deps.journal.loadLinks(scope, [ref]);
    const conversationId = [...links.values()][0];
    if (conversationId === undefined) continue;
    const ticket = (await deps.store.staging.load(migrationId, "ticket", [ticketId])).get(ticketId);
    const continued = (await loadContinuedLinks(deps.journal, scope, [ticketId])).get(ticketId);
    return {
      ticketId,
      conversationId,
      ...(continued ? { continued } : {}),
      environment,
      title: ticket?.summary ?? `Ticket ${ticketId}`,
    };
  }
  return undefined;
}

/** Asks Intercom now which teams of the map don't exist there. */
export async function findMissingTeams(
  deps: Dependencies,
  migrationId: string,
  environment: EnvironmentName,
): Promise<readonly string[]> {
  const [{ map }, connection] = await Promise.all([
    requireMap(deps, migrationId),
    requireConnection(deps, migrationId),
  ]);
  return withDestination(deps, connection, environment, async (destination) =>
    missingTeams(map, await destination.fetchTeams()),
  );
}
