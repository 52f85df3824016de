// Finds what people did in an imported conversation since it was written: parts that no row of the journal stands for.
import type { StandingOperation } from "../journal/journal.ts";
import type { ObservedConversation, ObservedPart } from "../model/observed.ts";

/** Types of parts that change a state or an assignee; any other part counts if it says something. */
const CHANGES = /^(close|open|snoozed|unsnoozed|assignment|assign_and_\w+)$/;
/** Between an answer and its record, and between clocks that nothing tells apart. */
const SKEW_SECONDS = 5;

/** Parts of people's that no row of ours stands for, dated after the import began. */
export function findLaterParts(
  observed: ObservedConversation,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): readonly ObservedPart[] {
  const ours = new Set(rows.map((row) => row.destinationId));
  const since = secondsOf(create) - secondsAhead(observed, rows) - SKEW_SECONDS;
  // Where answers did not show our own changes, theirs can't be told from ours.
  const changesKnown = rows.every(
    (row) => !/^(set-state|assign-)/.test(row.actionKind) || row.destinationId !== observed.id,
  );
  return observed.parts.filter(
    (part) =>
      !ours.has(part.id) &&
      part.author.kind !== "bot" &&
      part.createdAt >= since &&
      (part.messageType !== "other" || (changesKnown && CHANGES.test(part.partType))),
  );
}

const secondsOf = ({ doneAt }: StandingOperation) => Math.floor(doneAt.getTime() / 1000);

/**
 * How far our clock is before Intercom's at most: changes of ours bear Intercom's time, their rows ours. One that was
 * settled late looks the same, and then parts of before the import are looked at, which are ours.
 */
function secondsAhead(observed: ObservedConversation, rows: readonly StandingOperation[]): number {
  const recorded = new Map(rows.map((row) => [row.destinationId, secondsOf(row)]));
  const ahead = observed.parts.flatMap(({ id, messageType, createdAt }) => {
    const at = messageType === "other" ? recorded.get(id) : undefined;
    return at === undefined ? [] : [at - createdAt];
  });
  return Math.max(0, ...ahead);
}
