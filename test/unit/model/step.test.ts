// Names of steps are printed and parsed in one place; journals of earlier versions hold the same names.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { originOf, parseStep, printStep, type Step } from "../../../src/engine/model/step.ts";

const text = fc.string({ minLength: 1, maxLength: 30, unit: "binary" });
/** No source numbers its records so. */
const key = text.filter((one) => !/:revision:[0-9a-f]{8}$/s.test(one));
const version = fc.string({
  minLength: 8,
  maxLength: 8,
  unit: fc.constantFrom(..."0123456789abcdef"),
});
const plain = ["create", "attributes", "team", "admin", "state", "unarchive", "name", "links"] as const;
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...plain).map((kind) => ({ kind })),
  key.map((one) => ({ kind: "part" as const, key: one })),
  fc.record({ kind: fc.constant("revision" as const), key, version }),
  text.map((companyId) => ({ kind: "company" as const, companyId })),
  text.map((option) => ({ kind: "option" as const, option })),
);

describe("the name of a step", () => {
  it("is parsed to the step that it was printed from, whatever ids and options hold", () => {
    fc.assert(
      fc.property(anyStep, (step) => {
        expect(parseStep(printStep(step))).toEqual(step);
      }),
    );
  });

  it.each([
    ["part:note:17:2", { kind: "part", key: "note:17:2" }],
    ["part:opening:revision:0123abcd", { kind: "revision", key: "opening", version: "0123abcd" }],
    ["company:5", { kind: "company", companyId: "5" }],
    ["option:High: now", { kind: "option", option: "High: now" }],
    ["part:note:1:revision:", { kind: "part", key: "note:1:revision:" }],
  ])("%s reads as earlier versions wrote it", (name, step) => {
    expect(parseStep(name)).toEqual(step);
    expect(printStep(step as Step)).toBe(name);
  });

  it("of another program is none", () => {
    for (const name of ["", "toString", "parts", "company", ":", "unknown:1"])
      expect(parseStep(name)).toBeUndefined();
  });
});

it("a message comes from a note, a time entry, files, or from us", () => {
  expect(originOf("note:17:2")).toEqual({ kind: "note", id: "17" });
  expect(originOf("time:300:shown")).toEqual({ kind: "time", id: "300" });
  expect(originOf("files:opening")).toEqual({ kind: "files", id: "opening" });
  for (const own of ["about", "fields", "deleted", "continues", "notes:1", "note:"])
    expect(originOf(own)).toEqual({ kind: "own" });
});
