// A pass of a rollback: articles that nobody touched since are deleted, and collections that are empty then.
import { refKey, type StandingOperation } from "../../journal/journal.ts";
import type { RollbackRun } from "./rollback-run.ts";

/** Clocks differ. */
const SKEW_SECONDS = 5;

export async function undoHelp(run: RollbackRun): Promise<void> {
  const collections: { readonly create: StandingOperation; readonly rows: readonly StandingOperation[] }[] =
    [];
  await run.each(
    (async function* () {
      for await (const record of helpRecords(run)) {
        if (record.create.actionKind === "create-collection") collections.push(record);
        else yield () => undoArticle(run, record.create, record.rows);
      }
    })(),
  );
  if (collections.length === 0) return;
  // Newest first, so that one goes before the one above it.
  for (const { create, rows } of collections) {
    run.options.signal?.throwIfAborted();
    await undoCollection(run, create, rows);
  }
}

async function* helpRecords(run: RollbackRun) {
  const pending = new Map<string, StandingOperation[]>();
  for await (const row of run.standing()) {
    if (!/-(article|collection)$/.test(row.actionKind)) continue;
    const key = refKey(row.source);
    const rows = pending.get(key) ?? [];
    pending.set(key, rows);
    rows.push(row);
    // The oldest row of a record is the one that made it.
    if (!row.actionKind.startsWith("create-")) continue;
    pending.delete(key);
    yield { create: row, rows };
  }
}

async function undoArticle(
  run: RollbackRun,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): Promise<void> {
  const articleId = create.destinationId;
  const observed = await run.read(() => run.options.destination.fetchArticle(articleId));
  if (observed && !run.options.force) {
    const ours = Math.max(...rows.map(({ doneAt }) => doneAt.getTime())) / 1000;
    const why =
      observed.state === "published"
        ? ({ code: "article_published_since" } as const)
        : observed.updatedAt > ours + SKEW_SECONDS
          ? ({
              code: "article_changed_since",
              args: { at: new Date(observed.updatedAt * 1000).toISOString() },
            } as const)
          : undefined;
    if (why !== undefined) {
      run.keep("article", articleId, why);
      return;
    }
  }
  if (observed && !(await run.undo("article", { kind: "delete-article", articleId }))) return;
  run.deleted.article = (run.deleted.article ?? 0) + 1;
  await run.markUndone(rows);
}

/** Whatever is in it now is not ours, or was kept. */
async function undoCollection(
  run: RollbackRun,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): Promise<void> {
  const { destination, signal } = run.options;
  const collectionId = create.destinationId;
  const observed = await run.read(() => destination.fetchCollection(collectionId));
  if (observed) {
    const used = await run.read(() => destination.fetchUsedCollections(signal));
    if (used.has(collectionId)) {
      run.keep("collection", collectionId, { code: "collection_in_use" });
      return;
    }
    if (!(await run.undo("collection", { kind: "delete-collection", collectionId }))) return;
  }
  run.deleted.collection = (run.deleted.collection ?? 0) + 1;
  await run.markUndone(rows);
}
