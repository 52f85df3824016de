// A ticket with more messages than one conversation shows goes on in others: how journal and verdicts name these.
import type { JournalRef } from "./operation.ts";
import type { SourceRef } from "./source/source.ts";

/** No system numbers its tickets so; a number's own conversation has none of it. */
const NUMBERED = /^(.*)\/continued\/(\d+)$/s;

/** The ticket's second conversation has number 2. */
export function continuedRef(ticketId: string, number: number): SourceRef {
  return { type: "ticket", id: `${ticketId}/continued/${number}` };
}

/** 2 for the second conversation of a ticket; undefined for its first one, and for every other record. */
export function numberOfContinued({ type, id }: { readonly type: string; readonly id: string }) {
  const number = type === "ticket" ? NUMBERED.exec(id)?.[2] : undefined;
  return number === undefined ? undefined : Number(number);
}

/** The ticket that a conversation belongs to, whichever of its conversations it is. */
export const ticketIdOf = (id: string): string => NUMBERED.exec(id)?.[1] ?? id;

/** What is loaded, deferred and listed as a whole: the ticket, for each of its conversations. */
export function recordOf(ref: JournalRef): JournalRef {
  return ref.type === "ticket" ? { type: "ticket", id: ticketIdOf(ref.id) } : ref;
}
