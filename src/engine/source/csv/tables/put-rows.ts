// What becomes of a row of each object: its record goes into the index, its names where others look them up.

import type { SourceTicket } from "../../../model/source.ts";
import type { CsvObject } from "../columns/captions.ts";
import { mapNote, mapTimeEntry, ticketIdOf } from "../records/map-note.ts";
import { mapCompany, mapContact, mapMember } from "../records/map-people.ts";
import { mapTicket, mapTicketTexts } from "../records/map-ticket.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { foldName, nameId } from "./name-ids.ts";
import type { CsvIndex } from "./open-index.ts";
import type { makeStatusTally, Resolver } from "./resolve.ts";

/** @throws SkipError for a row that can't be read */
export type Putter = (row: Row) => void;

interface Tools {
  readonly index: CsvIndex;
  readonly resolve: Resolver;
  readonly tally: ReturnType<typeof makeStatusTally>;
}

export function makePutters({ index, resolve, tally }: Tools) {
  const { names } = index;
  const nameOf = (row: Row): string => {
    const name = row.text("name");
    if (name === undefined) throw unreadable("it has no name");
    return name;
  };
  const idOrNameId = (row: Row) => row.id("id") ?? nameId(nameOf(row));
  // Notes of one ticket mostly stand together.
  let last: { readonly id: string; readonly ticket: SourceTicket | undefined } | undefined;
  const ticketOf = (id: string) => {
    if (last?.id !== id) last = { id, ticket: index.find("ticket", id) as SourceTicket | undefined };
    return last.ticket;
  };
  let loose = 0;

  const putters: Readonly<Record<CsvObject, Putter>> = {
    company(row) {
      const record = mapCompany(row);
      index.put("company", { id: record.id, ref: "", record, place: row.place });
      if (!record.deleted) names.add("company", foldName(record.name), record.id);
    },
    contact(row) {
      const record = mapContact(row, resolve);
      index.put("contact", { id: record.id, ref: record.company?.id ?? "", record, place: row.place });
      const name = [record.firstName, record.lastName].filter(Boolean).join(" ");
      if (name !== "") names.add("contact", foldName(name), record.id, record.company?.id);
      if (record.email) names.add("contact-email", record.email.toLowerCase(), record.id);
    },
    member(row) {
      const record = mapMember(row);
      index.put("member", { id: record.id, ref: "", record, place: row.place });
      for (const name of new Set([record.identifier, record.name, ...(record.email ? [record.email] : [])])) {
        names.add("member", foldName(name), record.id, record.name);
      }
    },
    board(row) {
      const [id, name] = [idOrNameId(row), nameOf(row)];
      const flags = { inactive: row.flag("inactive") ?? false, project: row.flag("project") ?? false };
      index.put("board", { id, ref: "", record: { id, name, ...flags, statuses: [] }, place: row.place });
      names.add("board", foldName(name), id);
    },
    status(row) {
      const board = row.text("board");
      if (board === undefined) throw unreadable("it names no board");
      const closed = row.flag("closed");
      const known = closed === undefined ? "" : closed ? "closed" : "open";
      const kind = `status/${resolve.board(board).id}`;
      names.add(kind, foldName(nameOf(row)), idOrNameId(row), `${known}:${nameOf(row)}`);
    },
    priority(row) {
      const [id, name, sortOrder] = [idOrNameId(row), nameOf(row), row.number("sortOrder")];
      const record = { id, name, ...(sortOrder === undefined ? {} : { sortOrder }) };
      index.put("priority", { id, ref: "", record, place: row.place });
      names.add("priority", foldName(name), id);
    },
    sla(row) {
      const [id, name] = [idOrNameId(row), nameOf(row)];
      const record = { id, name, businessHours: row.flag("businessHours") ?? true, priorities: [] };
      index.put("sla", { id, ref: "", record, place: row.place });
      names.add("sla", foldName(name), id);
    },
    ticket(row) {
      const record = mapTicket(row, resolve);
      index.put("ticket", { id: record.id, ref: record.board?.id ?? "", record, place: row.place });
      if (record.status) tally.add(record.board?.id ?? "", record.status.id, record.closed);
      for (const note of mapTicketTexts(row, record)) {
        index.put("note", { id: note.id, ref: record.id, record: note, place: "" });
      }
    },
    note(row) {
      const record = mapNote(row, ticketOf(ticketIdOf(row)), resolve);
      index.put("note", { id: record.id, ref: record.ticketId, record, place: row.place });
    },
    timeEntry(row) {
      if (row.text("ticketId") === undefined) {
        loose += 1;
        return;
      }
      const record = mapTimeEntry(row, resolve);
      index.put("timeEntry", { id: record.id, ref: record.ticketId, record, place: row.place });
    },
  };
  return { putters, looseTimeEntries: () => loose };
}
