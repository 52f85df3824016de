// Exceptions by what is wrong with them, the largest group first.
import type { Exception } from "../../engine/model/run.ts";
import type { Words } from "../../words/words.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";

export interface ExceptionGroup {
  readonly example: Exception;
  readonly records: readonly Exception[];
}

/** "*4 records*: what happened and what to do", by the example. */
export function formatGroup({ example, records }: ExceptionGroup, words: Words): string {
  const { message, remedy } = words.explain(example.saying);
  return words.progress.group(records.length, escapeMrkdwn(message, 160), escapeMrkdwn(remedy, 160));
}

/** Groups share a code; each speaks by its first record. */
export function groupExceptions(exceptions: readonly Exception[]): readonly ExceptionGroup[] {
  return [...Map.groupBy(exceptions, ({ code }) => code).values()]
    .flatMap((records) => (records[0] ? [{ example: records[0], records }] : []))
    .toSorted((a, b) => b.records.length - a.records.length);
}
