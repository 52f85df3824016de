// The end of a phase: goes back for the records that were deferred, as soon as each can go on.
import { refKey } from "../../journal/journal.ts";
import { recordOf } from "../../model/continued.ts";
import { MAX_WAIT_MS, nextAsking, settlePossible, unsettled } from "../../write/settle.ts";
import type { LoadRun } from "./load-run.ts";

/**
 * Asks until everything deferred is settled, and loads each record as soon as it is. Called while
 * nothing else is written. Ends early when the run stops.
 */
export async function retryDeferred(
  run: LoadRun,
  load: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  const { tools, deferred, progress } = run;
  let waited = 0;
  while (deferred.size > 0 && !run.stopped) {
    const uncertain = (await settlePossible(tools, tools.scope)).filter(({ source }) =>
      deferred.has(recordOf(source)),
    );
    const due = deferred.take(new Set(uncertain.map(({ source }) => refKey(recordOf(source)))));
    if (due.length > 0) {
      waited = 0;
      await load(due);
      continue;
    }
    if (waited >= MAX_WAIT_MS) throw unsettled();
    const pause = nextAsking(uncertain);
    waited += pause;
    progress.waitsFor({ code: "waits_for_search", args: { records: deferred.size } });
    await tools.clock.sleep(pause, tools.signal);
  }
  progress.waitsFor(undefined);
}
