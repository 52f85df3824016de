// The law of corrections: every wish is carried out or named, none is turned round, and a supposition changes nothing.
import { describe, expect, test } from "vitest";
import { applyChange } from "../../../src/engine/field-map/change.ts";
import type { FieldMap, FieldRule } from "../../../src/engine/field-map/schema.ts";
import type { Correctable } from "../../../src/llm/chat/correction.ts";
import { readCorrection } from "../../../src/llm/chat/read-correction.ts";
import { makeUnderstand } from "../../../src/llm/chat/understand.ts";

const row = { confidence: 0.9, reason: "", origin: "offline", decided: false } as const;
const status = (statusId: string, name: string, state: "open" | "snoozed" = "open") =>
  ({ boardId: "1", statusId, name, state, ...row }) as const;
const odometer: FieldRule = {
  ...{ id: "ticket:customFields.12", object: "ticket", source: "customFields.12", ...row },
  target: { kind: "attribute", model: "conversation", name: "Odometer__c", type: "string", options: [] },
};
const board = (boardId: string, name: string) => ({ boardId, name, migrate: true, team: null, ...row });
const map: FieldMap = {
  version: 1,
  fields: [odometer],
  statuses: [
    status("1", "Ring back", "snoozed"),
    status("2", "Picked up"),
    status("3", "Exported"),
    status("4", "Don't touch"),
  ],
  boards: [board("1", "Care"), board("2", "Marketing"), board("3", "Events")],
  members: [{ memberId: "1", name: "Ines Roth", admin: null, ...row }],
  policies: { existingContact: "fill", fallbackAdmin: null, snoozeDays: 7, includeInactiveContacts: true },
};
const about: Correctable = {
  map,
  admins: [{ id: "901", name: "Nadia Roth" }],
  teams: [
    { id: "801", name: "Frontline" },
    { id: "802", name: "Engineering" },
  ],
  captions: { "ticket:customFields.12": "Odometer" },
};
const read = (text: string) => readCorrection(text, about);
const changed = (text: string): FieldMap => (read(text)?.changes ?? []).reduce(applyChange, map);

describe("a sentence that supposes or asks", () => {
  test.each([
    "Suppose Picked up is closed, what then?",
    "Once Picked up is closed, can we still see it?",
    "If Exported is closed, leave out Marketing",
    "Leave out Marketing if nobody uses it",
    "What if we leave out Marketing?",
    "Wenn Exported geschlossen ist, sehen wir es dann noch?",
    "Angenommen, Marketing bleibt zurück",
    "Exported is closed?",
  ])("%j changes nothing", (text) => {
    expect(read(text)?.changes ?? []).toEqual([]);
  });

  test("is shown to no model", async () => {
    const understand = makeUnderstand({ ask: () => Promise.reject(new Error("asked")) });
    const understood = await understand("Suppose Picked up is closed, what then?", async () => about);
    expect(understood.kind).toBe("question");
  });

  test("takes nothing from the next one, and is named", () => {
    const correction = read("Leave out Marketing. Suppose Exported is closed?");
    expect(correction?.changes).toEqual([{ kind: "set-board-migrate", boardId: "2", migrate: false }]);
    expect(JSON.stringify(correction?.unclear)).toContain("Suppose Exported is closed");
  });

  test.each([
    "Could you leave out Marketing?",
    "Kannst du Marketing weglassen?",
    "leave out Marketing, if possible",
  ])("is none where it asks for a deed: %j", (text) => {
    expect(changed(text).boards[1]?.migrate).toBe(false);
  });
});

describe("what is denied", () => {
  test.each([
    "Exported nie auf geschlossen",
    "Ines Roth ist nicht Nadia Roth",
    "Ines Roth is never Nadia Roth",
    "Don't snooze Exported",
    "Exported must not be snoozed",
    "Exported is not closed",
    "Marketing nicht weglassen",
    "do not put Odometer into a note",
    "leave out all but Care",
    "don't leave out inactive contacts",
  ])("%j changes nothing, and is named", (text) => {
    const correction = read(text);
    expect(correction?.changes ?? []).toEqual([]);
    expect(correction?.unclear.length).toBeGreaterThan(0);
  });

  test("a name may hold a denial", () => {
    expect(changed("Don't touch is closed").statuses[3]?.state).toBe("closed");
    expect(changed("don't migrate Marketing").boards[1]?.migrate).toBe(false);
  });

  test("an exception is not left out with the rest", () => {
    const correction = read("leave out Marketing and Events but not Care");
    expect(changed("leave out Marketing and Events but not Care").boards[0]?.migrate).toBe(true);
    expect(correction?.unclear.length).toBeGreaterThan(0);
  });
});

describe("wishes that can't all be meant", () => {
  test.each([
    "Exported is open and Exported is snoozed",
    "Exported is closed, Picked up is closed and Exported is snoozed",
    "leave out Marketing and put Marketing into team Frontline",
    "leave out Marketing; scratch that, Events",
    "Marketing to Frontline; no wait, Engineering",
  ])("are asked back: %j", (text) => {
    const { boards, statuses } = changed(text);
    expect([boards[1], statuses[2]]).toEqual([map.boards[1], map.statuses[2]]);
    expect(read(text)?.unclear.length).toBeGreaterThan(0);
  });

  test.each(["Keep Ring back snoozed 10 days longer", "snooze only Exported for 10 days"])(
    "a period for one status is not one for all: %j",
    (text) => {
      expect(changed(text).policies.snoozeDays).toBe(7);
      expect(read(text)?.unclear.length).toBeGreaterThan(0);
    },
  );
});

describe("two lists", () => {
  const teams = (text: string) => changed(text).boards.map(({ team }) => team?.name ?? null);
  test.each([
    "Marketing and Events go to Frontline and Engineering",
    "put Marketing and Events into Frontline and Engineering respectively",
    "Marketing und Events zu Frontline und Engineering",
  ])("pair up: %j", (text) => {
    expect(teams(text)).toEqual([null, "Frontline", "Engineering"]);
    expect(read(text)?.unclear).toEqual([]);
  });

  test.each([
    "Care, Marketing and Events go to Frontline and Engineering",
    "Marketing goes to Frontline and Engineering",
  ])("are asked back where one is longer: %j", (text) => {
    expect(teams(text)).toEqual([null, null, null]);
    expect(read(text)?.unclear.length).toBeGreaterThan(0);
  });

  test("a list may still go to one, and another wish may follow", () => {
    expect(teams("Marketing and Events go to Frontline")).toEqual([null, "Frontline", "Frontline"]);
    expect(teams("Marketing to Frontline and Events to Engineering")).toEqual([
      null,
      "Frontline",
      "Engineering",
    ]);
  });
});

describe("a short rest after a comma", () => {
  test.each([
    "leave out Marketing, Exported snoozed",
    "drop Marketing, Exported snoozed",
    "Exported snoozed, leave out Marketing",
  ])("is carried out: %j", (text) => {
    const { boards, statuses } = changed(text);
    expect([boards[1]?.migrate, statuses[2]?.state]).toEqual([false, "snoozed"]);
  });

  test("is a note where it says so", () => {
    const { boards, fields } = changed("leave out Marketing, Odometer note");
    expect([boards[1]?.migrate, fields[0]?.target]).toEqual([false, { kind: "note" }]);
  });

  test("is named where nobody knows what it means, but for thanks", () => {
    expect(read("leave out Marketing, Zebra stripes")?.unclear.length).toBe(1);
    expect(read("leave out Marketing, thanks")?.unclear).toEqual([]);
  });
});
