// Finds what people did in an imported conversation since it was written: parts that no row of the journal stands for.
import type { StandingOperation } from "../journal/journal.ts";
import type { ObservedConversation, ObservedPart } from "../model/observed.ts";

/** Types of parts that change a state or an assignee; any other part counts if it says something. */
const CHANGES = /^(close|open|snoozed|unsnoozed|assignment|assign_and_\w+)$/;
/** Clocks differ. */
const SKEW_SECONDS = 5;

/** Parts of people's that no row of ours stands for, dated after the import began. */
export function findLaterParts(
  observed: ObservedConversation,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): readonly ObservedPart[] {
  const ours = new Set(rows.map((row) => row.destinationId));
  const since = Math.floor(create.doneAt.getTime() / 1000) - SKEW_SECONDS;
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
