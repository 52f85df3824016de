// A list that can't be read costs itself: one exception, and everything else is read.
import type { CutoverError } from "../../errors.ts";
import type { PagedType } from "../../source/port.ts";
import { concernsOnePart, isNotOffered } from "../../source/refusals.ts";
import type { ExtractContext } from "./context.ts";
import { extractPages } from "./pages.ts";

/** What goes on without it is said with it; the pass of the list stays open, so that the next extraction reads it. */
const WITHOUT: Readonly<Record<PagedType, readonly [list: string, consequence: string]>> = {
  board: ["Boards", "Tickets are moved by the names of their boards and statuses alone."],
  member: ["Members", "Tickets are moved with their technicians' names."],
  sla: ["SLAs", "Tickets are moved with the names of their SLAs alone."],
  priority: ["Priorities", "Tickets are moved with the names of their priorities alone."],
  company: ["Companies", "Contacts and tickets are moved without them."],
  contact: ["Contacts", "Tickets are moved for whoever they name themselves."],
  ticket: ["Tickets", "There is nothing to move without them."],
  timeEntry: ["Time entries", "Tickets are moved without them."],
  agreement: ["Agreements", "Tickets are moved without them."],
  project: ["Projects", "Tickets are moved without them."],
  configuration: ["Configurations", "Tickets are moved without them."],
  articleCategory: ["Categories of the knowledge base", "Articles are moved without them."],
  article: ["The knowledge base", "Everything else is moved without it."],
};

/** @throws CutoverErrors that concern everything, and all of the tickets' own list */
export async function extractOrName(context: ExtractContext, type: PagedType): Promise<void> {
  try {
    await extractPages(context, type);
  } catch (error) {
    if (type === "ticket" || !(await concernsOnePart(error, context.source, context.signal))) throw error;
    const { message, remedy, requestId } = error as CutoverError;
    const [list, consequence] = WITHOUT[type];
    await context.except(
      { type, id: "*" },
      {
        code: isNotOffered(error) ? "source_not_offered" : "source_unreadable",
        message: `${list} can't be read: ${message} ${consequence}`,
        remedy,
        ...(requestId === undefined ? {} : { requestId }),
      },
    );
  }
}
