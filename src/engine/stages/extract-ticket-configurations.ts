// Which configurations hang on a ticket: asked only for tickets that people still work on, for it costs a call each.
import PQueue from "p-queue";
import { SkipError } from "../errors.ts";
import type { SourceTicket, SourceTicketConfigurations } from "../model/source.ts";
import type { ExtractContext } from "./extract-context.ts";
import { isRefused } from "./survey-lists.ts";

const STEP = 200;
/** Refused so often, it is the module that may not be read, and the pages said so already. */
const REFUSALS = 25;

/**
 * ConnectWise tells it ticket by ticket, and a configuration doesn't name its tickets. Asked for every ticket,
 * 60,000 tickets would cost 60,000 requests, an hour at 1,000 a minute: as much as their notes. So it is asked for
 * tickets that are open (2 to 5 % of a desk) and whose company has a configuration at all. A closed ticket's
 * configuration is found on its contact, and in the exported files. What was read while a ticket was open stays.
 *
 * @param only these tickets alone, closed ones included: a sample is small
 */
export async function extractTicketConfigurations(
  context: ExtractContext,
  only?: readonly string[],
): Promise<void> {
  const { source, staging, migrationId, signal } = context;
  if (source.fetchTicketConfigurations === undefined) return;
  const owners = await loadOwners(context);
  if (owners.size === 0) return;
  const queue = new PQueue({ concurrency: context.notesAtOnce ?? 32 });
  const refusals = { count: 0 };
  for await (const ids of pagesOf(context, only)) {
    signal?.throwIfAborted();
    const tickets = await staging.load(migrationId, "ticket", ids);
    const asked = [...tickets.values()].filter(
      (ticket) => (only !== undefined || !ticket.closed) && owners.has(ticket.company?.id ?? ""),
    );
    const at = context.clock();
    const found = await queue.addAll(asked.map((ticket) => () => fetchOne(context, ticket, refusals)));
    const arrived = found.filter((one) => one !== undefined);
    const { changed } = await staging.putRecords(migrationId, "ticketConfigurations", arrived, at);
    context.count("ticketConfigurations", arrived.length, changed);
    if (refusals.count >= REFUSALS) return;
  }
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
  only?: readonly string[],
): AsyncGenerator<readonly string[]> {
  if (only !== undefined) {
    for (let at = 0; at < only.length; at += STEP) yield only.slice(at, at + STEP);
    return;
  }
  let after: string | undefined;
  for (;;) {
    const ids = await staging.listIds(migrationId, "ticket", after, STEP);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1);
  }
}

/** Undefined for a ticket that is gone or refused. */
async function fetchOne(
  { source, signal }: ExtractContext,
  ticket: SourceTicket,
  refusals: { count: number },
): Promise<SourceTicketConfigurations | undefined> {
  try {
    const configurationIds = (await source.fetchTicketConfigurations?.(ticket, signal)) ?? [];
    return { id: ticket.id, configurationIds };
  } catch (error) {
    if (isRefused(error)) refusals.count += 1;
    else if (!(error instanceof SkipError)) throw error;
    return undefined;
  }
}
