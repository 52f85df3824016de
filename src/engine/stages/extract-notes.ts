// The notes of every ticket that needs them, many tickets at a time: the slow part of the whole migration.
import PQueue from "p-queue";
import { SkipError } from "../errors.ts";
import type { SourceNotes, SourceTicket } from "../model/source.ts";
import type { ExtractCheckpoint } from "../store/repositories.ts";
import type { ExtractContext } from "./extract-context.ts";
import { askBackFrom } from "./extract-pages.ts";
import { isRefused } from "./survey-lists.ts";

/** Tickets a step: large enough to keep every connection busy, small enough to lose little. */
const STEP = 200;
/** Refused so often in a row, it is no matter of one ticket any more. */
const REFUSALS_IN_A_ROW = 25;

/**
 * First pass: tickets whose notes are missing or older than the ticket. Refresh: those of open and lately
 * changed tickets too, since a new note may not touch its ticket.
 */
export async function extractNotes(context: ExtractContext): Promise<"full" | "refresh"> {
  const { staging, migrationId, clock } = context;
  const loaded = (await staging.loadCheckpoint(migrationId, "notes")) ?? {};
  const checkpoint = { ...loaded, startedAt: loaded.startedAt ?? clock().toISOString() };
  await staging.saveCheckpoint(migrationId, "notes", checkpoint);
  const reader = createReader(context);
  const { completedAt } = checkpoint;
  if (completedAt !== undefined) await refresh(context, reader, checkpoint, completedAt);
  await readMissing(context, reader);
  await staging.saveCheckpoint(migrationId, "notes", { completedAt: checkpoint.startedAt });
  return completedAt === undefined ? "full" : "refresh";
}

async function readMissing(context: ExtractContext, reader: NotesReader): Promise<void> {
  const { staging, migrationId } = context;
  const total = await staging.count(migrationId, "ticket");
  let done = await staging.count(migrationId, "notes");
  // Ids go up, so a ticket whose notes can't be read is not asked for again and again.
  let after: string | undefined;
  for (;;) {
    const ids = await staging.listTicketsWithoutNotes(migrationId, after, STEP);
    if (ids.length === 0) return;
    done = Math.min(total, done + ids.length);
    await reader.read(ids, (left) => context.onProgress?.({ type: "notes", done: done - left, total }));
    after = ids.at(-1);
  }
}

async function refresh(
  context: ExtractContext,
  reader: NotesReader,
  checkpoint: ExtractCheckpoint,
  completedAt: string,
): Promise<void> {
  const { staging, migrationId } = context;
  const since = Date.parse(askBackFrom(completedAt));
  let after = checkpoint.after;
  for (;;) {
    const ids = await staging.listIds(migrationId, "ticket", after, STEP);
    if (ids.length === 0) return;
    const tickets = await staging.load(migrationId, "ticket", ids);
    const moving = ids.filter((id) => {
      const ticket = tickets.get(id);
      return ticket !== undefined && (!ticket.closed || Date.parse(ticket.lastUpdated ?? "") >= since);
    });
    await reader.read(moving, () => undefined);
    after = ids.at(-1);
    await staging.saveCheckpoint(migrationId, "notes", { ...checkpoint, ...(after ? { after } : {}) });
  }
}

export interface NotesReader {
  /** Reads and stages the notes of these tickets; `onEach` hears how many are left. */
  read(ticketIds: readonly string[], onEach: (left: number) => void): Promise<void>;
}

export function createReader(context: ExtractContext): NotesReader {
  const { source, staging, migrationId, clock, signal } = context;
  const queue = new PQueue({ concurrency: context.notesAtOnce ?? 32 });
  let refusals = 0;

  async function readOne(id: string, ticket: SourceTicket | undefined): Promise<SourceNotes | undefined> {
    try {
      const notes = await source.fetchNotes(id, signal, ticket);
      refusals = 0;
      return { id, notes };
    } catch (error) {
      const refused = isRefused(error);
      if (refused) refusals += 1;
      if (!(error instanceof SkipError) && !(refused && refusals < REFUSALS_IN_A_ROW)) throw error;
      const { code, message, remedy, requestId } = error;
      const facts = { code, message, remedy, ...(requestId === undefined ? {} : { requestId }) };
      await context.except({ type: "notes", id }, facts);
      return undefined;
    }
  }

  return {
    async read(ticketIds, onEach) {
      signal?.throwIfAborted();
      // Taken before the first answer: a ticket that changes from now on is newer than its notes.
      const at = clock();
      const tickets = await staging.load(migrationId, "ticket", ticketIds);
      const arrived: SourceNotes[] = [];
      let left = ticketIds.length;
      const store = async () => {
        const batch = arrived.splice(0);
        if (batch.length === 0) return;
        const { changed } = await staging.putRecords(migrationId, "notes", batch, at);
        context.count("notes", batch.length, changed);
      };
      // The first failure takes what is still waiting out of the queue.
      const failure = new AbortController();
      const until = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
      const results = await Promise.allSettled(
        ticketIds.map((id) =>
          queue.add(
            async () => {
              const notes = await readOne(id, tickets.get(id)).catch((error: unknown) => {
                failure.abort(error);
                throw error;
              });
              if (notes) arrived.push(notes);
              left -= 1;
              onEach(left);
              if (arrived.length >= 50) await store();
            },
            { signal: until },
          ),
        ),
      );
      // What did arrive is kept, whatever happened to the others.
      await store();
      signal?.throwIfAborted();
      failure.signal.throwIfAborted();
      const failed = results.find((result) => result.status === "rejected");
      if (failed) throw failed.reason;
    },
  };
}
