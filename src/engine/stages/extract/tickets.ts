// Chosen tickets only, with all that belongs to them: for a sample before everything else was read.
import type { SourceRecords } from "../../model/source/source.ts";
import type { PagedType, SampledType, SourcePage } from "../../source/port.ts";
import type { ExtractContext } from "./context.ts";
import { createReader, listUnread } from "./notes.ts";
import { isReadAlready } from "./pass.ts";
import { extractServiceLevels } from "./service-levels.ts";
import { exceptUnreadable } from "./unreadable.ts";

export async function extractTickets(context: ExtractContext, ticketIds: readonly string[]): Promise<void> {
  const tickets = await stageByIds(context, "ticket", ticketIds);
  const found = new Set(tickets.map(({ id }) => id));
  for (const id of ticketIds) {
    if (found.has(id)) continue;
    await context.except(
      { type: "ticket", id },
      { code: "not_found", args: { what: "chosen-ticket", ticketId: id } },
    );
  }
  // Before the notes: a ticket that is staged after its notes has them read again.
  await extractServiceLevels(context, [...found]);
  const contacts = await stageByIds(context, "contact", idsOf(tickets.map(({ contact }) => contact)));
  const companies = [...tickets, ...contacts].map(({ company }) => company);
  await stageByIds(context, "company", idsOf(companies));
  await stageTimeEntries(context, [...found]);
  const reader = createReader(context);
  const unread = await listUnread(context, "notes", [...found]);
  const total = unread.length;
  let done = 0;
  await reader.read(unread, () => {
    done += 1;
    context.onProgress?.({ type: "notes", done, total });
  });
}

function idsOf(refs: readonly ({ readonly id: string } | undefined)[]): string[] {
  return [...new Set(refs.flatMap((ref) => (ref ? [ref.id] : [])))].sort((a, b) => Number(a) - Number(b));
}

/** What the pass under way has read is taken from there. */
async function stageByIds<T extends SampledType>(
  context: ExtractContext,
  type: T,
  ids: readonly string[],
): Promise<readonly SourceRecords[T][]> {
  context.signal?.throwIfAborted();
  if (await isStaged(context, type)) {
    return [...(await context.staging.load(context.migrationId, type, ids)).values()];
  }
  const at = context.clock();
  const { records, rejects } = await context.source.fetchByIds(type, ids, context.signal);
  const { changed } = await context.staging.putRecords(context.migrationId, type, records, at);
  context.count(type, records.length, changed);
  context.onProgress?.({ type, done: records.length, total: ids.length });
  await reportRejects(context, type, rejects);
  return records;
}

async function isStaged(context: ExtractContext, type: PagedType): Promise<boolean> {
  return isReadAlready(context, (await context.staging.loadCheckpoint(context.migrationId, type)) ?? {});
}

async function stageTimeEntries(context: ExtractContext, ticketIds: readonly string[]): Promise<void> {
  if (await isStaged(context, "timeEntry")) return;
  const at = context.clock();
  const { records, rejects } = await context.source.fetchTimeEntriesOf(ticketIds, context.signal);
  const { changed } = await context.staging.putRecords(context.migrationId, "timeEntry", records, at);
  context.count("timeEntry", records.length, changed);
  await reportRejects(context, "timeEntry", rejects);
}

async function reportRejects(
  context: ExtractContext,
  type: string,
  rejects: SourcePage<PagedType>["rejects"],
): Promise<void> {
  for (const { id, reason, type: other } of rejects) {
    await exceptUnreadable(context, other ?? type, id, reason);
  }
}
