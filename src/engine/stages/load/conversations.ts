// The third phase of a load: conversations, with the stand-in contacts that some of them need.

import type { DesiredPage, DesiredRecord } from "../../desired/desired-record.ts";
import { refKey } from "../../journal/journal.ts";
import type { SourceRef } from "../../model/source/source.ts";
import { proveSilent } from "./canary.ts";
import type { LoadRun } from "./load-run.ts";
import { passOver } from "./pass-over.ts";
import type { RecordOutcome } from "./record.ts";
import { StandIns } from "./stand-ins.ts";
import { writeConversations } from "./ticket.ts";

type Links = ReadonlyMap<string, string>;

export async function loadConversationPages(run: LoadRun, pages: AsyncIterable<DesiredPage>): Promise<void> {
  const standIns = new StandIns(run.tools);
  let canary = true;
  for await (const page of pages) {
    if (run.stopped) break;
    const links = await page.loadLinks();
    await passOver(run, "conversations", page);
    for (const record of page.records) if (record.kind === "contact") standIns.expect(record, links);
    for (const record of inOrder(page.records.filter(({ kind }) => kind === "conversation"))) {
      // The first new conversation goes alone and is read back before any other follows.
      if (canary && record.states[0].applied.size === 0) {
        await run.drain();
        await run.add(async () => {
          const outcome = await loadTicket(run, record, standIns, links);
          if (outcome?.kind === "written") {
            canary = false;
            await proveSilent(run.tools, outcome.destinationId);
          }
        });
        await run.drain();
        if (run.stopped) break;
      } else {
        await run.add(async () => {
          await loadTicket(run, record, standIns, links);
        });
      }
    }
  }
  await run.drain();
}

/** Threads from here on meet Intercom's throttle on one conversation, and stand still for some seconds. */
const LONG_THREAD = 40;

function sizeOf({ states }: DesiredRecord): number {
  return states.reduce((sum, { desired }) => sum + ("parts" in desired ? desired.parts.length : 0), 0);
}

/** A short one first: the canary, which everything waits for. Then the long ones, so that others are written meanwhile. */
function inOrder(records: readonly DesiredRecord[]): readonly DesiredRecord[] {
  const short = records.filter((record) => sizeOf(record) < LONG_THREAD);
  const long = records.filter((record) => sizeOf(record) >= LONG_THREAD);
  return [...short.slice(0, 1), ...long, ...short.slice(1)];
}

function loadTicket(
  run: LoadRun,
  { source, states }: DesiredRecord,
  standIns: StandIns,
  links: Links,
): Promise<RecordOutcome | undefined> {
  return run.attempt("conversations", source, async () => {
    const requester = requesterOf(states[0].desired);
    const id = requester && (await standIns.ensure(requester));
    if (id?.kind === "waiting") return { kind: run.stopped ? "unfinished" : "waiting" };
    const known = requester && id ? new Map([...links, [refKey(requester), id.destinationId]]) : links;
    return writeConversations(run.tools, states, known);
  });
}

function requesterOf(desired: DesiredRecord["states"][0]["desired"]): SourceRef | undefined {
  return desired.kind === "conversation" ? desired.contact : undefined;
}
