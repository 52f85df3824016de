// Small lists read whole for a survey, and counts that a missing right doesn't stop.
import type { SourceBoard, SourceRecords } from "../../model/source.ts";
import type { Survey } from "../../model/survey.ts";
import type { PagedType, Source } from "../../source/port.ts";
import { isRefused } from "../../source/refusals.ts";

export type ListedType = "board" | "member" | "sla" | "priority";

/** @param warn hears what could not be read; the survey goes on without it */
export async function fetchList<T extends ListedType>(
  source: Source,
  type: T,
  warn: (sentence: string) => void,
  signal?: AbortSignal,
): Promise<readonly SourceRecords[T][]> {
  const records: SourceRecords[T][] = [];
  let after: string | undefined;
  try {
    do {
      const page = await source.fetchPage(type, {
        ...(after === undefined ? {} : { after }),
        ...(signal ? { signal } : {}),
      });
      records.push(...page.records);
      for (const { id, reason } of page.rejects) warn(`The ${type} ${id} could not be read: ${reason}.`);
      after = page.next;
    } while (after !== undefined);
  } catch (error) {
    warnIfRefused(error, warn);
  }
  return records;
}

/** Zero, with a warning, for what may not be counted. */
export async function fetchCountOrWarn(
  source: Source,
  type: PagedType,
  warn: (sentence: string) => void,
): Promise<number> {
  try {
    return await source.count(type);
  } catch (error) {
    warnIfRefused(error, warn);
    return 0;
  }
}

function warnIfRefused(error: unknown, warn: (sentence: string) => void): void {
  if (!isRefused(error)) throw error;
  warn(`${error.message} ${error.remedy}`);
}

export async function fetchBoardCounts(
  source: Source,
  boards: readonly SourceBoard[],
): Promise<Survey["boards"]> {
  return Promise.all(
    boards.map(async ({ id, name, project }) => {
      const tickets = await source.countTicketsOnBoard({ id, project });
      return { id, name, tickets: tickets ?? 0, readable: tickets !== undefined };
    }),
  );
}
