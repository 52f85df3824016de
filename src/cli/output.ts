// What the command line prints: lines for people, one JSON document for machines, progress on standard error.
import type { Progress } from "../engine/model/run.ts";
import { some } from "../words/en/formats.ts";
import { print, telling } from "../words/en/telling.ts";

export interface Output {
  /** The result: the document with `--json`, the lines without. */
  result(document: unknown, lines: readonly string[]): void;
  progress(progress: Progress): void;
}

export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** True when standard error is a terminal: progress is then one line, rewritten. */
  readonly terminal: boolean;
}

export function makeOutput(streams: Streams, json: boolean): Output {
  let rewritten = false;
  return {
    result(document, lines) {
      if (rewritten) streams.error("\n");
      streams.out(json ? `${JSON.stringify(print(document), null, 2)}\n` : `${lines.join("\n")}\n`);
    },
    progress(progress) {
      if (!streams.terminal || json) return;
      streams.error(`\r\x1b[2K${progressLine(progress)}`);
      rewritten = true;
    },
  };
}

/** `conversations 120 of 812 · 161 requests a second · 4 exceptions`. */
function progressLine(progress: Progress): string {
  const current = progress.phase === undefined ? undefined : progress.phases[progress.phase];
  const parts = [
    current === undefined ? "starting" : `${progress.phase} ${current.done} of ${current.total}`,
    progress.rate > 0 ? `${Math.round(progress.rate)} requests a second` : "",
    progress.exceptions > 0 ? some(progress.exceptions, "exception", "exceptions") : "",
    progress.waiting === undefined ? "" : telling.say(progress.waiting),
  ];
  return parts.filter(Boolean).join(" · ");
}
