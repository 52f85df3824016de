// Exceptions by what is wrong with them, the largest group first.
import type { Exception } from "../../engine/model/run.ts";

export interface ExceptionGroup {
  readonly example: Exception;
  readonly records: readonly Exception[];
}

/** Groups share a code; each speaks by its first record. */
export function groupExceptions(exceptions: readonly Exception[]): readonly ExceptionGroup[] {
  return [...Map.groupBy(exceptions, ({ code }) => code).values()]
    .flatMap((records) => (records[0] ? [{ example: records[0], records }] : []))
    .toSorted((a, b) => b.records.length - a.records.length);
}
