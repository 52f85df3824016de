// Which notes are public, who wrote them, and in what order they come.
import { describe, expect, it } from "vitest";
import { dropNulls } from "../../../../../src/engine/source/connectwise/client/border.ts";
import type { ConnectWiseClient } from "../../../../../src/engine/source/connectwise/client/client.ts";
import {
  mapAllNotesRow,
  mapNote,
  orderNotes,
} from "../../../../../src/engine/source/connectwise/records/map-note.ts";
import { fetchNotes } from "../../../../../src/engine/source/connectwise/records/notes.ts";
import { allNotesRow, noteRow } from "../../../../../src/engine/source/connectwise/records/schema.ts";
import { aTicket } from "../../../../support/builders.ts";

const noteOf = (row: object) =>
  mapNote(noteRow.parse(dropNulls({ id: 1, text: "x", dateCreated: "2026-01-01T10:00:00Z", ...row })), "9");

describe("a note", () => {
  // Recorded notes of every kind carry both flags true; neither says who may see the note.
  const FLAGS = [
    {},
    { internalFlag: true, externalFlag: true },
    { internalFlag: true, externalFlag: false },
    { internalFlag: false, externalFlag: true },
    { internalFlag: null, externalFlag: null },
  ];
  it.each([
    [{ detailDescriptionFlag: true }, "discussion", false],
    [{ resolutionFlag: true }, "resolution", false],
    [{ detailDescriptionFlag: true, resolutionFlag: true }, "resolution", false],
    [{ internalAnalysisFlag: true }, "internal", true],
    [{ detailDescriptionFlag: true, internalAnalysisFlag: true }, "discussion", true],
    [{ resolutionFlag: true, internalAnalysisFlag: true }, "resolution", true],
    [{ detailDescriptionFlag: false, internalAnalysisFlag: false, resolutionFlag: false }, "internal", true],
    [{}, "internal", true],
  ])("in the boxes %o is %s, internal %s, whatever its flags say", (boxes, kind, internal) => {
    for (const flags of FLAGS) expect(noteOf({ ...boxes, ...flags })).toMatchObject({ kind, internal });
    const row = allNotesRow.parse({ id: 1, text: "x", ...boxes, _info: { dateEntered: "2026-01-01" } });
    expect(mapAllNotesRow(row, "9")).toMatchObject({ kind, internal });
  });

  it("is by its contact, else by its member, else by whoever the text names", () => {
    expect(noteOf({ contact: { id: 5, name: "Ann" } })?.author).toEqual({
      kind: "contact",
      id: "5",
      name: "Ann",
    });
    expect(noteOf({ member: { id: 6, name: "Bob" } })?.author).toEqual({
      kind: "member",
      id: "6",
      name: "Bob",
    });
    expect(noteOf({ createdBy: "RMM" })?.author).toEqual({ kind: "unknown", name: "RMM" });
    expect(noteOf({})?.author).toEqual({ kind: "unknown" });
  });

  it("takes its time from _info where a project ticket's note has no other", () => {
    const row = { dateCreated: null, _info: { dateEntered: "2026-02-02T08:00:00" } };
    expect(noteOf(row)?.dateCreated).toBe("2026-02-02T08:00:00Z");
    expect(noteOf({ dateCreated: null })).toBeUndefined();
  });

  it("comes oldest first; at the same second the discussion before the rest, then by id", () => {
    const note = (id: number, flags: object, dateCreated = "2026-01-01T10:00:00Z") =>
      noteOf({ id, dateCreated, ...flags });
    const notes = [
      note(12, { detailDescriptionFlag: true }, "2026-01-03T00:00:00Z"),
      note(3, { internalAnalysisFlag: true }),
      note(11, { detailDescriptionFlag: true }),
      note(9, { detailDescriptionFlag: true }),
    ].filter((one) => one !== undefined);
    expect(orderNotes(notes).map(({ id }) => id)).toEqual(["9", "11", "3", "12"]);
  });
});

it("finishes a ticket that has two lists before another begins", async () => {
  const asked: unknown[] = [];
  const client = {
    get: async (path: string, _query: unknown, _signal: unknown, kind: unknown) => {
      asked.push([path, kind]);
      return [];
    },
  } as Partial<ConnectWiseClient> as ConnectWiseClient;
  await fetchNotes(client, "9", aTicket({ id: "9", hasChildTicket: true }).build().ticket);
  expect(asked).toEqual([
    ["service/tickets/9/notes", "answer"],
    ["service/tickets/9/allNotes", "more"],
  ]);
});
