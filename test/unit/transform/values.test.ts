// Source values become attribute values: by type, within limits, with every change told.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FieldRule } from "../../../src/engine/field-map/schema.ts";
import { applyFieldRules } from "../../../src/engine/transform/attributes.ts";
import { convertValue } from "../../../src/engine/values/convert.ts";
import { toUnix } from "../../../src/engine/values/dates.ts";
import { readPath } from "../../../src/engine/values/path.ts";

const rule = (
  source: string,
  type: "string" | "integer" | "datetime" | "list",
  target = "X__c",
): FieldRule => ({
  id: source,
  object: "ticket",
  source,
  target: { kind: "attribute", model: "conversation", name: target, type, options: [] },
  confidence: 1,
  reason: "",
  origin: "default",
  decided: true,
});

describe("reading a path", () => {
  it("follows references, custom fields by id, and joins lists", () => {
    const view = { a: { b: "x" }, types: ["one", "two"], customFields: [{ id: "12", value: 7 }] };
    expect(readPath(view, "a.b")).toBe("x");
    expect(readPath(view, "types")).toBe("one, two");
    expect(readPath(view, "customFields.12")).toBe(7);
  });

  it("finds nothing on prototypes, whatever the path", () => {
    expect(readPath({}, "constructor.name")).toBeUndefined();
    expect(readPath({}, "__proto__.x")).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (path) => {
        expect(readPath({}, path)).toBeUndefined();
      }),
    );
  });
});

describe("converting a value", () => {
  it("takes a naive date for UTC", () => {
    expect(convertValue("2024-05-01 10:00:00", "datetime")).toMatchObject({ value: "2024-05-01T10:00:00Z" });
    expect(toUnix("2024-05-01T10:00:00+02:00")).toBe(toUnix("2024-05-01T08:00:00Z"));
  });

  it("reads numbers with groups and a currency sign, and refuses words", () => {
    expect(convertValue("$1,234.50", "decimal")).toMatchObject({ value: 1234.5 });
    expect(convertValue("12.5", "integer").kind).toBe("unfit");
    expect(convertValue("a dozen", "decimal").kind).toBe("unfit");
  });

  it("reads yes and no in English and German", () => {
    expect(convertValue("Ja", "boolean")).toMatchObject({ value: true });
    expect(convertValue("no", "boolean")).toMatchObject({ value: false });
  });
});

describe("applying field rules", () => {
  it("moves a text that is too long to the note and keeps its head", () => {
    const applied = applyFieldRules(
      { text: "word ".repeat(100) },
      [rule("text", "string")],
      "conversation",
      true,
    );
    expect(String(applied.attributes.X__c)).toHaveLength(255);
    expect(applied.alterations[0]).toMatchObject({ field: "attributes.X__c", what: "moved-to-note" });
    expect(applied.notes[0]?.text).toHaveLength(499);
  });

  it("says that it cuts where there is no note", () => {
    const applied = applyFieldRules(
      { text: "x".repeat(300) },
      [rule("text", "string")],
      "conversation",
      false,
    );
    expect(applied.alterations[0]?.what).toBe("truncated");
  });

  it("keeps a list value that no option names: the plan widens the list", () => {
    const applied = applyFieldRules({ p: "Brand new" }, [rule("p", "list")], "conversation", true);
    expect(applied).toMatchObject({ attributes: { X__c: "Brand new" }, alterations: [] });
  });

  it("never throws and never writes more than 255 characters, whatever the value", () => {
    const types = ["string", "integer", "datetime", "list"] as const;
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.constantFrom(...types), (value, type) => {
        const { attributes } = applyFieldRules({ v: value }, [rule("v", type)], "conversation", true);
        const text = String(attributes.X__c ?? "");
        expect(text.length).toBeLessThanOrEqual(255);
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});
