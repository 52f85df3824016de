// Which configurations hang on a ticket: asked only for tickets that people still work on, for it costs a call each.
import PQueue from "p-queue";
import { SkipError } from "../../errors.ts";
import type { SourceTicket, SourceTicketConfigurations } from "../../model/source.ts";
import { isRefused } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { isReadAlready } from "./pass.ts";
import { createStoreTogether } from "./write-batches.ts";

const TYPE = "ticketConfigurations";
/** Tickets that are looked through at a time. */
const STEP = 200;
/** Tickets that are asked for at a time. */
const AT_ONCE = 32;
/** Refused so often, it is the module that may not be read: asking on would tell nothing more. */
const REFUSALS = 25;

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
  const unread: Unread = { refused: 0, gone: 0 };
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
      if (unread.refused >= REFUSALS) break;
    }
    if (unread.refused >= REFUSALS) break;
  }
  await ask(undefined);
  if (unread.refused + unread.gone > 0) await reportUnread(context, unread);
  if (!only) await staging.saveCheckpoint(migrationId, TYPE, { completedAt: startedAt });
}

/** Tickets whose links could not be read: by right, or because the ticket or the list is not there. */
interface Unread {
  refused: number;
  gone: number;
}

function reportUnread(context: ExtractContext, { refused, gone }: Unread): Promise<void> {
  return context.except(
    { type: "ticketConfigurations", id: "*" },
    {
      code: "source_unreadable",
      message: `The configurations of ${refused + gone} tickets could not be read: ${refused} refused, ${gone} not found. These tickets are moved without a note of them.`,
      remedy:
        "Give the API member's security role the inquire level All for configurations, and run the extraction again.",
    },
  );
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

/** Undefined for a ticket that is gone or refused. */
async function fetchOne(
  { source, signal }: ExtractContext,
  ticket: SourceTicket,
  unread: Unread,
): Promise<SourceTicketConfigurations | undefined> {
  try {
    const configurationIds = (await source.fetchTicketConfigurations?.(ticket, signal)) ?? [];
    return { id: ticket.id, configurationIds };
  } catch (error) {
    if (isRefused(error)) unread.refused += 1;
    else if (error instanceof SkipError) unread.gone += 1;
    else throw error;
    return undefined;
  }
}
