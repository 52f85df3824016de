// What becomes of a row of each object: its record goes into the index, its names where others look them up.

import type { SourceTicket } from "../../../model/source/source.ts";
import { foldName } from "../../../values/fold-name.ts";
import type { CsvObject } from "../columns/captions.ts";
import { mapNote, mapTimeEntry, ticketIdOf } from "../records/map-note.ts";
import { mapCompany, mapContact, mapMember } from "../records/map-people.ts";
import { mapTicket, mapTicketTexts } from "../records/map-ticket.ts";
import { type Row, unreadable } from "../text/row-reader.ts";
import { nameId } from "./name-ids.ts";
import { makeNoteTimes } from "./note-times.ts";
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
  const idOrNameId = (row: Row) => row.key("id") ?? nameId(nameOf(row));
  // Notes of one ticket mostly stand together.
  let last: { readonly id: string; readonly ticket: SourceTicket | undefined } | undefined;
  const ticketOf = (id: string) => {
    if (last?.id !== id) last = { id, ticket: index.find("ticket", id) as SourceTicket | undefined };
    return last.ticket;
  };
  const tallies = { looseTimeEntries: 0, deletedContacts: 0 };
  const noteTimes = makeNoteTimes(names);

  const putters: Readonly<Record<CsvObject, Putter>> = {
    company(row) {
      const record = mapCompany(row);
      index.put("company", { id: record.id, ref: "", record, place: row.place });
      names.add("company-id", foldName(record.id), record.id);
      if (record.identifier) names.add("company-identifier", foldName(record.identifier), record.id);
      if (!record.deleted) names.add("company", foldName(record.name), record.id);
    },
    contact(row) {
      if (row.flag("deleted")) {
        tallies.deletedContacts += 1;
        return;
      }
      const record = mapContact(row, resolve);
      index.put("contact", { id: record.id, ref: record.company?.id ?? "", record, place: row.place });
      const name = [record.firstName, record.lastName].filter(Boolean).join(" ");
      if (name !== "") names.add("contact", foldName(name), record.id, record.company?.id);
      if (record.email) names.add("contact-email", record.email.toLowerCase(), record.id);
    },
    member(row) {
      const record = mapMember(row);
      index.put("member", { id: record.id, ref: "", record, place: row.place });
      names.add("member-id", record.id, record.id, record.name);
      for (const name of new Set([record.identifier, record.name, ...(record.email ? [record.email] : [])])) {
        names.add("member", foldName(name), record.id, record.name);
      }
    },
    board(row) {
      const [id, name] = [idOrNameId(row), nameOf(row)];
      const inactive = row.flag("inactive") ?? row.flag("active") === false;
      const flags = { inactive, project: row.flag("project") ?? false };
      index.put("board", { id, ref: "", record: { id, name, ...flags, statuses: [] }, place: row.place });
      names.add("board", foldName(name), id);
      names.add("board-id", id, id, name);
    },
    status(row) {
      const board = resolve.board(row.text("board"), row.key("boardId"));
      if (board === undefined) throw unreadable("it names no board");
      const closed = row.flag("closed");
      const known = closed === undefined ? "" : closed ? "closed" : "open";
      const [kind, id] = [`status/${board.id}`, idOrNameId(row)];
      names.add(kind, foldName(nameOf(row)), id, `${known}:${nameOf(row)}`);
      names.add(`${kind}-id`, id, id, nameOf(row));
    },
    priority(row) {
      const [id, name, sortOrder] = [idOrNameId(row), nameOf(row), row.number("sortOrder")];
      const record = { id, name, ...(sortOrder === undefined ? {} : { sortOrder }) };
      index.put("priority", { id, ref: "", record, place: row.place });
      names.add("priority", foldName(name), id);
      names.add("priority-id", id, id, name);
    },
    sla(row) {
      const [id, name] = [idOrNameId(row), nameOf(row)];
      const record = { id, name, businessHours: row.flag("businessHours") ?? true, priorities: [] };
      index.put("sla", { id, ref: "", record, place: row.place });
      names.add("sla", foldName(name), id);
      names.add("sla-id", id, id, name);
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
      if (row.flag("fromTimeEntry")) noteTimes.add(record);
    },
    timeEntry(row) {
      const record = mapTimeEntry(row, resolve);
      if (record === undefined) {
        tallies.looseTimeEntries += 1;
        return;
      }
      const shown = noteTimes.take(record);
      index.put("timeEntry", {
        ...{ id: record.id, ref: record.ticketId, place: row.place },
        record: shown === undefined ? record : { ...record, shownAs: shown },
      });
    },
  };
  return { putters, noteTimes, tallies: tallies as Readonly<typeof tallies> };
}
