// A person's yes to a hash: who may give it, what it is bound to, and when it is void.
import { planHash } from "../../converge/index.ts";
import { RefusedError } from "../../errors.ts";
import {
  type Actor,
  type Approval,
  type ApprovalKind,
  type Role,
  samePerson,
} from "../../model/migration.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import { isAfter } from "../../model/order.ts";
import type { Scope } from "../../model/plan.ts";
import type { Run } from "../../model/run.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import { type Dependencies, requireConnection } from "../dependencies.ts";
import { requireMap } from "../field-map/maps.ts";
import { requirePreflight } from "../preflight/require-preflight.ts";

/** Characters of a name that are kept. */
const MAX_NAME = 200;

/** Printed on pages, in a PDF and at terminals: nothing but characters that are seen. */
function namedAs(name = ""): Pick<Approval, "name"> {
  const clean = name
    .replace(/\p{C}+/gu, " ")
    .trim()
    .slice(0, MAX_NAME);
  return clean === "" ? {} : { name: clean };
}

/** Who may say yes to what. What writes to production and what takes it back is the account manager's, the rest the customer's. */
const MAY: Readonly<Record<ApprovalKind, readonly Role[]>> = {
  terms: ["customer"],
  map: ["customer"],
  plan: ["customer"],
  sample: ["customer"],
  "sample-slice": ["account-manager"],
  "sample-removal": ["account-manager"],
  silence: ["customer"],
  cutover: ["account-manager"],
  rollback: ["account-manager"],
};

/** Approvals of a plan are bound to the plan's hash; they are void once map, scope or workspace change. */
const OF_A_PLAN: readonly ApprovalKind[] = ["plan", "sample-slice", "cutover"];

export async function currentPlanHash(
  deps: Dependencies,
  migrationId: string,
  environment: EnvironmentName,
  scope: Scope = { kind: "all" },
): Promise<string> {
  const [{ hash: mapHash }, { workspaces }, source] = await Promise.all([
    requireMap(deps, migrationId),
    requireConnection(deps, migrationId),
    loadSourceIdentity(deps, migrationId),
  ]);
  const workspace =
    environment === "production" ? workspaces.production : (workspaces.staging ?? workspaces.production);
  return planHash({ mapHash, scope, environment, sourceKey: source.key, workspaceId: workspace.id });
}

export async function approve(
  deps: Dependencies,
  migrationId: string,
  kind: ApprovalKind,
  hash: string,
  role: Role,
  actor: Actor,
  name?: string,
): Promise<readonly Approval[]> {
  if (!MAY[kind].includes(role)) {
    throw new RefusedError({ code: "not_your_decision", args: { roles: MAY[kind] } });
  }
  if (OF_A_PLAN.includes(kind)) await requireCurrent(deps, migrationId, hash);
  const given = await deps.store.approvals.list(migrationId);
  if (kind === "cutover" || kind === "sample-slice") requireSecondPerson(given, hash, actor);
  await requirePreflight(deps, migrationId, { kind, role, actor });
  const at = deps.clock().toISOString();
  const approval = await deps.store.approvals.record(migrationId, {
    ...{ kind, hash, role, actor, at },
    ...namedAs(name),
  });
  await deps.store.audit.append({
    migrationId,
    at,
    actor,
    event: "approval",
    detail: { kind, hash, role },
  });
  return [...given, approval];
}

/**
 * What a full run needs: the customer's yes to this plan, its sample and the silence checklist, and an account manager's
 * to the cutover, from two different people. What was approved before a rollback counts no more.
 */
export async function requireCutoverApprovals(
  deps: Dependencies,
  migrationId: string,
  hash: string,
): Promise<void> {
  await requireCurrent(deps, migrationId, hash);
  const rollback = await deps.store.runs.latest(migrationId, "rollback", "production", "all");
  const given = (await deps.store.approvals.list(migrationId)).filter(
    (one) => one.hash === hash && isAfter(one, rollback),
  );
  const of = (kind: ApprovalKind) => given.filter((one) => one.kind === kind && MAY[kind].includes(one.role));
  for (const what of ["plan", "sample", "silence"] as const) {
    if (of(what).length === 0) throw new RefusedError({ code: "not_approved", args: { what } });
  }
  const customers = of("plan");
  if (!of("cutover").some((one) => customers.some((other) => !samePerson(one.actor, other.actor)))) {
    throw new RefusedError({ code: "not_approved", args: { what: "cutover" } });
  }
}

/**
 * For a run about to write to production, begun or resumed by whatever process: its plan must be the one that this map
 * makes. What is carried out is this map, so its hash is taken here and not asked for again. Throws RefusedError
 * (`approval_void`).
 */
export async function requireApprovedMap(deps: Dependencies, run: Run, mapHash: string): Promise<void> {
  if (run.environment !== "production" || run.planHash === undefined) return;
  // What is tried again is a part of everything, under the plan of everything.
  const scope: Scope = run.scope.kind === "failed" ? { kind: "all" } : run.scope;
  const [{ workspaces }, source] = await Promise.all([
    requireConnection(deps, run.migrationId),
    loadSourceIdentity(deps, run.migrationId),
  ]);
  const workspaceId = workspaces.production.id;
  const made = planHash({ mapHash, scope, environment: "production", sourceKey: source.key, workspaceId });
  if (made !== run.planHash) throw new RefusedError({ code: "approval_void", args: { since: "approval" } });
}

/** Throws RefusedError (`approval_void`) when the hash is not the plan's any more. */
export async function requireCurrent(deps: Dependencies, migrationId: string, hash: string): Promise<void> {
  if (hash === (await currentPlanHash(deps, migrationId, "production"))) return;
  throw new RefusedError({ code: "approval_void", args: {} });
}

function requireSecondPerson(given: readonly Approval[], hash: string, actor: Actor): void {
  const customers = given.filter((approval) => approval.kind === "plan" && approval.hash === hash);
  if (customers.length > 0 && customers.every((approval) => samePerson(approval.actor, actor))) {
    throw new RefusedError({ code: "second_person_needed" });
  }
}
