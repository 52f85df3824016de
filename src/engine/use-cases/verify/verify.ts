// Reconciliation: everything read back and compared, kept as a certificate; writes nothing to Intercom.

import type { EnvironmentName } from "../../model/operation.ts";
import { isAfter } from "../../model/order.ts";
import type { Certificate } from "../../model/reports/certificate.ts";
import { listLeftBehind } from "../../stages/survey/left-behind.ts";
import { reconcile } from "../../stages/verify/reconcile.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import {
  type Dependencies,
  type OpenConnection,
  requireConnection,
  withDestination,
} from "../dependencies.ts";
import { requireMap } from "../field-map/maps.ts";
import { startOf } from "../runs/execute-run.ts";
import { issueCertificate } from "./certificates.ts";
import { keepRebuildGuides } from "./rebuild-guides.ts";

const leaseOf = (migrationId: string) => `verification/${migrationId}`;

/** True while any process verifies it: what began by itself meanwhile would be counted as discrepancies. */
export async function isBeingVerified({ lease }: Dependencies, migrationId: string): Promise<boolean> {
  const free = await lease(leaseOf(migrationId));
  await free?.release();
  return free === undefined;
}

/** A verification of production also keeps the guides for what people rebuild by hand. */
export async function verify(
  deps: Dependencies,
  migrationId: string,
  environment: EnvironmentName,
  signal?: AbortSignal,
): Promise<Certificate> {
  const connection = await requireConnection(deps, migrationId);
  // Without it another process verifies as well: both only read.
  const lease = await deps.lease(leaseOf(migrationId));
  // The source has nothing else to do meanwhile, so they cost no time.
  const guides =
    environment === "production" ? keepRebuildGuides(deps, migrationId, connection, signal) : undefined;
  try {
    return await certify(deps, migrationId, connection, environment, signal);
  } finally {
    await guides;
    await lease?.release();
  }
}

async function certify(
  deps: Dependencies,
  migrationId: string,
  connection: OpenConnection,
  environment: EnvironmentName,
  signal: AbortSignal | undefined,
): Promise<Certificate> {
  const { store, journal, time } = deps;
  const [{ map }, source, latestPlan, full, delta, approvals] = await Promise.all([
    requireMap(deps, migrationId),
    loadSourceIdentity(deps, migrationId),
    store.documents.latestPlan(migrationId, environment),
    store.runs.latest(migrationId, "full", environment),
    store.runs.latest(migrationId, "delta", environment),
    store.approvals.list(migrationId),
  ]);
  // The plan that was carried out, not one that was made since.
  const carriedOut =
    full?.planHash === undefined ? undefined : await store.documents.loadPlan(migrationId, full.planHash);
  const plan = carriedOut ?? latestPlan;
  const newest = isAfter(delta, full) ? delta : full;
  const leftBehind = listLeftBehind((await store.documents.loadSurvey(migrationId))?.oddCases);
  const compared = await withDestination(deps, connection, environment, (destination) =>
    reconcile({
      ...{ destination, journal, staging: store.staging, exceptions: store.exceptions },
      ...{ migrationId, environment, map, sourceSystem: source.system, clock: time },
      scope: { kind: "all" },
      runAt: startOf(newest, time.now()),
      ...(plan === undefined ? {} : { planHash: plan.hash }),
      approvals: approvals.map(({ role, actor, name, at, kind, hash }) => ({
        ...{ kind, hash, role },
        person: `${actor.team}/${actor.user}`,
        ...(name ? { name } : {}),
        at,
      })),
      ...(signal === undefined ? {} : { signal }),
    }),
  );
  const certificate = leftBehind.length === 0 ? compared : { ...compared, leftBehind };
  await store.documents.saveCertificate(migrationId, certificate);
  await store.audit.append({
    migrationId,
    at: certificate.verifiedAt,
    actor: "cutover",
    event: "verified",
    detail: {
      environment,
      discrepancies: certificate.discrepancies.length,
      desired: certificate.desiredHash,
      observed: certificate.observedHash,
    },
  });
  await issueCertificate(deps, certificate, plan);
  return certificate;
}
