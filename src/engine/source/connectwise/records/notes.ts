// All notes of one ticket: `/notes`, and `/allNotes` beside it where merging or bundling moved some.
import { type CutoverError, SkipError } from "../../../errors.ts";
import type { Saying } from "../../../model/sayings/saying.ts";
import type { SourceNote, SourceTicket } from "../../../model/source/source.ts";
import type { SourceGap } from "../../port.ts";
import { concernsOnePart } from "../../refusals.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { NOT_FOUND, NOT_OFFERED } from "../client/explain-answer.ts";
import { fetchAllRows, fetchNumberedRows, type WholeList } from "../client/paging.ts";
import type { AllNotesRow } from "../client/types.ts";
import { mapAllNotesRow, mapNote, orderNotes } from "./map-note.ts";
import { allNotesRow, noteRow } from "./schema.ts";

/** What a person calls the notes that only `/allNotes` has. */
const MERGED = "notes that were merged or bundled";

/**
 * One call for an ordinary ticket, two for a merged or bundled one. Time entries' notes come with the time entries.
 * `/allNotes` of a parent lists its children's notes too; each note goes to the ticket it names. Older servers lack it:
 * what `/notes` gave is kept.
 * @param ticket saves the question which kind of ticket it is
 * @param hear is told of notes, and of fields of notes, that can't be read
 * @throws SkipError `not_found` when the ticket is gone
 */
export async function fetchNotes(
  client: ConnectWiseClient,
  ticketId: string,
  ticket?: SourceTicket,
  signal?: AbortSignal,
  hear: (gap: SourceGap) => void = () => undefined,
): Promise<SourceNote[]> {
  const notes = new Map<string, SourceNote>();
  const miss = (noteId: string, reason: Saying) =>
    hear({
      part: "notes",
      id: ticketId,
      cause: { saying: { code: "part_row_unreadable", args: { of: "note", id: noteId, reason } } },
    });
  const tellOf = ({ rejects, gaps }: WholeList<unknown>) => {
    for (const { id, reason } of rejects) miss(id, reason);
    for (const gap of gaps) hear({ ...gap, part: `${gap.part} of notes`, id: ticketId });
  };
  const keep = (id: string, note: SourceNote | undefined) => {
    if (note) notes.set(note.id, note);
    else miss(id, { code: "row_without", args: { what: "date" } });
  };

  const first = ticket && ticket.recordType !== "ServiceTicket" ? "project" : "service";
  const own = await fetchEither(client, first, ticketId, signal);
  tellOf(own);
  for (const row of own.rows) keep(row.id, mapNote(row, ticketId, ticket?.dateEntered));
  if (ticket && isMergedOrBundled(ticket)) {
    try {
      const path = `service/tickets/${ticketId}/allNotes`;
      const all = await fetchNumberedRows(client, allNotesRow, { path, signal, kind: "more" });
      tellOf(all);
      for (const row of all.rows) {
        if (!isOfTicket(row, ticketId) || notes.has(row.id)) continue;
        keep(row.id, mapAllNotesRow(row, ticketId, ticket.dateEntered));
      }
    } catch (error) {
      if (!(await concernsOnePart(error, client, signal))) throw error;
      hear({ part: MERGED, id: ticketId, cause: error as CutoverError });
    }
  }
  return orderNotes([...notes.values()]);
}

/** The text of a time entry comes with the time entry itself. */
function isOfTicket(row: AllNotesRow, ticketId: string): boolean {
  return row.noteType !== "TimeEntryNote" && (row.ticket === undefined || row.ticket.id === ticketId);
}

function isMergedOrBundled(ticket: SourceTicket): boolean {
  return (
    ticket.recordType === "ServiceTicket" &&
    (ticket.hasChildTicket ||
      ticket.parentTicketId !== undefined ||
      ticket.mergedParentTicketId !== undefined)
  );
}

/** A project ticket may stand in the service list as well: what one path doesn't know, the other may. */
async function fetchEither(
  client: ConnectWiseClient,
  first: "service" | "project",
  ticketId: string,
  signal?: AbortSignal,
) {
  const fetchFrom = (list: "service" | "project", kind: "answer" | "more") =>
    fetchAllRows(client, noteRow, { path: `${list}/tickets/${ticketId}/notes`, signal, kind });
  try {
    return await fetchFrom(first, "answer");
  } catch (error) {
    if (!isNotThere(error)) throw error;
    try {
      return await fetchFrom(first === "service" ? "project" : "service", "more");
    } catch (second) {
      if (!isNotThere(second)) throw second;
      // A list that isn't there says nothing about its ticket: that is asked for itself.
      await client.get(`${first}/tickets/${ticketId}`, {}, signal, "more");
      throw error;
    }
  }
}

const isNotThere = (error: unknown) =>
  error instanceof SkipError && (error.code === NOT_FOUND || error.code === NOT_OFFERED);
