// What comes by a call a ticket (notes, documents), many tickets at a time: the slow part of the whole migration.
import PQueue from "p-queue";
import { type CutoverError, SkipError } from "../../errors.ts";
import type { SourceRecords, SourceTicket } from "../../model/source/source.ts";
import type { SourceGap } from "../../source/port.ts";
import { concernsOnePart, isNotOffered } from "../../source/refusals.ts";
import type { ExtractCheckpoint } from "../../store/repositories.ts";
import type { ExtractContext } from "./context.ts";
import { askBackFrom } from "./pages.ts";
import { isReadAlready } from "./pass.ts";
import { createStoreTogether, type ReadType } from "./write-batches.ts";

/** Tickets a step: large enough to keep every connection busy, small enough to stay in little memory. */
const STEP = 200;

const NEVER = new Date(0);

/** What is read for each ticket, and how. */
export interface TicketRead<T extends ReadType> {
  readonly type: T;
  /** What a person calls it: `notes`. */
  readonly part: string;
  /** Trouble with so many tickets in a row is no matter of one ticket any more: no other is asked for. */
  readonly troublesInARow: number;
  /** What reads one ticket of this step; what is staged is better loaded for many at once. */
  prepare(
    ticketIds: readonly string[],
  ): Promise<
    (
      ticketId: string,
      ticket: SourceTicket | undefined,
      hear: (gap: SourceGap) => void,
    ) => Promise<SourceRecords[T]>
  >;
}

const notesRead = ({ source, signal }: ExtractContext): TicketRead<"notes"> => ({
  type: "notes",
  part: "notes",
  troublesInARow: 25,
  prepare: async () => async (id, ticket, hear) => ({
    id,
    notes: await source.fetchNotes(id, signal, ticket, hear),
  }),
});

export const extractNotes = (context: ExtractContext) => extractOfTickets(context, notesRead(context));

/**
 * First pass: tickets whose notes are missing or older than the ticket. Refresh: those of open and lately
 * changed tickets too, since a new note may not touch its ticket. Documents likewise.
 */
export async function extractOfTickets<T extends ReadType>(
  context: ExtractContext,
  what: TicketRead<T>,
): Promise<"full" | "refresh"> {
  const { staging, migrationId, clock } = context;
  const { type } = what;
  const loaded = (await staging.loadCheckpoint(migrationId, type)) ?? {};
  const checkpoint = { ...loaded, startedAt: loaded.startedAt ?? clock().toISOString() };
  await staging.saveCheckpoint(migrationId, type, checkpoint);
  const reader = createTicketReader(context, what);
  const { completedAt } = checkpoint;
  if (completedAt !== undefined && !isReadAlready(context, loaded))
    await refresh(context, type, reader, checkpoint, completedAt);
  await readMissing(context, type, reader);
  await staging.saveCheckpoint(migrationId, type, { completedAt: checkpoint.startedAt });
  return completedAt === undefined ? "full" : "refresh";
}

/** Of these tickets, those whose notes (or documents) are still to be read; all of them where no pass is under way. */
export function listUnread(
  { staging, migrationId, pass }: ExtractContext,
  type: ReadType,
  ticketIds: readonly string[],
): Promise<readonly string[]> {
  if (pass === undefined) return Promise.resolve(ticketIds);
  return staging.listTicketsWithoutNotes(migrationId, undefined, ticketIds.length, type, ticketIds);
}

async function readMissing(context: ExtractContext, type: ReadType, reader: TicketReader): Promise<void> {
  const { staging, migrationId } = context;
  const total = await staging.count(migrationId, "ticket");
  let done = await staging.count(migrationId, type);
  // Ids go up, so a ticket whose notes can't be read is not asked for again and again.
  let after: string | undefined;
  let before: Promise<void> = Promise.resolve();
  for (;;) {
    const ids = await staging.listTicketsWithoutNotes(migrationId, after, STEP, type);
    if (ids.length === 0) break;
    // One step waits in line while another is read: no connection is idle between them.
    const reading = reader.read(ids, () => {
      done += 1;
      context.onProgress?.({ type, done: Math.min(done, total), total });
    });
    reading.catch(() => {
      // It is awaited below; a failure of the step before it comes first.
    });
    await before;
    before = reading;
    after = ids.at(-1);
  }
  await before;
}

async function refresh(
  context: ExtractContext,
  type: ReadType,
  reader: TicketReader,
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
    await staging.saveCheckpoint(migrationId, type, { ...checkpoint, ...(after ? { after } : {}) });
  }
}

export interface TicketReader {
  /** Reads and stages what belongs to these tickets; `onEach` hears of each when it is staged or given up. */
  read(ticketIds: readonly string[], onEach: () => void): Promise<void>;
}

export const createReader = (context: ExtractContext): TicketReader =>
  createTicketReader(context, notesRead(context));

/** A ticket is staged before its place in the line goes to the next: after a kill, only what was under way is asked again. */
export function createTicketReader<T extends ReadType>(
  context: ExtractContext,
  { type, part, prepare, troublesInARow }: TicketRead<T>,
): TicketReader {
  const { staging, migrationId, clock, signal, source, gaps } = context;
  const queue = new PQueue({ concurrency: context.notesAtOnce ?? 32 });
  const store = createStoreTogether(context, type);
  // The first failure takes what is still waiting out of the queue.
  const failure = new AbortController();
  const until = signal ? AbortSignal.any([signal, failure.signal]) : failure.signal;
  let inARow = 0;
  let stopped: CutoverError | undefined;

  async function readOne(id: string, fetch: () => Promise<SourceRecords[T]>) {
    if (stopped) {
      gaps.add("ticket", { part, id, cause: stopped });
      return undefined;
    }
    try {
      const record = await fetch();
      inARow = 0;
      return record;
    } catch (error) {
      if (!(await concernsOnePart(error, source, until))) throw error;
      const trouble = error as CutoverError;
      if (trouble instanceof SkipError && !isNotOffered(trouble)) {
        const { code, saying, requestId } = trouble;
        await context.except({ type, id }, saying, {
          code,
          ...(requestId === undefined ? {} : { requestId }),
        });
        return undefined;
      }
      inARow += 1;
      if (inARow >= troublesInARow) stopped = trouble;
      gaps.add("ticket", { part, id, cause: trouble });
      return undefined;
    }
  }

  return {
    async read(ticketIds, onEach) {
      signal?.throwIfAborted();
      // Taken before the first answer: a ticket that changes from now on is newer than its notes.
      const at = clock();
      const tickets = await staging.load(migrationId, "ticket", ticketIds);
      const read = await prepare(ticketIds);
      const work = async (id: string) => {
        try {
          let whole = true;
          const hear = (gap: SourceGap) => {
            whole = false;
            gaps.add("ticket", gap);
          };
          const record = await readOne(id, () => read(id, tickets.get(id), hear));
          // What lacks a part is older than its ticket, so that the next pass asks again.
          if (record) await store(record, whole ? at : NEVER);
          onEach();
        } catch (error) {
          failure.abort(error);
          throw error;
        }
      };
      await Promise.allSettled(ticketIds.map((id) => queue.add(() => work(id), { signal: until })));
      // Whatever was rejected has aborted one of these two.
      signal?.throwIfAborted();
      failure.signal.throwIfAborted();
      await gaps.tell();
    },
  };
}
