// A list that can't be read costs itself: one exception, and everything else is read.
import type { CutoverError } from "../../errors.ts";
import type { PagedType } from "../../source/port.ts";
import { concernsOnePart, isNotOffered } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { extractPages } from "./pages.ts";

/** @throws CutoverErrors that concern everything, and all of the tickets' own list */
export async function extractOrName(context: ExtractContext, type: PagedType): Promise<void> {
  try {
    await extractPages(context, type);
  } catch (error) {
    if (type === "ticket" || !(await concernsOnePart(error, context.source, context.signal))) throw error;
    const { saying, requestId } = error as CutoverError;
    await context.except(
      { type, id: "*" },
      { code: "source_unreadable", args: { what: "list", type, error: saying } },
      {
        ...(isNotOffered(error) ? { code: "source_not_offered" } : {}),
        ...(requestId === undefined ? {} : { requestId }),
      },
    );
  }
}
