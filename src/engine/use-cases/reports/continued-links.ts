// Where tickets go on that are too long for one conversation.
import { type Journal, type JournalScope, refKey } from "../../journal/journal.ts";
import { continuedRef } from "../../model/continued.ts";

/** Ids of the further conversations, in order, of those tickets that have any: one query for the second ones of all. */
export async function loadContinuedLinks(
  journal: Pick<Journal, "loadLinks">,
  scope: JournalScope,
  ticketIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const continued = new Map<string, readonly string[]>();
  let open = ticketIds;
  for (let number = 2; open.length > 0; number += 1) {
    const refs = open.map((id) => continuedRef(id, number));
    const links = await journal.loadLinks(scope, refs);
    open = open.filter((id) => {
      const conversationId = links.get(refKey(continuedRef(id, number)));
      if (conversationId === undefined) return false;
      continued.set(id, [...(continued.get(id) ?? []), conversationId]);
      return true;
    });
  }
  return continued;
}
