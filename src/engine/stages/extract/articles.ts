// The knowledge base: read where it may be read, never a reason to stop what is about the tickets.
import { ARTICLE_TYPES } from "../../source/port.ts";
import type { ExtractContext } from "./context.ts";
import { extractOrName } from "./or-name.ts";

export async function extractArticles(context: ExtractContext): Promise<void> {
  for (const type of ARTICLE_TYPES) await extractOrName(context, type);
}
