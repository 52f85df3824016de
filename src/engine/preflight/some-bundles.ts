// Tickets of the extract with what hangs on them, spread over all: enough to tell, not all of a large desk.
import type { TicketBundle } from "../model/source/source.ts";
import type { PreflightContext } from "./check.ts";

const MOST = 2000;
const PAGE = 1000;
const TOGETHER = 100;

/** None before anything was extracted. */
export async function* someBundles({
  extract,
  migrationId,
  signal,
}: Pick<PreflightContext, "extract" | "migrationId" | "signal">): AsyncGenerator<TicketBundle> {
  const total = await extract.count(migrationId, "ticket");
  const step = Math.max(1, Math.ceil(total / MOST));
  let after: string | undefined;
  let at = 0;
  for (;;) {
    const page = await extract.listIds(migrationId, "ticket", after, PAGE);
    const ids = page.filter(() => at++ % step === 0);
    for (let from = 0; from < ids.length; from += TOGETHER) {
      signal?.throwIfAborted();
      yield* await extract.loadBundles(migrationId, ids.slice(from, from + TOGETHER));
    }
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}
