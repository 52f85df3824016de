// Small lists read whole for a survey, and counts that a missing right doesn't stop.
import type { CutoverError } from "../../errors.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceBoard, SourceRecords } from "../../model/source/source.ts";
import type { Survey } from "../../model/survey.ts";
import type { PagedType, Source } from "../../source/port.ts";
import { concernsOnePart } from "../../source/refusals.ts";

export type ListedType = "board" | "member" | "sla" | "priority";

/** @param warn hears what could not be read; the survey goes on without it */
export async function fetchList<T extends ListedType>(
  source: Source,
  type: T,
  warn: (saying: Saying) => void,
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
      for (const { id, reason } of page.rejects) {
        warn({ code: "record_unreadable", args: { type, id, reason } });
      }
      for (const { part, name, id, cause } of page.gaps ?? []) {
        warn({
          code: "of_error",
          args: {
            error: {
              code: "source_unreadable",
              args: { what: "part", part, type, records: 1, names: [name ?? id], error: cause.saying },
            },
            withRemedy: false,
          },
        });
      }
      after = page.next;
    } while (after !== undefined);
  } catch (error) {
    await warnOrThrow(error, source, warn, signal);
  }
  return records;
}

/** Zero, with a warning, for what may not be counted. */
export async function fetchCountOrWarn(
  source: Source,
  type: PagedType,
  warn: (saying: Saying) => void,
): Promise<number> {
  try {
    return await source.count(type);
  } catch (error) {
    await warnOrThrow(error, source, warn);
    return 0;
  }
}

/** The survey goes on without what can't be read, and says so. */
export async function warnOrThrow(
  error: unknown,
  source: Source,
  warn: (saying: Saying) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (!(await concernsOnePart(error, source, signal))) throw error;
  warn({ code: "of_error", args: { error: (error as CutoverError).saying, withRemedy: true } });
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
