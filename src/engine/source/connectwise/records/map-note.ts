// Notes from `/notes` and `/allNotes` as neutral notes: what is public, what is internal, who wrote it, when.
import type { SourceNote } from "../../../model/source.ts";
import type { AllNotesRow, NoteRow } from "../client/types.ts";

interface Flags {
  readonly detailDescriptionFlag: boolean;
  readonly internalAnalysisFlag: boolean;
  readonly resolutionFlag: boolean;
}

function kindOf(flags: Flags): SourceNote["kind"] {
  if (flags.resolutionFlag) return "resolution";
  return flags.detailDescriptionFlag ? "discussion" : "internal";
}

/**
 * A note is internal when it says so, and when it stands in the internal analysis alone. A note that stands
 * nowhere at all is taken as internal too: showing it to a customer could not be undone.
 */
function isInternal(row: Flags & { readonly internalFlag?: boolean | undefined }): boolean {
  if (row.internalFlag === true) return true;
  return !row.detailDescriptionFlag && !row.resolutionFlag;
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
    id: row.id,
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
      Date.parse(a.dateCreated) - Date.parse(b.dateCreated) ||
      rank(a) - rank(b) ||
      Number(a.id) - Number(b.id),
  );
}
