// Tickets that were deleted in the source after they were moved: their conversations are closed, and say so.
import type { Journal, JournalScope } from "../journal/journal.ts";
import { refKey } from "../journal/journal.ts";
import type { SourceStaging } from "../store/repositories.ts";
import { listPages } from "./context.ts";

const PAGE = 200;

/** Their ids, in pages. One that was never moved is not moved any more. */
export async function* deletedTickets(
  staging: Pick<SourceStaging, "listIds">,
  journal: Pick<Journal, "loadApplied">,
  scope: JournalScope,
): AsyncGenerator<readonly string[]> {
  for await (const ids of listPages(staging, scope.migrationId, "ticket", PAGE, true)) {
    const refs = ids.map((id) => ({ type: "ticket", id }) as const);
    const applied = await journal.loadApplied(scope, refs);
    const moved = refs.filter((ref) => applied.get(refKey(ref))?.get("create")?.state === "done");
    if (moved.length > 0) yield moved.map(({ id }) => id);
  }
}
