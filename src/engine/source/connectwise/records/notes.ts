// All notes of one ticket: `/notes`, and `/allNotes` beside it where merging or bundling moved some.
import { SkipError } from "../../../errors.ts";
import type { SourceNote, SourceTicket } from "../../../model/source.ts";
import type { ConnectWiseClient } from "../client/client.ts";
import { NOT_FOUND } from "../client/explain-answer.ts";
import { fetchAllRows, fetchNumberedRows, type Reject } from "../client/paging.ts";
import { mapAllNotesRow, mapNote, orderNotes } from "./map-note.ts";
import { allNotesRow, noteRow } from "./schema.ts";

/**
 * One call for an ordinary ticket, two for a merged or bundled one. Time entries' notes come with the time
 * entries. `/allNotes` of a parent lists its children's notes too; each note goes to the ticket it names.
 * @param ticket saves the question which kind of ticket it is
 * @throws SkipError `notes_unreadable` when a note can't be read: a thread with a gap is no thread
 */
export async function fetchNotes(
  client: ConnectWiseClient,
  ticketId: string,
  ticket?: SourceTicket,
  signal?: AbortSignal,
): Promise<SourceNote[]> {
  const first = ticket && ticket.recordType !== "ServiceTicket" ? "project" : "service";
  const rows = await fetchEither(client, first, ticketId, signal);
  const rejects: Reject[] = [...rows.rejects];
  const notes = new Map<string, SourceNote>();
  for (const row of rows.rows) {
    const note = mapNote(row, ticketId, ticket?.dateEntered);
    if (note) notes.set(note.id, note);
    else rejects.push({ id: row.id, reason: "it has no date" });
  }
  if (ticket && isMergedOrBundled(ticket)) {
    const path = `service/tickets/${ticketId}/allNotes`;
    const all = await fetchNumberedRows(client, allNotesRow, { path, signal, kind: "more" });
    rejects.push(...all.rejects);
    for (const row of all.rows) {
      if (row.noteType !== "TicketNote" || notes.has(row.id)) continue;
      if (row.ticket !== undefined && row.ticket.id !== ticketId) continue;
      const note = mapAllNotesRow(row, ticketId, ticket.dateEntered);
      if (note) notes.set(note.id, note);
      else rejects.push({ id: row.id, reason: "it has no date" });
    }
  }
  const [reject] = rejects;
  if (reject) {
    throw new SkipError({
      code: "notes_unreadable",
      message: `Note ${reject.id} of ticket ${ticketId} could not be read: ${reject.reason}.`,
      remedy: "Open the note in ConnectWise, correct or delete it, and run the extraction again.",
    });
  }
  return orderNotes([...notes.values()]);
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
    if (!(error instanceof SkipError && error.code === NOT_FOUND)) throw error;
    return fetchFrom(first === "service" ? "project" : "service", "more");
  }
}
