// The short form of `npm run bench map`: what the built-in proposer is worth on awkward tenants.
import { describe, expect, it, test } from "vitest";
import { inputOf } from "../../../bench/support/golden/golden-tenant.ts";
import { goldenTenants } from "../../../bench/support/golden/index.ts";
import { scoreMap, summarize } from "../../../bench/support/golden/score.ts";
import { fieldMap, validateMap } from "../../../src/engine/field-map/index.ts";
import { assembleOfflineProposal } from "../../../src/llm/offline/offline-proposer.ts";

const proposed = goldenTenants.map((tenant) => ({
  tenant,
  map: assembleOfflineProposal(inputOf(tenant)).map,
}));

describe.each(proposed)("the built-in map of $tenant.name", ({ tenant, map }) => {
  it("is wrong nowhere without asking", () => {
    const sure = scoreMap(tenant, map).filter(({ isRight, isAsked }) => !isRight && !isAsked);
    expect(sure).toEqual([]);
  });

  it("is valid and can be run as it stands", () => {
    expect(fieldMap.parse(map)).toEqual(map);
    const issues = validateMap(map, { ...inputOf(tenant), existing: [] });
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("nine in ten choices are right over at least twelve tenants, and most need no question", () => {
  expect(goldenTenants.length).toBeGreaterThanOrEqual(12);
  const total = summarize(proposed.flatMap(({ tenant, map }) => scoreMap(tenant, map)));
  expect(total.precision).toBeGreaterThanOrEqual(0.9);
  expect(total.recall).toBeGreaterThanOrEqual(0.65);
});
