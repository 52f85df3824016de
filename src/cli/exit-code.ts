// Exit codes and last words: 0 done, 1 done with exceptions, 2 bad input or something a person must mend, 3 refused.
import { CutoverError, RefusedError } from "../engine/errors.ts";
import type { RunReport } from "../engine/operator.ts";
import { telling } from "../words/en/telling.ts";

export function exitCodeOf(report: RunReport): number {
  if (report.run.state !== "done") return 2;
  return report.exceptions.length > 0 ? 1 : 0;
}

/** Prints a sentence and what to do about it; a stack trace only for what is our own fault. */
export function explainFailure(error: unknown, print: (text: string) => void): number {
  if (error instanceof CutoverError) {
    const { message, remedy } = telling.explain(error.saying);
    print(`${message}\n${remedy}\n`);
    return error instanceof RefusedError ? 3 : 2;
  }
  print(
    `Something went wrong on our side: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 70;
}
