// Step one: everything is read from the source and staged, page by page, so that an abort loses one page.
import type { EnvironmentName } from "../model/operation.ts";
import type { Exception } from "../model/run.ts";
import { SOURCE_TYPES, type SourceType } from "../model/source.ts";
import type { Source } from "../source/port.ts";
import type { SourceStaging } from "../store/repositories.ts";
import { extractNotes } from "./extract-notes.ts";
import { extractPages, REFERENCE_TYPES } from "./extract-pages.ts";
import { extractTickets } from "./extract-tickets.ts";

export interface ExtractProgress {
  readonly type: SourceType;
  /** Records of this type that have arrived in this pass; of notes: tickets whose notes have. */
  readonly done: number;
  /** What the source says there is; on a refresh, absent. */
  readonly total?: number;
}

export interface ExtractLog {
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface ExtractRequest {
  readonly source: Source;
  readonly staging: SourceStaging;
  readonly migrationId: string;
  /** Goes into the exceptions: the run's environment. */
  readonly environment: EnvironmentName;
  readonly clock: () => Date;
  readonly signal?: AbortSignal;
  /**
   * Only these tickets, with their notes, time entries, contacts and companies, beside the small lists that
   * every ticket refers to. Leaves no checkpoint: a later full extract still reads everything.
   */
  readonly onlyTickets?: readonly string[];
  readonly onProgress?: (progress: ExtractProgress) => void;
  /** What did not come, as it is found. */
  readonly onExceptions?: (exceptions: readonly Exception[]) => Promise<void>;
  readonly log?: ExtractLog;
  /** Tickets whose notes are asked for at a time; the source's own pacing decides below it. Default 32. */
  readonly notesAtOnce?: number;
}

export interface ExtractResult {
  /** `refresh` when a complete pass was there before and only what changed since was asked for. */
  readonly mode: "full" | "refresh" | "sample";
  /** Records that arrived, by type. */
  readonly arrived: Readonly<Record<SourceType, number>>;
  /** Of them, those that were new or different. */
  readonly changed: Readonly<Record<SourceType, number>>;
  readonly exceptions: number;
}

/** What the parts of the extraction share: counting, telling, stopping. */
export interface ExtractContext extends ExtractRequest {
  readonly count: (type: SourceType, arrived: number, changed: number) => void;
  /** Records an exception and goes on. */
  readonly except: (
    source: { readonly type: string; readonly id: string },
    facts: Omit<Exception, "source" | "environment">,
  ) => Promise<void>;
}

/**
 * Resumable: call it again after an abort and it goes on where it stopped; call it after it ended and it
 * reads what changed. Memory stays that of a page.
 * @throws CutoverErrors of the source that concern everything (credentials, tries used up); the signal's reason
 */
export async function extract(request: ExtractRequest): Promise<ExtractResult> {
  const zeros = () => Object.fromEntries(SOURCE_TYPES.map((type) => [type, 0])) as Record<SourceType, number>;
  const arrived = zeros();
  const changed = zeros();
  let exceptions = 0;
  const context: ExtractContext = {
    ...request,
    count(type, more, moreChanged) {
      arrived[type] += more;
      changed[type] += moreChanged;
    },
    async except(source, facts) {
      exceptions += 1;
      request.log?.warn({ source, code: facts.code }, facts.message);
      await request.onExceptions?.([{ source, environment: request.environment, ...facts }]);
    },
  };
  for (const type of REFERENCE_TYPES) await extractPages(context, type);
  let mode: ExtractResult["mode"] = "sample";
  if (request.onlyTickets) await extractTickets(context, request.onlyTickets);
  else {
    for (const type of ["company", "contact", "ticket", "timeEntry"] as const) {
      await extractPages(context, type);
    }
    mode = await extractNotes(context);
  }
  request.log?.info({ mode, arrived, changed, exceptions }, "extraction ended");
  return { mode, arrived, changed, exceptions };
}
