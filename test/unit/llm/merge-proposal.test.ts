// What is taken from a model's answer, row by row, and what is left.
import { describe, expect, it } from "vitest";
import type { FieldRule } from "../../../src/engine/field-map/schema.ts";
import type { CustomFieldSurvey } from "../../../src/engine/model/survey.ts";
import { keepValidRows } from "../../../src/llm/keep-valid-rows.ts";
import { mergeProposal } from "../../../src/llm/merge-proposal.ts";
import { assembleOfflineProposal } from "../../../src/llm/offline/offline-proposer.ts";
import type { ModelProposal } from "../../../src/llm/openai/proposal-schema.ts";
import { ADMINS, aSurvey, TEAMS } from "../../support/builders.ts";

type FieldAnswer = ModelProposal["customFields"][number];

const aField = (overrides: Partial<CustomFieldSurvey> = {}): CustomFieldSurvey => ({
  id: "11",
  caption: "Vendor Ticket Number",
  object: "ticket",
  type: "Text",
  options: [],
  samples: ["A-1", "B-2"],
  ...overrides,
});
const anAnswer = (overrides: Partial<FieldAnswer> = {}): FieldAnswer => ({
  id: "ticket:11",
  action: "attribute",
  name: "Vendor_Ticket_Number__c",
  type: "string",
  confidence: 1,
  reason: "It is a number of the vendor.",
  ...overrides,
});
const nothing: ModelProposal = { customFields: [], statuses: [], boards: [] };

/** Merges one answer about one field; the row as it was, as it is, and the problems. */
function mergeField(field: CustomFieldSurvey, answer: FieldAnswer, more: readonly CustomFieldSurvey[] = []) {
  const input = { survey: aSurvey({ customFields: [field, ...more] }), admins: ADMINS, teams: TEAMS };
  const { map } = assembleOfflineProposal(input);
  const merged = mergeProposal(map, input, { ...nothing, customFields: [answer] });
  const row = (rows: readonly FieldRule[]) =>
    rows.find(({ source }) => source === `customFields.${field.id}`);
  return {
    before: row(map.fields),
    after: row(merged.map.fields),
    problems: merged.problems,
    merged,
    map,
    input,
  };
}

describe("a model's word on a custom field", () => {
  it("is believed up to a ceiling where it agrees, and spelling is no disagreement", () => {
    const { after } = mergeField(aField(), anAnswer({ name: "vendor ticket number" }));
    expect(after).toMatchObject({ origin: "model", target: { name: "Vendor_Ticket_Number__c" } });
    expect(after?.confidence).toBe(0.9);
  });

  it.each([
    ["another name", anAnswer({ name: "Approved_By_Owner__c" })],
    ["a note instead", anAnswer({ action: "note" })],
  ])("is asked about where it wants %s", (_, answer) => {
    const { after } = mergeField(aField(), answer);
    expect(after?.confidence).toBeLessThan(0.75);
    expect(after?.decided).toBe(false);
  });

  it.each([
    ["a type that loses values", aField(), anAnswer({ type: "boolean" }), "can't become boolean"],
    ["a name with dots", aField(), anAnswer({ name: "a.b" }), "can't be an attribute's name"],
    ["a name that ends in a space", aField(), anAnswer({ name: "Vendor " }), "can't be an attribute's name"],
    ["the name of another field", aField(), anAnswer({ name: "Priority__c" }), "is taken already"],
    ["a field that does not exist", aField(), anAnswer({ id: "ticket:99" }), "There is no custom field"],
  ])("is refused, with a sentence to repair it, when it is %s", (_, field, answer, why) => {
    const { before, after, problems } = mergeField(field, answer);
    expect(after).toEqual(before);
    expect(problems.join(" ")).toContain(why);
  });

  it("drops no field that has values, nor one of which nobody knows: its wish to is a question", () => {
    for (const fillRate of [0.2, undefined]) {
      const field = aField(fillRate === undefined ? {} : { fillRate });
      const { before, after } = mergeField(field, anAnswer({ action: "skip", reason: "Nobody reads it." }));
      expect(after?.target).toEqual(before?.target);
      expect(after).toMatchObject({ decided: false, reason: "Nobody reads it." });
      expect(after?.confidence).toBeLessThan(0.75);
    }
  });

  it.each(["It holds a secret.", "Looks like credentials of a firewall.", "Enthält Kennwörter, kennwort."])(
    "leaves behind what it says is a secret, and a person is asked: %s",
    (reason) => {
      const { after } = mergeField(aField({ fillRate: 0.4 }), anAnswer({ action: "skip", reason }));
      expect(after).toMatchObject({ target: null, decided: false, origin: "model", reason });
      expect(after?.confidence).toBeLessThan(0.75);
    },
  );

  it("leaves nothing behind for a secret that it says is not there", () => {
    const reason = "It holds no secret, yet nobody needs it.";
    const { before, after } = mergeField(aField({ fillRate: 0.4 }), anAnswer({ action: "skip", reason }));
    expect(after?.target).toEqual(before?.target);
  });

  it.each([0.05, 0.3, 0.49, -1])(
    "is a question where it agrees and doubts (%d), with its reason",
    (confidence) => {
      const { before, after } = mergeField(aField(), anAnswer({ confidence, reason: "I only guess." }));
      expect(before?.confidence).toBeGreaterThan(0.75);
      expect(after?.target).toEqual(before?.target);
      expect(after).toMatchObject({ reason: "I only guess.", origin: "model" });
      expect(after?.confidence).toBeLessThan(0.75);
    },
  );

  it("makes no list of one option, and of no blank ones", () => {
    const one = mergeField(aField({ options: ["Only", " "] }), anAnswer({ type: "list" }));
    expect(one.problems.join(" ")).toContain("can't become list");
    const two = mergeField(aField({ options: ["A", " B ", "", "A"] }), anAnswer({ type: "list" }));
    expect(two.after?.target).toMatchObject({ type: "list", options: ["A", "B"] });
  });

  it("goes back to the built-in row when its values can't be read so", () => {
    const field = aField({ type: "Number", samples: ["1.5", "2"] });
    const { before, merged, map, input } = mergeField(field, anAnswer({ type: "integer" }));
    const kept = keepValidRows(map, merged.map, input);
    expect(kept.fields.find(({ id }) => id === before?.id)).toEqual(before);
  });

  it("counts once when it is given twice", () => {
    const input = { survey: aSurvey({ customFields: [aField()] }), admins: ADMINS, teams: TEAMS };
    const { map } = assembleOfflineProposal(input);
    const answers = [anAnswer(), anAnswer({ action: "note" })];
    const { map: merged, problems } = mergeProposal(map, input, { ...nothing, customFields: answers });
    expect(merged.fields.at(-1)?.target?.kind).toBe("attribute");
    expect(problems).toHaveLength(1);
  });

  it("gets a reason where the model gave none, and a confidence that is a number", () => {
    const { after } = mergeField(aField(), anAnswer({ reason: " \n ", confidence: Number.NaN }));
    expect(after?.reason).toBe("The model gave no reason.");
    expect(after?.confidence).toBe(0);
  });
});

describe("a model's word on a field that may hold a secret", () => {
  it("moves nothing: it stays behind, and a person is asked", () => {
    const { before, after } = mergeField(
      aField({ caption: "Router password", samples: ["hunter2"] }),
      anAnswer(),
    );
    expect(before?.target).toBeNull();
    expect(after).toEqual(before);
    expect(after?.confidence).toBeLessThan(0.75);
  });
});

describe("a model's word on boards and statuses", () => {
  const boards = [{ id: "7", name: "Sales", tickets: 1, readable: true }];
  const merge = (teams: readonly { id: string; name: string }[], teamName: string) => {
    const input = { survey: aSurvey({ boards }), admins: ADMINS, teams };
    const { map } = assembleOfflineProposal(input);
    const answer = { boardId: "7", teamName, confidence: 1, reason: "Same people." };
    return {
      before: map.boards[0],
      after: mergeProposal(map, input, { ...nothing, boards: [answer] }).map.boards[0],
    };
  };

  it("suggests another team, and a person is asked", () => {
    const { after } = merge([{ id: "1", name: "Inside Revenue" }], "Inside Revenue");
    expect(after).toMatchObject({ team: { name: "Inside Revenue" }, origin: "model", decided: false });
    expect(after?.confidence).toBeLessThan(0.75);
  });

  it("settles nothing between two teams of one name", () => {
    const twins = ["1", "2"].map((id) => ({ id, name: "Sales" }));
    const { before, after } = merge(twins, "Sales");
    expect(after).toEqual(before);
    expect(after?.confidence).toBeLessThan(0.75);
  });

  it("closes no tickets alone, however sure it is: a person is asked", () => {
    const survey = aSurvey();
    const input = { survey, admins: ADMINS, teams: TEAMS };
    const { map } = assembleOfflineProposal(input);
    const statuses = map.statuses.map(({ boardId, statusId }) => ({
      ...{ boardId, statusId, state: "closed" as const, confidence: 1, reason: "Over." },
    }));
    const merged = mergeProposal(map, input, { ...nothing, statuses }).map;
    const closed = merged.statuses.filter((row, index) => map.statuses[index]?.state !== row.state);
    expect(closed.length).toBeGreaterThan(0);
    for (const row of closed) expect([row.decided, row.confidence < 0.75]).toEqual([false, true]);
  });

  it("does not reopen what ConnectWise marks as closed", () => {
    const survey = aSurvey();
    const input = { survey, admins: ADMINS, teams: TEAMS };
    const { map } = assembleOfflineProposal(input);
    const closed = survey.statuses.filter((status) => status.closed);
    expect(closed.length).toBeGreaterThan(0);
    const statuses = closed.map(({ boardId, id }) => ({
      boardId,
      statusId: id,
      state: "open" as const,
      confidence: 1,
      reason: "No.",
    }));
    const merged = mergeProposal(map, input, { ...nothing, statuses }).map;
    for (const { id } of closed) {
      const row = merged.statuses.find(({ statusId }) => statusId === id);
      expect(row?.state === "closed" || (row?.confidence ?? 1) < 0.75).toBe(true);
    }
  });
});
