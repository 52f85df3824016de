// A sample in production, where there is no staging workspace: who may have it written, what of it stands, and its removal.
import { RefusedError } from "../../errors.ts";
import { type Actor, samePerson } from "../../model/migration.ts";
import { isAfter } from "../../model/order.ts";
import type { Run } from "../../model/run.ts";
import type { ProductionSample } from "../../model/sample.ts";
import { previewRollback } from "../../stages/rollback/rollback.ts";
import { type Dependencies, requireConnection } from "../dependencies.ts";
import { requireCurrent } from "../runs/approvals.ts";
import { beginRun, rollbackOf } from "../runs/run-lifecycle.ts";
import { loadProductionSampleScope } from "./production-sample-scope.ts";

/** True while a full run stands that went on from whatever the sample wrote. */
async function isInFull({ store }: Dependencies, migrationId: string): Promise<boolean> {
  const [full, rollback] = await Promise.all([
    store.runs.latest(migrationId, "full", "production"),
    store.runs.latest(migrationId, "rollback", "production", "all"),
  ]);
  return isAfter(full, rollback);
}

export async function loadProductionSample(
  deps: Dependencies,
  migrationId: string,
): Promise<ProductionSample | undefined> {
  const scope = await loadProductionSampleScope(deps, migrationId, "production");
  if (scope.runs.length === 0 || (await isInFull(deps, migrationId))) return undefined;
  const { store, journal } = deps;
  const preview = await previewRollback(journal, scope);
  const { conversation: conversations, contact: contacts, company: companies } = preview.delete;
  if (conversations + contacts + companies + preview.restore === 0) return undefined;
  const [written, removed] = await Promise.all([
    store.runs.latest(migrationId, "sample", "production"),
    store.runs.latest(migrationId, "rollback", "production", "sample"),
  ]);
  const result = isAfter(removed, written)
    ? await store.documents.loadReport(migrationId, "rollback", rollbackOf("production", "sample"))
    : undefined;
  return { conversations, contacts, companies, restorable: preview.restore, kept: result?.kept ?? [] };
}

/**
 * The customer's yes to this plan and an account manager's to its sample in production, from two people, and newer than
 * the last time that anything was taken back. Throws RefusedError otherwise, and where there is a staging workspace.
 */
export async function requireProductionSampleApprovals(
  deps: Dependencies,
  migrationId: string,
  hash: string,
): Promise<void> {
  const { workspaces } = await requireConnection(deps, migrationId);
  if (workspaces.staging !== undefined) {
    throw new RefusedError({ code: "staging_connected" });
  }
  await requireCurrent(deps, migrationId, hash);
  const { store } = deps;
  const rollback = await store.runs.latest(migrationId, "rollback", "production");
  const given = (await store.approvals.list(migrationId)).filter((one) => one.hash === hash);
  const customers = given.filter(({ kind, role }) => kind === "plan" && role === "customer");
  const managers = given.filter(
    (one) => one.kind === "sample-slice" && one.role === "account-manager" && isAfter(one, rollback),
  );
  if (managers.some((one) => customers.some((other) => !samePerson(one.actor, other.actor)))) return;
  throw new RefusedError({ code: "not_approved", args: { what: "sample-slice" } });
}

/** Throws RefusedError without an account manager's yes since the sample was written, and once a full run has begun. */
export async function beginSampleRemoval(
  deps: Dependencies,
  migrationId: string,
  actor: Actor,
): Promise<Run> {
  const { store } = deps;
  if (await isInFull(deps, migrationId)) {
    throw new RefusedError({ code: "sample_in_full_run" });
  }
  const written = await store.runs.latest(migrationId, "sample", "production");
  const isApproved = (await store.approvals.list(migrationId)).some(
    (one) => one.kind === "sample-removal" && one.role === "account-manager" && isAfter(one, written),
  );
  if (!isApproved) {
    throw new RefusedError({ code: "not_approved", args: { what: "sample-removal" } });
  }
  const ticketIds = written?.scope.kind === "sample" ? written.scope.ticketIds : [];
  const scope = { kind: "sample", ticketIds } as const;
  return beginRun(deps, { migrationId, kind: "rollback", environment: "production", scope }, actor);
}
