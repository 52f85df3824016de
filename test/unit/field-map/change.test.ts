// Corrections of a map, the hash that stands for its outcome, and what is asked.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyChange,
  assembleQuestions,
  diffMaps,
  type FieldMap,
  isApplicable,
  type MapChange,
  mapHash,
} from "../../../src/engine/field-map/index.ts";
import { aFieldMap } from "../../support/builders.ts";

const map = aFieldMap();
const changes: readonly MapChange[] = [
  { kind: "set-status", boardId: "1", statusId: "101", state: "snoozed" },
  { kind: "set-board-team", boardId: "1", team: { name: "Service Desk" } },
  { kind: "set-board-team", boardId: "1", team: null },
  { kind: "set-board-migrate", boardId: "1", migrate: false },
  { kind: "set-member-admin", memberId: "151", admin: { id: "901", name: "Marcus Bell" } },
  { kind: "set-field-target", ruleId: "ticket:severity", target: null },
  { kind: "set-field-target", ruleId: "ticket:severity", target: { kind: "note" } },
  { kind: "set-policies", policies: { existingContact: "overwrite" } },
];

describe("a change", () => {
  it.each(changes)("$kind makes a new map, another hash and one sentence", (change) => {
    const next = applyChange(map, change);
    expect(next).not.toBe(map);
    expect(mapHash(next)).not.toBe(mapHash(map));
    expect(diffMaps(map, next)).toHaveLength(1);
    expect(diffMaps(next, map)).toHaveLength(1);
  });

  it("says that a person decided", () => {
    const [change] = changes;
    const next = change && applyChange(map, change);
    expect(next?.statuses.find((row) => row.statusId === "101")).toMatchObject({
      state: "snoozed",
      origin: "person",
      decided: true,
      confidence: 1,
    });
  });

  it("of a row that doesn't exist changes nothing", () => {
    const change = { kind: "set-status", boardId: "1", statusId: "nope", state: "open" } as const;
    expect(applyChange(map, change)).toBe(map);
    expect(isApplicable(map, change)).toBe(false);
  });

  it("reads as sentences", () => {
    const all = changes.reduce(applyChange, map);
    expect(diffMaps(map, all)).toContain('Status "In Progress": snoozed (was: open).');
    expect(diffMaps(map, all)).toContain(
      "Member Tom Okafor: admin Marcus Bell (901) (was: the fallback admin).",
    );
  });
});

describe("a map's hash", () => {
  const shuffled = (rows: FieldMap["fields"], seed: number) =>
    rows.toSorted((a, b) => ((a.id.length * seed) % 7) - ((b.id.length * seed) % 7));

  it("ignores the order of rows and keys, reasons, confidence and who decided", () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string(),
        (seed, confidence, reason) => {
          const fields = shuffled(map.fields, seed).map((row) => ({
            ...Object.fromEntries(Object.entries(row).toReversed()),
            ...{ confidence, reason, origin: "model", decided: false },
          }));
          expect(mapHash({ ...map, fields: fields as FieldMap["fields"] })).toBe(mapHash(map));
        },
      ),
    );
  });

  it("survives the way through JSON", () => {
    expect(mapHash(JSON.parse(JSON.stringify(map)))).toBe(mapHash(map));
  });

  it("stays the same when a person confirms a row as it is", () => {
    const confirmed = applyChange(map, { kind: "confirm", row: "member:151" });
    expect(confirmed.members[1]?.decided).toBe(true);
    expect(mapHash(confirmed)).toBe(mapHash(map));
    expect(diffMaps(map, confirmed)).toEqual([]);
  });
});

describe("questions", () => {
  it("are the doubtful rows, the most doubtful first, until a person decides", () => {
    const asked = assembleQuestions(map);
    expect(asked.map((one) => one.row)).toContain("member:151");
    expect(asked.map((one) => one.confidence)).toEqual(asked.map((one) => one.confidence).toSorted());
    const after = applyChange(map, { kind: "confirm", row: "member:151" });
    expect(assembleQuestions(after).map((one) => one.row)).not.toContain("member:151");
  });

  it("are not asked about statuses of a board that stays behind", () => {
    const left = applyChange(map, { kind: "set-board-migrate", boardId: "1", migrate: false });
    expect(assembleQuestions(left).filter((one) => one.kind === "status")).toEqual([]);
  });
});
