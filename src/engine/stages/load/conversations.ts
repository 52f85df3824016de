// The third phase of a load: conversations, with the placeholder contacts that some of them need.

import { type ContextBase, contextOf, loadReferred } from "../../desired/context.ts";
import { loadChain } from "../../desired/ticket-conversations.ts";
import { refKey } from "../../journal/journal.ts";
import type { DesiredContact } from "../../model/desired.ts";
import type { Applied } from "../../model/operation.ts";
import type { TicketBundle } from "../../model/source.ts";
import { isTicketLeftOut, type TransformContext, transformTicket } from "../../transform/index.ts";
import { proveSilent } from "./canary.ts";
import { refsOf } from "./companies-and-contacts.ts";
import type { LoadRun } from "./load-run.ts";
import { loadRecord, type RecordOutcome } from "./record.ts";
import { loadTicketChain } from "./ticket.ts";

interface TicketPage {
  readonly context: TransformContext;
  readonly applied: ReadonlyMap<string, Applied>;
  readonly links: ReadonlyMap<string, string>;
}

export async function loadConversations(
  run: LoadRun,
  base: ContextBase,
  pages: AsyncIterable<readonly string[]>,
  deleted = false,
): Promise<void> {
  const placeholders = new Placeholders(run);
  let canary = true;
  for await (const ids of pages) {
    if (run.stopped) break;
    const bundles = await base.input.staging.loadBundles(base.input.migrationId, ids, deleted);
    const page = await loadPage(run, base, bundles);
    const moved = bundles.filter(({ ticket }) => !isTicketLeftOut(ticket, page.context));
    run.progress.passed("conversations", ids.length - moved.length);
    for (const bundle of inOrder(moved)) {
      // The first new conversation goes alone and is read back before any other follows.
      if (canary && !page.applied.has(refKey({ type: "ticket", id: bundle.ticket.id }))) {
        await run.drain();
        await run.add(async () => {
          const outcome = await loadTicket(run, page, placeholders, bundle);
          if (outcome?.kind === "written") {
            canary = false;
            await proveSilent(run.tools, outcome.destinationId);
          }
        });
        await run.drain();
        if (run.stopped) break;
      } else {
        await run.add(async () => {
          await loadTicket(run, page, placeholders, bundle);
        });
      }
    }
  }
  await run.drain();
}

const sizeOf = ({ notes, timeEntries }: TicketBundle) => notes.length + timeEntries.length;

/** Threads from here on meet Intercom's throttle on one conversation, and stand still for some seconds. */
const LONG_THREAD = 40;

/** A short one first: the canary, which everything waits for. Then the long ones, so that others are written meanwhile. */
function inOrder(bundles: readonly TicketBundle[]): readonly TicketBundle[] {
  const short = bundles.filter((bundle) => sizeOf(bundle) < LONG_THREAD);
  const long = bundles.filter((bundle) => sizeOf(bundle) >= LONG_THREAD);
  return [...short.slice(0, 1), ...long, ...short.slice(1)];
}

async function loadPage(
  run: LoadRun,
  base: ContextBase,
  bundles: readonly TicketBundle[],
): Promise<TicketPage> {
  const { journal, scope } = run.tools;
  const records = await loadReferred(base, bundles);
  const tickets = bundles.map(({ ticket }) => ticket.id);
  const refs = [
    ...refsOf("contact", [...records.contacts.keys()]),
    ...refsOf("company", [...records.companies.keys()]),
  ];
  return {
    context: contextOf(base, records),
    applied: await journal.loadApplied(scope, refsOf("ticket", tickets)),
    links: await journal.loadLinks(scope, refs),
  };
}

async function loadTicket(
  run: LoadRun,
  page: TicketPage,
  placeholders: Placeholders,
  bundle: TicketBundle,
): Promise<RecordOutcome | undefined> {
  const source = { type: "ticket", id: bundle.ticket.id } as const;
  return run.attempt<RecordOutcome>("conversations", source, async () => {
    const { conversation, placeholder } = transformTicket(bundle, page.context);
    let { links } = page;
    if (placeholder) {
      const id = await placeholders.ensure(placeholder, page.links);
      if (id === undefined) return { kind: run.stopped ? "unfinished" : "waiting" };
      links = new Map([...page.links, [refKey(placeholder.source), id]]);
    }
    const { journal, scope } = run.tools;
    const chain = await loadChain(journal, scope, conversation, page.applied.get(refKey(source)));
    return loadTicketChain(run.tools, chain, links);
  });
}

/** One placeholder a company, whoever needs it first; the others wait for it. */
class Placeholders {
  readonly #run: LoadRun;
  readonly #ids = new Map<string, Promise<string | undefined>>();

  constructor(run: LoadRun) {
    this.#run = run;
  }

  /** Its destination id; undefined when the run stops before, or it waits itself. Throws what its own write throws. */
  ensure(desired: DesiredContact, links: ReadonlyMap<string, string>): Promise<string | undefined> {
    const known = this.#ids.get(desired.externalId);
    if (known) return known;
    const made = this.#write(desired, links);
    this.#ids.set(desired.externalId, made);
    return made;
  }

  async #write(desired: DesiredContact, links: ReadonlyMap<string, string>): Promise<string | undefined> {
    const { journal, scope } = this.#run.tools;
    const applied = (await journal.loadApplied(scope, [desired.source])).get(refKey(desired.source));
    const outcome = await loadRecord(this.#run.tools, desired, applied ?? new Map(), links);
    return "destinationId" in outcome ? outcome.destinationId : undefined;
  }
}
