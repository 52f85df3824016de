// Configurations, agreements, projects and their links, tried against the stand-in over HTTP.
import { afterEach, describe, expect, it } from "vitest";
import { type Drill, MIGRATION, startDrill } from "../support/connectwise-drill.ts";
import { linesOf } from "../support/in-words.ts";

const drills: Drill[] = [];
async function drill(...options: Parameters<typeof startDrill>): Promise<Drill> {
  const started = await startDrill(...options);
  drills.push(started);
  return started;
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

const idsOf = (records: readonly { readonly id: string | number }[]) => records.map(({ id }) => String(id));

describe("what hangs around tickets", () => {
  it("comes whole: configurations with questions, agreements with additions, projects with phases", async () => {
    const { sandbox, staging, extract, exceptions } = await drill();
    await extract();
    const { tenant } = sandbox;
    const configurations = staging.all(MIGRATION, "configuration");
    expect(idsOf(configurations)).toEqual(idsOf(tenant.configurations));
    const server = configurations.find(
      ({ configurationType }) => configurationType?.name === "Managed Server",
    );
    expect(server?.questions.map(({ question }) => question)).toEqual([
      "Location in building",
      "Last restart",
      "Support line",
    ]);
    const child = configurations.find(({ parentConfigurationId }) => parentConfigurationId !== undefined);
    expect(idsOf(configurations)).toContain(child?.parentConfigurationId);

    const agreements = staging.all(MIGRATION, "agreement");
    expect(idsOf(agreements)).toEqual(idsOf(tenant.agreements));
    expect(agreements[0]?.additions.map(({ product }) => product)).toEqual(["MS-SEAT", "BACKUP-DEV"]);
    for (const { id, endDate } of agreements) {
      const endless = tenant.agreements.find((one) => String(one.id) === id)?.noEndingDateFlag === true;
      expect(endDate === undefined).toBe(endless);
    }

    const projects = staging.all(MIGRATION, "project");
    expect(idsOf(projects)).toEqual(idsOf(tenant.projects));
    expect(projects[0]?.phases.map(({ name, milestone }) => [name, milestone])).toEqual([
      ["Planning", false],
      ["Pilot", false],
      ["Execution", false],
      ["Hand-over", true],
    ]);
    expect(exceptions).toEqual([]);
  });

  it("costs a request a thousand configurations, and one for each agreement, project and open ticket", async () => {
    const { sandbox, extract } = await drill({ tickets: 120 });
    await extract();
    const { tenant, requests } = sandbox;
    const asked = (pattern: string) => requests.byPattern[`GET ${pattern}`] ?? 0;
    expect(asked("/company/configurations")).toBeLessThanOrEqual(2);
    expect(asked("/finance/agreements/{id}/additions")).toBe(tenant.agreements.length);
    expect(asked("/project/projects/{id}/phases")).toBe(tenant.projects.length);
    const open = [...tenant.tickets, ...tenant.projectTickets].filter(({ closedFlag }) => !closedFlag).length;
    const links =
      asked("/service/tickets/{id}/configurations") + asked("/project/tickets/{id}/configurations");
    expect(links).toBeGreaterThan(0);
    expect(links).toBeLessThanOrEqual(open);
  });

  it("is linked to the tickets that people work on", async () => {
    const { sandbox, staging, extract } = await drill({ tickets: 200 });
    await extract();
    const linked = staging
      .all(MIGRATION, "ticketConfigurations")
      .filter(({ configurationIds }) => configurationIds.length > 0);
    expect(linked.length).toBeGreaterThan(0);
    const [bundle] = await staging.loadBundles(MIGRATION, idsOf(linked).slice(0, 1));
    expect(bundle?.configurations?.[0]?.contact?.id).toBe(bundle?.ticket.contact?.id);
    const closed = sandbox.tenant.tickets.filter(({ closedFlag }) => closedFlag);
    expect(await staging.load(MIGRATION, "ticketConfigurations", idsOf(closed))).toEqual(new Map());
  });

  it("is not asked for again where a pass was broken off, but for what was under way", async () => {
    const { sandbox, extract, staging } = await drill({ tickets: 900 });
    await extract({ onlyTickets: [] });
    const abort = new AbortController();
    const put = staging.putRecords;
    // In the middle of what is asked for between two checkpoints.
    const ENOUGH = 10;
    let stored = 0;
    const stopping = {
      ...staging,
      putRecords: async (...given: Parameters<typeof put>) => {
        const done = await put(...given);
        if (given[1] === "ticketConfigurations") stored += given[2].length;
        if (stored >= ENOUGH) abort.abort(new Error("stopped"));
        return done;
      },
    };
    await expect(extract({ staging: stopping, signal: abort.signal })).rejects.toThrow("stopped");
    const asked = () => sandbox.requests.byPattern["GET /service/tickets/{id}/configurations"] ?? 0;
    const before = asked();
    await extract();
    const twice = before - stored;
    const undisturbed = await drill({ tickets: 900 });
    await undisturbed.extract();
    const calm = undisturbed.sandbox.requests.byPattern["GET /service/tickets/{id}/configurations"] ?? 0;
    expect(stored).toBeLessThan(32);
    expect(asked()).toBe(calm + twice);
  });

  it("is linked in a sample as in a full run: to the tickets that people work on", async () => {
    const { sandbox, staging, extract } = await drill({ tickets: 200 });
    const { tickets } = sandbox.tenant;
    const open = idsOf(tickets.filter(({ closedFlag, company }) => !closedFlag && company));
    const closed = idsOf(tickets.filter(({ closedFlag }) => closedFlag)).slice(0, 30);
    await extract({ onlyTickets: [...open, ...closed] });
    const linked = staging.all(MIGRATION, "ticketConfigurations").map(({ id }) => id);
    expect(linked.length).toBeGreaterThan(0);
    expect(open).toEqual(expect.arrayContaining(linked));
  });

  it("carries phase and number of a project ticket, and SLAs their calendar and time to plan", async () => {
    const { sandbox, staging, extract } = await drill();
    await extract();
    const [wanted] = sandbox.tenant.projectTickets;
    const found = await staging.load(MIGRATION, "ticket", [String(wanted?.id)]);
    expect(found.get(String(wanted?.id))).toMatchObject({ phase: { name: "Planning" }, wbsCode: "1.1" });
    const silver = staging.all(MIGRATION, "sla").find(({ name }) => name === "Silver");
    expect(silver).toMatchObject({ calendar: { name: "Business hours" } });
    expect(silver?.priorities[0]).toMatchObject({ respondHours: 0.75, planHours: 3, resolutionHours: 6 });
  });

  it("stages none of the passwords among the answers", async () => {
    const { sandbox, staging, extract } = await drill({ tickets: 60 });
    await extract();
    const secrets = sandbox.tenant.plantedSecrets.filter((secret) => secret.includes("-configuration-"));
    expect(secrets.length).toBeGreaterThan(3);
    const dump = staging.dump();
    expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
    expect(dump).not.toContain("administrator password");
  });

  it("is left out and named where its right is missing, and the tickets come", async () => {
    const { sandbox, staging, extract, exceptions } = await drill({
      rights: { Configurations: "None", Agreements: "None" },
    });
    await extract();
    expect(exceptions.map(({ code, source }) => [code, source.type, source.id])).toEqual([
      ["source_unreadable", "agreement", "*"],
      ["source_unreadable", "configuration", "*"],
    ]);
    expect(linesOf(exceptions)[0]).toContain("inquire level All");
    expect(staging.all(MIGRATION, "ticket").length).toBeGreaterThanOrEqual(sandbox.tenant.tickets.length);
    expect(await staging.count(MIGRATION, "project")).toBe(sandbox.tenant.projects.length);
  });

  it("is marked as deleted once it is gone from ConnectWise", async () => {
    const { sandbox, staging, extract, exceptions } = await drill();
    await extract();
    const [gone] = sandbox.tenant.configurations.splice(3, 1);
    await extract();
    expect(idsOf(staging.all(MIGRATION, "configuration"))).not.toContain(String(gone?.id));
    expect(await staging.count(MIGRATION, "configuration")).toBe(sandbox.tenant.configurations.length);
    expect(exceptions).toEqual([]);
  });
});
