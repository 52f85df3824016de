// Which attributes are made, completed or refused.
import { expect, it } from "vitest";
import type { ExistingAttribute } from "../../../../src/engine/destination/port.ts";
import { AskError } from "../../../../src/engine/errors.ts";
import type { AttributeDefinition } from "../../../../src/engine/model/desired.ts";
import { assembleProvisionSteps } from "../../../../src/engine/stages/provision/attributes.ts";

const wanted = (more: Partial<AttributeDefinition> = {}): AttributeDefinition => ({
  ...{ model: "conversation", name: "Priority__c", type: "list", options: ["P1", "P2"] },
  ...more,
});
const existing = (more: Partial<ExistingAttribute> = {}): ExistingAttribute => ({
  ...wanted(),
  ...{ id: "7", archived: false, custom: true },
  ...more,
});

it("makes what is missing and adopts what is there, completing its options", () => {
  const note = wanted({ name: "Note__c", type: "string", options: [] });
  const steps = assembleProvisionSteps([wanted(), note], [existing({ options: ["P1"] })]);
  expect(steps.operations.map((one) => [one.source.id, one.step])).toEqual([
    ["conversation:Priority__c", "option:P2"],
    ["conversation:Note__c", "create"],
  ]);
  expect(steps.operations[0]?.build(() => "")).toMatchObject({ option: "P2", options: ["P1", "P2"] });
  expect(steps).toMatchObject({ created: [note], adopted: [wanted()] });
});

it("has nothing to do where everything is there", () => {
  expect(assembleProvisionSteps([wanted()], [existing()]).operations).toEqual([]);
});

it("makes an archived attribute again, as a new write", () => {
  const [first] = assembleProvisionSteps([wanted()], []).operations;
  const [again] = assembleProvisionSteps([wanted()], [existing({ archived: true })]).operations;
  expect(again?.step).toBe("create");
  expect(again?.contentHash).not.toBe(first?.contentHash);
});

it("refuses another type, naming the attribute and both types", () => {
  const act = () => assembleProvisionSteps([wanted()], [existing({ type: "string" })]);
  expect(act).toThrow(AskError);
  expect(act).toThrow(/Priority__c.*string.*list/);
});

it("refuses a name that contacts and companies would share, and more than 250 attributes", () => {
  const company = wanted({ model: "company", name: "Tier", type: "string" });
  expect(() => assembleProvisionSteps([company], [existing({ model: "contact", name: "Tier" })])).toThrow(
    expect.objectContaining({ code: "attribute_name_taken" }),
  );
  const full = Array.from({ length: 250 }, (_, at) => existing({ id: String(at), name: `A${at}` }));
  expect(() => assembleProvisionSteps([wanted()], full)).toThrow(
    expect.objectContaining({ code: "attribute_limit" }),
  );
});
