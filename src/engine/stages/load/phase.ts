// One phase of the walk, written: page by page, many records at once, a record that fails alone left behind and listed.
import { kindOf } from "../../converge/index.ts";
import type { DesiredPage, DesiredRecord } from "../../desired/desired-record.ts";
import type { DesiredPhase } from "../../desired/walk.ts";
import type { Desired } from "../../model/desired.ts";
import { loadConversationPages } from "./conversations.ts";
import type { LoadRun } from "./load-run.ts";
import { passOver } from "./pass-over.ts";
import { loadRecord } from "./record.ts";

/** May be repeated: what stands is not written again. `ids`: these of its records alone. */
export async function loadPhase(run: LoadRun, phase: DesiredPhase, ids?: readonly string[]): Promise<void> {
  if (phase.phase === "conversations") return loadConversationPages(run, phase.pages(ids));
  // Whatever is in a circle exists before anything leads to it.
  if (phase.inner === "circles") await loadPages(run, phase, phase.pages(ids), makeUnlinked);
  await loadPages(run, phase, phase.pages(ids), loadOne);
}

type LoadOne = (
  run: LoadRun,
  phase: DesiredPhase,
  record: DesiredRecord,
  links: ReadonlyMap<string, string>,
) => Promise<void>;

async function loadPages(
  run: LoadRun,
  phase: DesiredPhase,
  pages: AsyncIterable<DesiredPage>,
  load: LoadOne,
): Promise<void> {
  for await (const page of pages) {
    if (run.stopped) break;
    const links = await page.loadLinks();
    await passOver(run, phase.phase, page);
    for (const record of page.records) await run.add(() => load(run, phase, record, links));
    if (phase.inner === "earlier-pages") await run.drain();
  }
  await run.drain();
}

const loadOne: LoadOne = async (run, { phase }, { source, states: [state] }, links) => {
  await run.attempt(phase, source, () => loadRecord(run.tools, state, links));
};

const makeUnlinked: LoadOne = async (run, { phase }, { source, states: [{ desired, applied }] }, links) => {
  if (applied.get("create")?.state === "done") run.progress.passed(phase);
  else
    await run.attempt(phase, source, () =>
      loadRecord(run.tools, { desired: withoutLinks(desired), applied }, links),
    );
};

const nothingIsMade = () => false;
const withoutLinks = (desired: Desired): Desired =>
  kindOf(desired.kind).withoutLinks?.(desired, nothingIsMade) ?? desired;
