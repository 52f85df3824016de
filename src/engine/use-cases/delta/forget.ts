// Retention: what a migration held of its customer is deleted, provably; certificate and audit log stay.
import type { Forgotten } from "../../engine.ts";
import { RefusedError } from "../../errors.ts";
import type { Actor } from "../../model/migration.ts";
import { type Dependencies, requireMigration } from "../dependencies.ts";

/**
 * Safe to repeat. Afterwards there is no rollback to before-images and no delta: both need what was deleted. Throws
 * RefusedError (`run_in_progress`) while a run may still need it.
 */
export async function forget(deps: Dependencies, migrationId: string, actor: Actor): Promise<Forgotten> {
  await requireMigration(deps, migrationId);
  const run = await deps.store.runs.latest(migrationId);
  if (run?.state === "queued" || run?.state === "running") {
    throw new RefusedError({ code: "run_in_progress", args: { kind: run.kind } });
  }
  await deps.blobs?.forget(migrationId);
  const forgotten = await deps.store.retention.forget(migrationId);
  await deps.store.audit.append({
    migrationId,
    at: deps.clock().toISOString(),
    actor,
    event: "forgotten",
    detail: { ...forgotten },
  });
  return forgotten;
}
