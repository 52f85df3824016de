// A map is checked against both sides before anything is written.
import { describe, expect, it } from "vitest";
import { type FieldMap, type FieldRule, validateMap } from "../../../src/engine/field-map/index.ts";
import type { CustomFieldSurvey } from "../../../src/engine/model/survey.ts";
import { ADMINS, aFieldMap, aSurvey, TEAMS } from "../../support/builders.ts";

type Target = Extract<FieldRule["target"], { kind: "attribute" }>;
const map = aFieldMap();
const escalated: CustomFieldSurvey = {
  id: "13",
  caption: "Escalated",
  object: "ticket",
  type: "Text",
  options: [],
  samples: ["maybe"],
};

const row = (
  target: Partial<Target> | { kind: "note" } | null,
  overrides: Partial<FieldRule> = {},
): FieldRule => ({
  id: "ticket:new",
  object: "ticket",
  source: "owner.name",
  target:
    target === null || target.kind === "note"
      ? target
      : { kind: "attribute", model: "conversation", name: "New__c", type: "string", options: [], ...target },
  confidence: 1,
  reason: "",
  origin: "person",
  decided: true,
  ...overrides,
});
const withRow = (rule: FieldRule): FieldMap => ({ ...map, fields: [...map.fields, rule] });

function codes(checked: FieldMap, around: Partial<Parameters<typeof validateMap>[1]> = {}) {
  const survey = aSurvey({ customFields: [escalated] });
  const issues = validateMap(checked, { survey, admins: ADMINS, teams: TEAMS, existing: [], ...around });
  return issues.filter((issue) => issue.severity === "error").map((issue) => issue.code);
}
const existing = (name: string, overrides = {}) => ({
  ...{
    model: "conversation",
    name,
    type: "string",
    options: [],
    archived: false,
    custom: true,
    ...overrides,
  },
});

describe("field rules", () => {
  it.each([
    ["a path that ConnectWise lacks", row({}, { source: "ownr.name" }), "unknown_path"],
    ["a custom field that isn't there", row({}, { source: "customFields.99" }), "unknown_path"],
    ["a text that can't be a date", row({ type: "datetime" }), "type_mismatch"],
    ["samples that don't convert", row({ type: "boolean" }, { source: "customFields.13" }), "type_mismatch"],
    ["a target that is taken", row({ name: "Priority__c" }), "duplicate_target"],
    ["a name with a dot", row({ name: "a.b" }), "bad_name"],
    ["a name with a dollar sign", row({ name: "a$b" }), "bad_name"],
    ["a ticket's field on a contact", row({ model: "contact" }), "wrong_model"],
    [
      "a contact's field in a note",
      row({ kind: "note" }, { object: "contact", source: "title" }),
      "no_notes",
    ],
    ["a row that is there twice", row(null, { id: "ticket:severity" }), "duplicate_row"],
  ])("refuse %s", (_, rule, code) => {
    expect(codes(withRow(rule))).toEqual([code]);
  });

  it("may read a custom field that the survey knows", () => {
    expect(codes(withRow(row({}, { source: "customFields.13" })))).toEqual([]);
  });

  it("warn of list options that are missing", () => {
    const listed = { ...escalated, options: ["A", "B"], samples: [] };
    const around = {
      survey: aSurvey({ customFields: [listed] }),
      admins: ADMINS,
      teams: TEAMS,
      existing: [],
    };
    const rule = row({ type: "list", options: ["A"] }, { source: "customFields.13" });
    expect(validateMap(withRow(rule), around)).toContainEqual(
      expect.objectContaining({ code: "missing_options", severity: "warning" }),
    );
  });
});

describe("the workspace", () => {
  it("refuses a name on contacts and companies both", () => {
    const rule = row({ model: "company", name: "Title__c" }, { object: "company", source: "identifier" });
    expect(codes(withRow(rule))).toContain("contact_company_clash");
  });

  it("refuses another type than an attribute has", () => {
    const found = existing("Priority__c", { type: "integer" }) as never;
    expect(codes(map, { existing: [found] })).toEqual(["type_conflict"]);
  });

  it("refuses more than 250 attributes, counting what is there", () => {
    const many = Array.from({ length: 220 }, (_, at) => existing(`theirs_${at}`)) as never;
    expect(codes(map, { existing: many })).toEqual(["too_many_attributes"]);
  });
});

describe("people and boards", () => {
  it("need a fallback admin who exists", () => {
    const nobody = { ...map, policies: { ...map.policies, fallbackAdmin: null } };
    expect(codes(nobody)).toEqual(["no_fallback_admin"]);
    expect(codes(map, { admins: ADMINS.slice(1) })).toContain("unknown_admin");
  });

  it("need a rule per board, a right to read it, and a team that exists if one was chosen", () => {
    expect(codes({ ...map, boards: [] })).toEqual(["board_without_rule"]);
    expect(codes(map, { teams: [] })).toEqual(["unknown_team"]);
    const locked = aSurvey({ boards: [{ id: "1", name: "Help Desk", tickets: 0, readable: false }] });
    expect(codes(map, { survey: locked })).toEqual(["board_unreadable"]);
  });

  it("are asked about where a row is doubtful", () => {
    const around = { survey: aSurvey(), admins: ADMINS, teams: TEAMS, existing: [] };
    expect(validateMap(map, around)).toContainEqual(
      expect.objectContaining({ severity: "question", sentence: "Who is Tom Okafor in Intercom?" }),
    );
  });
});
