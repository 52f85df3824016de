// People's work since the cutover: counted in the preview of a rollback, and kept before anything is deleted.
import type { RollbackPreview } from "../../engine.ts";
import { CutoverError } from "../../errors.ts";
import type { JournalScope } from "../../journal/journal.ts";
import type { EditedConversation, LaterEdits } from "../../model/reports/later-edits.ts";
import { countTouched } from "../../stages/rollback/later-edits.ts";
import { previewRollback } from "../../stages/rollback/rollback.ts";
import {
  type Dependencies,
  type OpenConnection,
  requireConnection,
  withDestination,
} from "../dependencies.ts";

/**
 * Adds to what earlier tries of the same rollback found: their conversations may be gone by now. Resolves when it is
 * durable.
 */
export async function keepLaterEdits(
  deps: Dependencies,
  { migrationId, environment }: JournalScope,
  workspaces: OpenConnection["workspaces"],
  found: readonly EditedConversation[],
): Promise<void> {
  if (found.length === 0) return;
  const { store } = deps;
  const at = deps.clock();
  const known = await loadLaterEdits(deps, migrationId, environment);
  const all = new Map((known?.conversations ?? []).map((one) => [one.conversationId, one]));
  for (const one of found) all.set(one.conversationId, one);
  const { id, name } = workspaces[environment] ?? workspaces.production;
  const work: LaterEdits = {
    exportedAt: at.toISOString(),
    workspace: { id, name },
    conversations: [...all.values()].sort((a, b) =>
      a.ticketId.localeCompare(b.ticketId, "en", { numeric: true }),
    ),
  };
  await store.documents.saveReport(migrationId, "rescued-work", work, at, environment);
  const messages = found.reduce((sum, one) => sum + one.messages.length, 0);
  await store.audit.append({
    migrationId,
    at: work.exportedAt,
    actor: "cutover",
    event: "work-exported",
    detail: { environment, conversations: found.length, messages },
  });
}

export async function loadLaterEdits(
  { store }: Dependencies,
  migrationId: string,
  environment: JournalScope["environment"] = "production",
): Promise<LaterEdits | undefined> {
  return store.documents.loadReport(migrationId, "rescued-work", environment);
}

/** A quota that is used up may hold a read for longer than there is time. */
const GRACE_MS = 300;

/** Looks for people's work for `lookMs` milliseconds at most; absent: at everything. */
export async function previewWithWork(
  deps: Dependencies,
  migrationId: string,
  lookMs?: number,
): Promise<RollbackPreview> {
  const preview = await previewRollback(deps.journal, { migrationId, environment: "production" });
  const looking = lookForWork(deps, migrationId, lookMs);
  const found =
    lookMs === undefined
      ? await looking
      : await Promise.race([looking, deps.time.sleep(lookMs + GRACE_MS).then(() => undefined)]);
  return found === undefined
    ? preview
    : { ...preview, touched: { ...found, of: preview.delete.conversation } };
}

/** Undefined when Intercom can't be asked: the rollback itself looks at every conversation anyway. */
async function lookForWork(deps: Dependencies, migrationId: string, lookMs: number | undefined) {
  const until = lookMs === undefined ? undefined : deps.clock().getTime() + lookMs;
  const isOver = () => until !== undefined && deps.clock().getTime() >= until;
  const scope = { migrationId, environment: "production" } as const;
  try {
    const connection = await requireConnection(deps, migrationId);
    return await withDestination(deps, connection, "production", (destination) =>
      countTouched({ journal: deps.journal, destination }, scope, isOver),
    );
  } catch (error) {
    const code = error instanceof CutoverError ? error.code : "unexpected";
    deps.log.warn({ err: error, code, migration: migrationId }, "people's work could not be counted");
    return undefined;
  }
}
