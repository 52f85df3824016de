// One extraction as a whole: after a kill it goes on in the same pass, and what that pass has read is not read again.
import type { SourceType } from "../../model/source/source.ts";
import type { ExtractCheckpoint } from "../../store/repositories.ts";
import type { ExtractContext, ExtractPass, ExtractRequest } from "./context.ts";

/** A delta asks back as far; a pass that lies longer ago is begun anew. */
const RESUME_WITHIN_MS = 48 * 3_600_000;

/** The pass under way, where there is one: what it has read, a sample need not read again. */
export async function findPass({
  staging,
  migrationId,
  clock,
}: Pick<ExtractRequest, "staging" | "migrationId" | "clock">): Promise<ExtractPass | undefined> {
  const begun = (await staging.loadCheckpoint(migrationId, "pass"))?.startedAt;
  if (begun === undefined || clock().getTime() - Date.parse(begun) >= RESUME_WITHIN_MS) return undefined;
  return { startedAt: begun, resumed: true };
}

export async function beginPass({
  staging,
  migrationId,
  clock,
}: Pick<ExtractRequest, "staging" | "migrationId" | "clock">): Promise<ExtractPass> {
  const begun = await findPass({ staging, migrationId, clock });
  if (begun) return begun;
  const startedAt = clock().toISOString();
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
