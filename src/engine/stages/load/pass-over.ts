// Records of a page that nothing is written for: counted as passed, and listed where they could not be read.
import type { DesiredPage } from "../../desired/desired-record.ts";
import type { RunPhase } from "../../model/run.ts";
import type { LoadRun } from "./load-run.ts";

export async function passOver(
  run: LoadRun,
  phase: RunPhase,
  { notMoved, absent }: DesiredPage,
): Promise<void> {
  for (const one of notMoved) {
    if (one.why === "unreadable") await run.skip(phase, one.source, one.error);
    else run.progress.passed(phase);
  }
  run.progress.passed(phase, absent);
}
