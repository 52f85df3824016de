// The conversations that a ticket is to be, by what the journal knows of each: most tickets are one.
import { continueConversation, mayContinue, roomFor } from "../converge/index.ts";
import { type Applied, type Journal, type JournalScope, refKey } from "../journal/journal.ts";
import { continuedRef } from "../model/continued.ts";
import type { DesiredConversation } from "../model/desired.ts";

export interface TicketConversations {
  /** In order; at least one. */
  readonly conversations: readonly [DesiredConversation, ...DesiredConversation[]];
  /** By `refKey` of the conversation's source. */
  readonly applied: ReadonlyMap<string, Applied>;
}

const NOTHING: Applied = new Map();

/** `first`: what the journal knows of the ticket's own conversation. It is asked for more only where there may be more. */
export async function loadTicketConversations(
  journal: Pick<Journal, "loadApplied">,
  scope: JournalScope,
  whole: DesiredConversation,
  first: Applied = NOTHING,
): Promise<TicketConversations> {
  const applied = new Map([[refKey(whole.source), first]]);
  if (!mayContinue(whole, first)) return { conversations: [whole], applied };
  const known = [first];
  // All that the messages may need at once, then one by one while there is another.
  let upTo = Math.max(2, Math.ceil(whole.parts.length / roomFor(whole)) + 1);
  while (known.length < upTo) {
    const numbers = Array.from({ length: upTo - known.length }, (_item, at) => known.length + at + 1);
    const refs = numbers.map((number) => continuedRef(whole.source.id, number));
    const found = await journal.loadApplied(scope, refs);
    for (const ref of refs) known.push(found.get(refKey(ref)) ?? NOTHING);
    for (const [key, steps] of found) applied.set(key, steps);
    if (known.at(-1) !== NOTHING) upTo += 1;
  }
  const [one = whole, ...others] = continueConversation(whole, known);
  return { conversations: [one, ...others], applied };
}
