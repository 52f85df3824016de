// One catalogue of source fields: what it names is offered by the views, read as its type, and written by default.
import { describe, expect, it } from "vitest";
import { assembleDefaultFields } from "../../../src/engine/field-map/default-fields.ts";
import { SOURCE_FIELDS } from "../../../src/engine/field-map/source-fields/index.ts";
import { isKnownPath } from "../../../src/engine/field-map/source-paths.ts";
import { validateFields } from "../../../src/engine/field-map/validate-fields.ts";
import { transformTicket } from "../../../src/engine/transform/index.ts";
import { toPlainText } from "../../../src/engine/values/text.ts";
import { aContext, aFieldMap, aSurvey, aTicket } from "../../support/builders.ts";

const all = (["company", "contact", "ticket"] as const).flatMap((object) =>
  SOURCE_FIELDS[object].map((field) => ({ object, ...field })),
);

describe("the catalogue of source fields", () => {
  it("names each path of an object once, and every one may be mapped", () => {
    const keys = all.map(({ object, path }) => `${object} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { object, path } of all) expect(isKnownPath(object, path, [])).toBe(true);
    expect(isKnownPath("ticket", "constructor", [])).toBe(false);
  });

  it("gives the default map a row for each target, without an issue", () => {
    const rows = assembleDefaultFields(aSurvey());
    const targets = all.flatMap(({ object, path, defaults = [] }) => defaults.map(() => `${object} ${path}`));
    expect(rows.map(({ object, source }) => `${object} ${source}`)).toEqual(targets);
    expect(
      validateFields({ ...aFieldMap(), fields: rows }, []).filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  it("refuses a type that a field is not", () => {
    const rows = assembleDefaultFields(aSurvey()).map((row) =>
      row.source === "isInSla" && row.target?.kind === "attribute"
        ? { ...row, target: { ...row.target, type: "datetime" as const } }
        : row,
    );
    expect(validateFields({ ...aFieldMap(), fields: rows }, [])).toContainEqual(
      expect.objectContaining({ code: "type_mismatch" }),
    );
  });
});

describe("what a ticket says besides", () => {
  const ticket = {
    slaBreachTime: "2025-06-03T21:00:00Z",
    respondByGoal: "2025-06-02T12:00:00Z",
    isInSla: false,
    dateResponded: "2025-06-02T11:00:00Z",
    copied: ["boss@client.example", "a@b.example"],
    copiedNotified: false,
    resources: ["praman", "tokafor"],
    poNumber: "4711",
    budgetHours: 2,
  };

  it("becomes attributes, and a note with labels that people read", () => {
    const { conversation } = transformTicket(aTicket(ticket).withNotes(1).build(), aContext());
    expect(conversation.attributes).toMatchObject({
      SLA_Breach_Time__c: "2025-06-03T21:00:00Z",
      SLA_Response_Goal__c: "2025-06-02T12:00:00Z",
      SLA_Met__c: false,
      First_Response_Date__c: "2025-06-02T11:00:00Z",
    });
    const note = toPlainText(conversation.parts.find(({ key }) => key === "fields")?.body ?? "");
    expect(note).toContain("In copy in ConnectWise: boss@client.example, a@b.example (not notified)");
    expect(note).toContain("PO number: 4711");
    expect(note).toContain("Budget hours: 2");
    expect(note).toMatch(/Further technicians in ConnectWise: .*tokafor/i);
  });

  it("names who was in copy with the contact where one has the address", () => {
    const contactByAddress = (address: string) => (address === "a@b.example" ? "20" : undefined);
    const { conversation } = transformTicket(aTicket(ticket).build(), aContext({ contactByAddress }));
    expect(conversation.copied).toEqual([
      { email: "boss@client.example" },
      { email: "a@b.example", contact: { type: "contact", id: "20" } },
    ]);
  });
});
