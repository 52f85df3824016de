// What a sample is chosen from before everything is read: the lists, and nothing that costs a request a ticket.
import { extractAssets } from "./assets.ts";
import { createContext, type ExtractRequest } from "./context.ts";
import { extractSideBySide } from "./in-parallel.ts";
import { extractOrName } from "./or-name.ts";
import { REFERENCE_TYPES } from "./pages.ts";
import { beginPass } from "./pass.ts";

/**
 * Boards, members, SLAs and priorities, agreements, projects and configurations, contacts (an e-mail that several share
 * shows in all of them only), tickets and time entries. Companies are left: a call each for its sites is not needed to
 * choose. The pass stays open, and the next full extraction goes on with it.
 * @throws CutoverErrors of the source that concern everything; the signal's reason. Call it again to go on.
 */
export async function extractLists(request: ExtractRequest): Promise<void> {
  const { context, figures } = createContext(request, await beginPass(request));
  for (const type of REFERENCE_TYPES) await extractOrName(context, type);
  await extractSideBySide(context, [
    (shared) => extractOrName(shared, "ticket"),
    (shared) => extractOrName(shared, "timeEntry"),
    (shared) => extractOrName(shared, "contact"),
    extractAssets,
  ]);
  request.log?.info({ ...figures() }, "lists read for a sample");
}
