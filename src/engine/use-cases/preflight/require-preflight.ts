// An approval goes through the preflight first: a failed check refuses it, and a warning is overridden on the record.
import { RefusedError } from "../../errors.ts";
import type { Actor, ApprovalKind, Role } from "../../model/migration.ts";
import { failedChecks, type Preflight, warnedChecks } from "../../model/preflight.ts";
import type { Dependencies } from "../dependencies.ts";
import { loadPreflight, runPreflight } from "./run-preflight.ts";

/** What leads to writes, by whoever says yes to it. */
const LOOKED_AT: readonly ApprovalKind[] = ["plan", "sample", "sample-slice", "cutover"];
/** A click is answered within seconds: what was right a moment ago is believed. */
const BELIEVED_MS = 5 * 60_000;

/** Throws RefusedError `preflight_failed` with what every failed check says. */
export async function requirePreflight(
  deps: Dependencies,
  migrationId: string,
  approval: { readonly kind: ApprovalKind; readonly role: Role; readonly actor: Actor },
): Promise<void> {
  const { kind, role, actor } = approval;
  if (!LOOKED_AT.includes(kind)) return;
  const preflight = refuseFailed(await recent(deps, migrationId));
  const warnings = warnedChecks(preflight).map(({ name }) => name);
  if (role !== "account-manager" || warnings.length === 0) return;
  await deps.store.audit.append({
    ...{ migrationId, at: deps.clock().toISOString(), actor, event: "preflight-overridden" },
    detail: { approval: kind, warnings },
  });
}

/** Asks anew; for an operator, whose command is the approval. */
export async function requirePassing(deps: Dependencies, migrationId: string): Promise<void> {
  refuseFailed(await runPreflight(deps, migrationId));
}

/** A failure may have been mended since, so it is asked again. */
async function recent(deps: Dependencies, migrationId: string): Promise<Preflight> {
  const known = (await loadPreflight(deps, migrationId))?.preflight;
  const age = known === undefined ? Number.POSITIVE_INFINITY : deps.clock().getTime() - Date.parse(known.at);
  return known !== undefined && age < BELIEVED_MS && failedChecks(known).length === 0
    ? known
    : runPreflight(deps, migrationId);
}

function refuseFailed(preflight: Preflight): Preflight {
  const findings = failedChecks(preflight).map(({ finding }) => finding);
  if (findings.length === 0) return preflight;
  throw new RefusedError({ code: "preflight_failed", args: { findings } });
}
