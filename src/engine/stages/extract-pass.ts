// One extraction as a whole: after a kill it goes on in the same pass, and what that pass has read is not read again.
import type { SourceType } from "../model/source.ts";
import type { ExtractCheckpoint } from "../store/repositories.ts";
import type { ExtractContext, ExtractPass, ExtractRequest } from "./extract-context.ts";

/** A delta asks back as far; a pass that lies longer ago is begun anew. */
const RESUME_WITHIN_MS = 48 * 3_600_000;

export async function beginPass({
  staging,
  migrationId,
  clock,
}: Pick<ExtractRequest, "staging" | "migrationId" | "clock">): Promise<ExtractPass> {
  const now = clock();
  const begun = (await staging.loadCheckpoint(migrationId, "pass"))?.startedAt;
  if (begun !== undefined && now.getTime() - Date.parse(begun) < RESUME_WITHIN_MS) {
    return { startedAt: begun, resumed: true };
  }
  const startedAt = now.toISOString();
  await staging.saveCheckpoint(migrationId, "pass", { startedAt });
  return { startedAt, resumed: false };
}

export async function endPass(
  { staging, migrationId }: Pick<ExtractRequest, "staging" | "migrationId">,
  { startedAt }: ExtractPass,
): Promise<void> {
  await staging.saveCheckpoint(migrationId, "pass", { completedAt: startedAt });
}

/** True when this very pass has read the type to its end, before it was broken off. */
export function isReadAlready(
  { pass }: ExtractContext,
  { startedAt, completedAt }: ExtractCheckpoint,
): boolean {
  return (
    pass?.resumed === true &&
    startedAt === undefined &&
    completedAt !== undefined &&
    Date.parse(completedAt) >= Date.parse(pass.startedAt)
  );
}

/** Progress of a type that is not read again. */
export async function tellReadAlready(context: ExtractContext, type: SourceType): Promise<void> {
  const done = await context.staging.count(context.migrationId, type);
  context.onProgress?.({ type, done, total: done });
}
