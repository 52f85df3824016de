// One type, page after page, with a checkpoint after each; then the counts are compared.
import type { CutoverError } from "../../errors.ts";
import type { PagedType } from "../../source/port.ts";
import { concernsOnePart } from "../../source/refusals.ts";
import type { ExtractCheckpoint } from "../../store/repositories.ts";
import { nameClosedBoards } from "./closed-boards.ts";
import type { ExtractContext } from "./context.ts";
import { sweepDeleted } from "./deleted-records.ts";
import { isReadAlready, tellReadAlready } from "./pass.ts";
import { exceptUnreadable } from "./unreadable.ts";

/** Small lists that tickets refer to: read whole each time, and few enough for it. */
export const REFERENCE_TYPES = ["board", "member", "sla", "priority"] as const;

const WHOLE_EACH_TIME: ReadonlySet<PagedType> = new Set(REFERENCE_TYPES);

/** A delta asks back this far before the last pass began: clocks differ, and rows are seen late. */
const OVERLAP_MS = 48 * 3_600_000;

export function askBackFrom(completedAt: string): string {
  return new Date(Date.parse(completedAt) - OVERLAP_MS).toISOString();
}

/** Begins a pass or goes on with the one under way. Unchanged records of a delta fall out by their hash. */
export async function extractPages(context: ExtractContext, type: PagedType): Promise<void> {
  const { source, staging, migrationId, clock, signal } = context;
  let checkpoint = (await staging.loadCheckpoint(migrationId, type)) ?? {};
  if (isReadAlready(context, checkpoint)) return tellReadAlready(context, type);
  if (checkpoint.startedAt === undefined) {
    checkpoint = await beginPass(context, type, checkpoint);
  }
  const { completedAt, expected } = checkpoint;
  const delta = completedAt !== undefined && !WHOLE_EACH_TIME.has(type);
  const changedSince = delta ? { changedSince: askBackFrom(completedAt) } : {};
  let done = delta ? 0 : await arrivedBefore(context, type, checkpoint);
  // A delta doesn't ask again for what could not be read and has not changed since.
  const unread = new Set(checkpoint.unread ?? []);
  let after = checkpoint.after;
  do {
    signal?.throwIfAborted();
    const at = clock();
    const page = await source.fetchPage(type, {
      ...(after === undefined ? {} : { after }),
      ...changedSince,
      ...(signal ? { signal } : {}),
    });
    const { changed } = await staging.putRecords(migrationId, type, page.records, at);
    for (const { id } of page.records) unread.delete(id);
    for (const { id, reason, type: other } of page.rejects) {
      await exceptUnreadable(context, other ?? type, id, reason);
      if (other === undefined && unread.size < MOST_UNREAD) unread.add(id);
    }
    for (const gap of page.gaps ?? []) context.gaps.add(type, gap);
    await context.gaps.tell();
    context.count(type, page.records.length, changed);
    done += page.records.length;
    context.onProgress?.({ type, done, ...(delta || expected === undefined ? {} : { total: expected }) });
    after = page.next;
    if (after !== undefined) {
      checkpoint = { ...checkpoint, after, unread: [...unread] };
      await staging.saveCheckpoint(migrationId, type, checkpoint);
    }
  } while (after !== undefined);
  if (delta) await sweepDeleted(context, type);
  await reportHole(context, type, expected, unread.size);
  await staging.saveCheckpoint(migrationId, type, {
    completedAt: checkpoint.startedAt ?? clock().toISOString(),
    ...(expected === undefined ? {} : { expected }),
    ...(unread.size === 0 ? {} : { unread: [...unread] }),
  });
}

/** More are no odd rows but another list than we think. */
const MOST_UNREAD = 10_000;

async function beginPass(
  context: ExtractContext,
  type: PagedType,
  before: ExtractCheckpoint,
): Promise<ExtractCheckpoint> {
  const { staging, migrationId, clock } = context;
  const startedAt = clock().toISOString();
  const expected = await countOr(context, type, () => undefined);
  const { completedAt, unread } = before;
  const begun = {
    startedAt,
    ...(expected === undefined ? {} : { expected }),
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(completedAt === undefined || unread === undefined || WHOLE_EACH_TIME.has(type) ? {} : { unread }),
  };
  await staging.saveCheckpoint(migrationId, type, begun);
  return begun;
}

/** Undefined where the count is not to be had: said once the list is read after all, since nothing shows a hole then. */
async function countOr(
  { source, signal }: ExtractContext,
  type: PagedType,
  hear: (cause: CutoverError) => void,
): Promise<number | undefined> {
  try {
    return await source.count(type);
  } catch (error) {
    if (!(await concernsOnePart(error, source, signal))) throw error;
    hear(error as CutoverError);
    return undefined;
  }
}

/** Of a pass that was broken off, what is staged counts as done. */
async function arrivedBefore(
  { staging, migrationId }: ExtractContext,
  type: PagedType,
  checkpoint: ExtractCheckpoint,
): Promise<number> {
  return checkpoint.after === undefined ? 0 : staging.count(migrationId, type);
}

/**
 * Rights below All shrink lists and not counts, and a broken page loses rows: both show as a difference. The
 * lower of the counts before and after is taken, since records come and go meanwhile.
 */
async function reportHole(
  context: ExtractContext,
  type: PagedType,
  before: number | undefined,
  rejected: number,
): Promise<void> {
  const after = await countOr(context, type, (cause) =>
    context.gaps.add(type, { part: "count", id: "*", name: "all", cause }),
  );
  if (after === undefined) return context.gaps.tell();
  const there = Math.min(before ?? after, after);
  const staged = await context.staging.count(context.migrationId, type);
  const missing = there - staged - rejected;
  if (missing <= 0) return;
  if (type === "ticket") await nameClosedBoards(context);
  await context.except(
    { type, id: "*" },
    { code: "source_hole", args: { type, counted: there, read: staged, missing } },
  );
}
