// Which configurations hang on a ticket: asked only for tickets that people still work on, for it costs a call each.
import PQueue from "p-queue";
import type { CutoverError } from "../../errors.ts";
import type { SourceTicket, SourceTicketConfigurations } from "../../model/source/source.ts";
import { concernsOnePart } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { isReadAlready } from "./pass.ts";
import { createStoreTogether } from "./write-batches.ts";

const TYPE = "ticketConfigurations";
/** Tickets that are looked through at a time. */
const STEP = 200;
/** Tickets that are asked for at a time. */
const AT_ONCE = 32;
/** Trouble with so many in a row is the list's: asking on would tell nothing more. */
const TROUBLES = 25;

/**
 * ConnectWise tells it ticket by ticket, and a configuration doesn't name its tickets. Asked for every ticket,
 * 60,000 tickets would cost 60,000 requests, an hour at 1,000 a minute: as much as their notes. So it is asked for
 * tickets that are open (2 to 5 % of a desk) and whose company has a configuration at all. A closed ticket's
 * configuration is found on its contact, and in the exported files. What was read while a ticket was open stays.
 *
 * @param only these tickets alone, and of them the open ones too: a sample shows what a full run will do
 */
export async function extractTicketConfigurations(
  context: ExtractContext,
  only?: readonly string[],
): Promise<void> {
  const { source, staging, migrationId, signal } = context;
  if (source.fetchTicketConfigurations === undefined) return;
  const owners = await loadOwners(context);
  if (owners.size === 0) return;
  const queue = new PQueue({ concurrency: Math.min(context.notesAtOnce ?? AT_ONCE, AT_ONCE) });
  const unread: Unread = { inARow: 0 };
  // Of a pass that was broken off only what is left is asked for; a sample leaves no mark.
  const begun = only ? undefined : await staging.loadCheckpoint(migrationId, TYPE);
  if (begun && isReadAlready(context, begun)) return;
  const startedAt = begun?.startedAt ?? context.clock().toISOString();
  if (!only && begun?.startedAt === undefined) await staging.saveCheckpoint(migrationId, TYPE, { startedAt });
  const store = createStoreTogether(context, TYPE);
  let asked: SourceTicket[] = [];
  const ask = async (after: string | undefined) => {
    const at = context.clock();
    const work = asked.map((ticket) => async () => {
      const found = await fetchOne(context, ticket, unread);
      if (found) await store(found, at);
    });
    asked = [];
    // What has arrived is staged whatever became of the others.
    const ended = await Promise.allSettled(work.map((one) => queue.add(one)));
    const failure = ended.find((one) => one.status === "rejected");
    if (failure) throw failure.reason;
    if (!only && after !== undefined) await staging.saveCheckpoint(migrationId, TYPE, { startedAt, after });
  };
  for await (const ids of only ? cut(only) : pagesOf(context, begun?.after)) {
    signal?.throwIfAborted();
    const tickets = await staging.load(migrationId, "ticket", ids);
    // What this very pass has read since its last checkpoint, before it was killed.
    const read = begun?.startedAt
      ? await staging.listStagedSince(migrationId, TYPE, ids, new Date(startedAt))
      : new Set<string>();
    let after: string | undefined;
    for (const id of ids) {
      const ticket = tickets.get(id);
      after = id;
      if (!ticket || ticket.closed || !owners.has(ticket.company?.id ?? "")) continue;
      if (read.has(id)) continue;
      asked.push(ticket);
      if (asked.length >= AT_ONCE) await ask(after);
    }
  }
  await ask(undefined);
  await context.gaps.tell();
  if (!only) await staging.saveCheckpoint(migrationId, TYPE, { completedAt: startedAt });
}

/** Tickets in a row whose links could not be read, and what has stopped the asking. */
interface Unread {
  inARow: number;
  stopped?: CutoverError;
}

/** Companies that have configurations. */
async function loadOwners({ staging, migrationId }: ExtractContext): Promise<ReadonlySet<string>> {
  const owners = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const ids = await staging.listIds(migrationId, "configuration", after, 1000);
    if (ids.length === 0) return owners;
    for (const { company } of (await staging.load(migrationId, "configuration", ids)).values()) {
      if (company) owners.add(company.id);
    }
    after = ids.at(-1);
  }
}

async function* pagesOf(
  { staging, migrationId }: ExtractContext,
  from: string | undefined,
): AsyncGenerator<readonly string[]> {
  let after = from;
  for (;;) {
    const ids = await staging.listIds(migrationId, "ticket", after, STEP);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1);
  }
}

function* cut(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += STEP) yield ids.slice(at, at + STEP);
}

/** Undefined for a ticket whose list can't be read. */
async function fetchOne(
  { source, signal, gaps }: ExtractContext,
  ticket: SourceTicket,
  unread: Unread,
): Promise<SourceTicketConfigurations | undefined> {
  const miss = (cause: CutoverError) => {
    gaps.add("ticket", { part: "configurations", id: ticket.id, cause });
    return undefined;
  };
  if (unread.stopped) return miss(unread.stopped);
  try {
    const configurationIds = (await source.fetchTicketConfigurations?.(ticket, signal)) ?? [];
    unread.inARow = 0;
    return { id: ticket.id, configurationIds };
  } catch (error) {
    if (!(await concernsOnePart(error, source, signal))) throw error;
    unread.inARow += 1;
    if (unread.inARow >= TROUBLES) unread.stopped = error as CutoverError;
    return miss(error as CutoverError);
  }
}
