// How many records a rollback has before it: counted as they are marked undone, one by one.
import { type Journal, type JournalScope, refKey } from "../../journal/journal.ts";

const PAGE = 2000;

/** Tickets, contacts and companies once each, attributes row by row. */
export async function countUndoable(journal: Pick<Journal, "loadStanding">, scope: JournalScope) {
  const records = new Set<string>();
  let definitions = 0;
  let before: string | undefined;
  for (;;) {
    const rows = await journal.loadStanding(scope, PAGE, before);
    for (const { source, destinationId } of rows) {
      if (source.type === "attribute") definitions += 1;
      else records.add(source.type === "company" ? `company:${destinationId}` : refKey(source));
    }
    before = rows.at(-1)?.id;
    if (rows.length < PAGE) return records.size + definitions;
  }
}
