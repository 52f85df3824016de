// What only shows ticket by ticket: how long threads are and how large files; a few tickets tell about all of them.
import { MAX_PARTS } from "../../converge/index.ts";
import type { SourceTicket } from "../../model/source/source.ts";
import type { OddCase } from "../../model/survey.ts";
import type { Source } from "../../source/port.ts";
import { concernsOnePart } from "../../source/refusals.ts";

/** Notes and documents cost a call a ticket each. */
const LOOKED_AT = 25;
/** What desks usually have, where no ticket could be looked at. */
const USUAL_NOTES = 4;
/** Larger files are named with their link unless the map says otherwise. */
const LARGE_FILE = 10 * 1_048_576;

export interface ThreadSurvey {
  readonly averageNotes: number;
  readonly oddCases: readonly OddCase[];
}

interface Looked {
  readonly id: string;
  readonly notes?: number;
  readonly large: number;
}

/** Looks at tickets spread over the sample; counts are scaled to all `total` tickets. */
export async function surveyThreads(
  source: Source,
  tickets: readonly SourceTicket[],
  total: number,
  signal?: AbortSignal,
): Promise<ThreadSurvey> {
  const step = Math.max(1, Math.floor(tickets.length / LOOKED_AT));
  const chosen = tickets.filter((_, at) => at % step === 0).slice(0, LOOKED_AT);
  const looked = await Promise.all(
    chosen.map(async (ticket): Promise<Looked> => {
      const notes = await orUnknown(source.fetchNotes(ticket.id, signal, ticket), source, signal);
      const documents = (await orUnknown(source.fetchDocuments?.(ticket, signal), source, signal)) ?? [];
      const large = documents.filter(({ statedSize = 0 }) => statedSize > LARGE_FILE).length;
      return { id: ticket.id, large, ...(notes === undefined ? {} : { notes: notes.length }) };
    }),
  );
  const lengths = looked.flatMap(({ notes }) => notes ?? []);
  const averageNotes =
    lengths.length === 0 ? USUAL_NOTES : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return {
    averageNotes,
    oddCases: [
      odd(
        "long_threads",
        looked,
        total,
        ({ notes = 0 }) => notes > MAX_PARTS,
        (n) =>
          `${n} tickets have over ${MAX_PARTS} notes. All of them move, and go on in further conversations, linked both ways: Intercom lets programs read back only the newest 500 messages of one.`,
      ),
      odd(
        "large_files",
        looked,
        total,
        ({ large }) => large > 0,
        (n) =>
          `${n} tickets have a file over 10 MB. Such files are named with their link instead, unless the map allows larger ones.`,
      ),
    ].flat(),
  };
}

/** A ticket that went away meanwhile, or may not be read, tells nothing. */
async function orUnknown<T>(
  answer: Promise<T> | undefined,
  source: Source,
  signal?: AbortSignal,
): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (await concernsOnePart(error, source, signal)) return undefined;
    throw error;
  }
}

function odd(
  code: string,
  looked: readonly Looked[],
  total: number,
  matches: (one: Looked) => boolean,
  sentence: (n: string) => string,
): readonly OddCase[] {
  const found = looked.filter(matches);
  if (found.length === 0) return [];
  const count = Math.max(found.length, Math.round((found.length * total) / looked.length));
  const words = `${looked.length < total ? "About " : ""}${count.toLocaleString("en-US")}`;
  return [{ code, count, sentence: sentence(words), tickets: found.map(({ id }) => id) }];
}
