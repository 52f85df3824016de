// An earlier customer's map as a starting point.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf } from "../../../bench/support/golden/golden-tenant.ts";
import { goldenTenants } from "../../../bench/support/golden/index.ts";
import {
  applyChange,
  assembleQuestions,
  type FieldMap,
  fieldMap,
  reuseMap,
  validateMap,
} from "../../../src/engine/field-map/index.ts";
import { assembleOfflineProposal } from "../../../src/llm/offline/offline-proposer.ts";
import { ADMINS, aSurvey, TEAMS } from "../../support/builders.ts";

const survey = aSurvey({
  boards: [{ id: "1", name: "Help Desk", tickets: 1, readable: true }],
  statuses: [
    { boardId: "1", id: "9", name: "With Microsoft", closed: false, seen: 1 },
    { boardId: "1", id: "10", name: "Completed", closed: true, seen: 1 },
  ],
});
const proposed = assembleOfflineProposal({ survey, admins: ADMINS, teams: TEAMS }).map;
const elsewhere = (map: FieldMap, change: Parameters<typeof applyChange>[1]) => applyChange(map, change);

describe("an earlier map", () => {
  it("decides by name what was decided there, and is asked about where this customer's draft says otherwise", () => {
    const earlier = elsewhere(proposed, {
      kind: "set-status",
      boardId: "1",
      statusId: "9",
      state: "snoozed",
    });
    const map = reuseMap(proposed, earlier, { teams: TEAMS });
    const row = map.statuses.find(({ statusId }) => statusId === "9");
    expect(row).toMatchObject({ state: "snoozed", origin: "earlier", decided: false });
    expect(assembleQuestions(map).map((question) => question.row)).toContain("status:1/9");
  });

  it("takes a question away where both say the same", () => {
    const earlier = elsewhere(proposed, { kind: "set-status", boardId: "1", statusId: "9", state: "open" });
    const asked = (map: FieldMap) => assembleQuestions(map).map(({ row }) => row);
    expect(asked(proposed)).toContain("status:1/9");
    expect(asked(reuseMap(proposed, earlier, { teams: TEAMS }))).not.toContain("status:1/9");
  });

  it("reopens no status that ConnectWise marks as closed, and brings no people along", () => {
    const earlier = elsewhere(
      elsewhere(proposed, { kind: "set-status", boardId: "1", statusId: "10", state: "open" }),
      { kind: "set-policies", policies: { fallbackAdmin: { id: "1", name: "Elsewhere" }, snoozeDays: 30 } },
    );
    const map = reuseMap(proposed, earlier, { teams: TEAMS });
    const closed = map.statuses.find(({ statusId }) => statusId === "10");
    expect(closed?.state === "closed" || (closed?.confidence ?? 1) < 0.75).toBe(true);
    expect(map.members).toEqual(proposed.members);
    expect(map.policies).toEqual({ ...proposed.policies, snoozeDays: 30 });
  });

  it("of any tenant leaves any other's map valid, with the same rows", () => {
    const maps = goldenTenants.map((tenant) => {
      const input = inputOf(tenant);
      return { input, map: assembleOfflineProposal(input).map };
    });
    const pair = fc.tuple(fc.constantFrom(...maps), fc.constantFrom(...maps));
    fc.assert(
      fc.property(pair, ([here, there]) => {
        const map = reuseMap(here.map, there.map, here.input);
        expect(fieldMap.parse(map)).toEqual(map);
        expect(map.fields.map(({ id }) => id)).toEqual(here.map.fields.map(({ id }) => id));
        const issues = validateMap(map, { ...here.input, existing: [] });
        expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
    );
  });
});
