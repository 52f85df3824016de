// The knowledge base: read where it may be read, never a reason to stop what is about the tickets.

import { SkipError } from "../../errors.ts";
import { ARTICLE_TYPES } from "../../source/port.ts";
import { isNotOffered, isRefused } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { extractPages } from "./pages.ts";

export async function extractArticles(context: ExtractContext): Promise<void> {
  try {
    for (const type of ARTICLE_TYPES) await extractPages(context, type);
  } catch (error) {
    if (!isRefused(error) && !(error instanceof SkipError)) throw error;
    if (isNotOffered(error)) {
      context.log?.warn({}, "this ConnectWise has no knowledge base; there is nothing to move");
      return;
    }
    await context.except(
      { type: "article", id: "*" },
      {
        code: "source_unreadable",
        message: `The knowledge base can't be read: ${error.message} Everything else is moved without it.`,
        remedy: error.remedy,
      },
    );
  }
}
