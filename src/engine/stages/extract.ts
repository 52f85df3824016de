// Step one: everything is read from the source and staged, page by page, so that an abort loses one page.
import { SOURCE_TYPES, type SourceType } from "../model/source.ts";
import { extractArticles } from "./extract-articles.ts";
import { extractAssets } from "./extract-assets.ts";
import type { ExtractContext, ExtractRequest } from "./extract-context.ts";
import { extractDocuments } from "./extract-documents.ts";
import { extractNotes } from "./extract-notes.ts";
import { extractPages, REFERENCE_TYPES } from "./extract-pages.ts";
import { beginPass, endPass } from "./extract-pass.ts";
import { extractTicketConfigurations } from "./extract-ticket-configurations.ts";
import { extractTickets } from "./extract-tickets.ts";

export type { ExtractRequest } from "./extract-context.ts";

export interface ExtractResult {
  /** `refresh` when a complete pass was there before and only what changed since was asked for. */
  readonly mode: "full" | "refresh" | "sample";
  /** Records that arrived, by type. */
  readonly arrived: Readonly<Record<SourceType, number>>;
  /** Of them, those that were new or different. */
  readonly changed: Readonly<Record<SourceType, number>>;
  readonly exceptions: number;
  /** True when it went on where another one was broken off: it has not met what that one met. */
  readonly resumed: boolean;
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
  const pass = request.onlyTickets ? undefined : await beginPass(request);
  const context: ExtractContext = {
    ...request,
    ...(pass ? { pass } : {}),
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
  await extractAssets(context);
  await extractArticles(context);
  let mode: ExtractResult["mode"] = "sample";
  if (request.onlyTickets) {
    await extractTickets(context, request.onlyTickets);
    await extractTicketConfigurations(context, request.onlyTickets);
    await extractDocuments(context, request.onlyTickets);
  } else {
    for (const type of ["company", "contact", "ticket"] as const) await extractPages(context, type);
    mode = await extractTogether(context);
    await extractTicketConfigurations(context);
    await extractDocuments(context);
  }
  if (pass) await endPass(request, pass);
  const resumed = pass?.resumed === true;
  request.log?.info({ mode, resumed, arrived, changed, exceptions }, "extraction ended");
  return { mode, arrived, changed, exceptions, resumed };
}

/** Pages of time entries are few and slow, notes are many and quick: side by side the limit is used all the time. */
async function extractTogether(context: ExtractContext): Promise<"full" | "refresh"> {
  const failure = new AbortController();
  const { signal } = context;
  const both = {
    ...context,
    signal: signal ? AbortSignal.any([signal, failure.signal]) : failure.signal,
  };
  const stopBoth = (error: unknown) => {
    failure.abort(error);
    throw error;
  };
  const notes = extractNotes(both).catch(stopBoth);
  await Promise.allSettled([notes, extractPages(both, "timeEntry").catch(stopBoth)]);
  signal?.throwIfAborted();
  failure.signal.throwIfAborted();
  return notes;
}
