// Step one: everything is read from the source and staged, page by page, so that an abort loses one page.
import { extractArticles } from "./articles.ts";
import { extractAssets } from "./assets.ts";
import { createContext, type ExtractContext, type ExtractFigures, type ExtractRequest } from "./context.ts";
import { extractDocuments } from "./documents.ts";
import { extractSideBySide } from "./in-parallel.ts";
import { extractNotes } from "./notes.ts";
import { extractOrName } from "./or-name.ts";
import { REFERENCE_TYPES } from "./pages.ts";
import { beginPass, endPass, findPass } from "./pass.ts";
import { extractServiceLevels } from "./service-levels.ts";
import { extractTicketConfigurations } from "./ticket-configurations.ts";
import { extractTickets } from "./tickets.ts";

export type { ExtractRequest } from "./context.ts";

export interface ExtractResult extends ExtractFigures {
  /** `refresh` when a complete pass was there before and only what changed since was asked for. */
  readonly mode: "full" | "refresh" | "sample";
  /** True when it went on where another one was broken off: it has not met what that one met. */
  readonly resumed: boolean;
}

/**
 * Resumable: call it again after an abort and it goes on where it stopped; call it after it ended and it
 * reads what changed. Memory stays that of a page.
 * @throws CutoverErrors of the source that concern everything (credentials, tries used up); the signal's reason
 */
export async function extract(request: ExtractRequest): Promise<ExtractResult> {
  const pass = await (request.onlyTickets ? findPass(request) : beginPass(request));
  const { context, figures } = createContext(request, pass);
  for (const type of REFERENCE_TYPES) await extractOrName(context, type);
  await extractAssets(context);
  let mode: ExtractResult["mode"] = "sample";
  // A sample writes no articles.
  if (request.onlyTickets) {
    await extractTickets(context, request.onlyTickets);
    await extractTicketConfigurations(context, request.onlyTickets);
    await extractDocuments(context, request.onlyTickets);
  } else {
    await extractArticles(context);
    for (const type of ["company", "contact", "ticket"] as const) await extractOrName(context, type);
    await extractServiceLevels(context);
    mode = await extractTogether(context);
    await extractTicketConfigurations(context);
    await extractDocuments(context);
  }
  await context.gaps.tell();
  if (pass && !request.onlyTickets) await endPass(request, pass);
  const resumed = pass?.resumed === true;
  request.log?.info({ mode, resumed, ...figures() }, "extraction ended");
  return { mode, resumed, ...figures() };
}

async function extractTogether(context: ExtractContext): Promise<"full" | "refresh"> {
  let mode: "full" | "refresh" = "full";
  await extractSideBySide(context, [
    async (shared) => {
      mode = await extractNotes(shared);
    },
    (shared) => extractOrName(shared, "timeEntry"),
  ]);
  return mode;
}
