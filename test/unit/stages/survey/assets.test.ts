// What a survey says of configurations, agreements, projects and workflows.
import { afterEach, describe, expect, it } from "vitest";
import { findAssetCases } from "../../../../src/engine/stages/survey/assets.ts";
import { survey } from "../../../../src/engine/stages/survey/survey.ts";
import { aConfiguration } from "../../../support/asset-builders.ts";
import { type Drill, startDrill, TENANT_NOW } from "../../../support/connectwise-drill.ts";
import { print } from "../../../support/in-words.ts";

const drills: Drill[] = [];
afterEach(async () => {
  for (const drill of drills.splice(0)) await drill.close();
});

async function surveyOf(...options: Parameters<typeof startDrill>) {
  const drill = await startDrill(...options);
  drills.push(drill);
  return {
    found: await survey({ source: drill.source(), clock: () => TENANT_NOW }),
    tenant: drill.sandbox.tenant,
  };
}

describe("the survey of what hangs around tickets", () => {
  it("counts it and says what becomes of each kind", async () => {
    const { found, tenant } = await surveyOf();
    expect(found.counts).toMatchObject({
      configuration: tenant.configurations.length,
      agreement: tenant.agreements.length,
      project: tenant.projects.length,
    });
    const countOf = (code: string) => found.oddCases.find((one) => one.code === code)?.count;
    const configurations = tenant.configurations.filter(({ contact }) => contact === undefined);
    expect(countOf("configurations_without_contact")).toBe(configurations.length);
    expect(countOf("configuration_hierarchies")).toBe(
      tenant.configurations.filter(({ parentConfigurationId }) => parentConfigurationId).length,
    );
    expect(countOf("workflows")).toBe(tenant.workflows.length);
    expect(found.oddCases.find(({ code }) => code === "configurations")?.sentence).toMatch(
      /^\d+ configurations are kept as a summary only/,
    );
  });

  it("goes on with a warning where a right is missing", async () => {
    const { found } = await surveyOf({
      rights: { Configurations: "None", Agreements: "None", "Table Setup": "None" },
    });
    expect(found.counts).toMatchObject({ configuration: 0, agreement: 0 });
    expect(found.oddCases.map(({ code }) => code)).not.toContain("configurations");
    expect(print(found).warnings.join(" ")).toContain("company/configurations");
    expect(print(found).warnings.join(" ")).toContain("system/workflows");
  });

  it("scales what it saw of the first page to all", () => {
    const { contact: _, ...alone } = aConfiguration();
    const cases = findAssetCases({ configuration: 3000, agreement: 0, project: 0, workflows: 0 }, [
      aConfiguration(),
      aConfiguration({ id: "2" }),
      { ...alone, id: "3" },
    ]);
    expect(cases.map(({ code, count }) => [code, count])).toEqual([
      ["configurations", 3000],
      ["configurations_without_contact", 1000],
    ]);
    expect(cases[1]?.sentence).toMatch(/^About 1,000 configurations belong to no contact/);
  });
});
