// What a rollback puts back on an adopted contact, and what it leaves to the people who changed it since.
import { expect, it } from "vitest";
import type { ObservedContact } from "../../../../src/engine/model/observed.ts";
import {
  assembleRestoration,
  findTouchedFields,
  mergeWrites,
} from "../../../../src/engine/stages/rollback/contact-fields.ts";

const image = { name: "Old", attributes: { Tier__c: "Basic" }, companyIds: [], archived: false };
const wrote = { name: "New", phone: "206 555 0100", attributes: { Tier__c: "Gold", Id__c: "5" } };
const observed = (more: Partial<ObservedContact> = {}): ObservedContact => ({
  ...{ kind: "contact", id: "c", role: "user", companyIds: [], archived: false, updatedAt: 1 },
  ...{ name: "New", phone: "206 555 0100", attributes: { Tier__c: "Gold", Id__c: "5", Own__c: "theirs" } },
  ...more,
});

it("puts every written field back, absence included, and leaves the others alone", () => {
  expect(assembleRestoration(observed(), image, wrote, false)).toEqual({
    fields: { name: "Old", phone: null, attributes: { Tier__c: "Basic", Id__c: null } },
    touched: [],
  });
});

it("leaves a field that people changed, and names it; insisting takes it back", () => {
  const changed = observed({ name: "Renamed" });
  expect(assembleRestoration(changed, image, wrote, false)).toMatchObject({
    fields: { phone: null },
    touched: ["name"],
  });
  expect(assembleRestoration(changed, image, wrote, true).fields).toMatchObject({ name: "Old" });
});

it("has nothing left to do the second time", () => {
  const restored = observed({ name: "Old", attributes: { Tier__c: "Basic" } });
  const { phone: _phone, ...without } = restored;
  expect(assembleRestoration(without, image, wrote, false)).toEqual({ fields: {}, touched: [] });
});

it("compares with the last value written", () => {
  const merged = mergeWrites([wrote, { name: "Newer", attributes: { Id__c: "6" } }]);
  expect(merged).toEqual({ ...wrote, name: "Newer", attributes: { Tier__c: "Gold", Id__c: "6" } });
  const now = observed({ name: "Newer", attributes: { Tier__c: "Gold", Id__c: "6" } });
  expect(findTouchedFields(now, merged)).toEqual([]);
  expect(findTouchedFields(observed(), merged)).toEqual(["name", "Id__c"]);
});
