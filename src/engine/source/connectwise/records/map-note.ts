// Notes from `/notes` and `/allNotes` as neutral notes: what is public, what is internal, who wrote it, when.
import type { SourceNote } from "../../../model/source/source.ts";
import type { AllNotesRow, NoteRow } from "../client/types.ts";

/** What ConnectWise's note editor shows as Discussion, Internal and Resolution. */
export interface Boxes {
  readonly detailDescriptionFlag: boolean;
  readonly internalAnalysisFlag: boolean;
  readonly resolutionFlag: boolean;
}

function kindOf(boxes: Boxes): SourceNote["kind"] {
  if (boxes.resolutionFlag) return "resolution";
  return boxes.detailDescriptionFlag ? "discussion" : "internal";
}

/**
 * Internal exactly when the Internal box is ticked, or none of the three is: showing such a note could not be undone.
 * `internalFlag` and `externalFlag` decide nothing: recorded notes of every kind carry both true.
 */
export function isInternal(boxes: Boxes): boolean {
  return boxes.internalAnalysisFlag || !(boxes.detailDescriptionFlag || boxes.resolutionFlag);
}

function authorOf(
  row: Pick<NoteRow, "contact" | "member">,
  writtenBy: string | undefined,
): SourceNote["author"] {
  if (row.contact) return { kind: "contact", ...row.contact };
  if (row.member) return { kind: "member", ...row.member };
  return writtenBy === undefined ? { kind: "unknown" } : { kind: "unknown", name: writtenBy };
}

/** Undefined when no date is known at all: such a note can't be put in order. */
export function mapNote(row: NoteRow, ticketId: string, enteredAt?: string): SourceNote | undefined {
  const dateCreated = row.dateCreated ?? row._info.dateEntered ?? row._info.lastUpdated ?? enteredAt;
  if (dateCreated === undefined) return undefined;
  return {
    id: row.id,
    ticketId,
    kind: kindOf(row),
    internal: isInternal(row),
    text: row.text,
    dateCreated,
    author: authorOf(row, row.createdBy ?? row._info.enteredBy),
  };
}

export function mapAllNotesRow(
  row: AllNotesRow,
  ticketId: string,
  enteredAt?: string,
): SourceNote | undefined {
  const dateCreated = row._info.dateEntered ?? row.timeStart ?? row._info.lastUpdated ?? enteredAt;
  if (dateCreated === undefined) return undefined;
  return {
    // Ids are unique within a type of note only.
    id: row.noteType === "TicketNote" ? row.id : `${row.noteType}-${row.id}`,
    ticketId,
    kind: kindOf(row),
    internal: isInternal(row),
    text: row.text,
    dateCreated,
    author: authorOf(row, row.originalAuthor ?? row._info.enteredBy),
  };
}

/** Oldest first; at the same second the opening discussion before the rest, then by id. */
export function orderNotes(notes: readonly SourceNote[]): SourceNote[] {
  const rank = (note: SourceNote) => (note.kind === "discussion" ? 0 : 1);
  return notes.toSorted(
    (a, b) =>
      Date.parse(a.dateCreated) - Date.parse(b.dateCreated) || rank(a) - rank(b) || compareIds(a.id, b.id),
  );
}

const compareIds = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
