// What is not migrated, as files: read from the stand-ins of ConnectWise and Automate over HTTP.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startAutomate } from "../../sandbox/connectwise/automate/start-automate.ts";
import type { ConnectWiseOptions } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { Faults } from "../../sandbox/http/faults.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import type { SourceCredentials } from "../../src/engine/model/migration.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { exportWorkflows } from "../../src/engine/use-cases/verify/export-workflows.ts";
import { TENANT_NOW, UNPACED } from "../support/connectwise-drill.ts";
import { print, refusalIn } from "../support/in-words.ts";

const SECRET = "Hunter2-never-stored";
let directory: string;
const stops: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-export-"));
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await rm(directory, { recursive: true, force: true });
});

function aTenant() {
  const tenant = makeTenant({ seed: 7, now: TENANT_NOW, tickets: 80, companies: 12, contacts: 60 });
  const [first] = tenant.workflowActions;
  const told = {
    ...first,
    id: 9999,
    eventId: first?.eventId ?? 0,
    notifyType: { id: 9, name: "Web | Call <b>" },
    notes: `Calls https://api:${SECRET}@hooks.example/x with password: ${SECRET}`,
    apiToken: { id: 1, name: SECRET },
    boardStatus: { id: 107, name: ">Closed" },
  };
  return { ...tenant, workflowActions: [...tenant.workflowActions, told] };
}

async function run(
  options: Partial<ConnectWiseOptions> & { readonly automate?: Parameters<typeof startAutomate>[0] } = {},
  into = directory,
) {
  const { automate: automateOptions, ...rest } = options;
  const sandbox = await startConnectWise({ tenant: aTenant(), ...rest });
  stops.push(() => sandbox.stop());
  const automate = automateOptions && (await startAutomate({ scripts: 260, ...automateOptions }));
  if (automate) stops.push(() => automate.stop());
  const credentials: NonNullable<SourceCredentials["connectwise"]> = {
    url: sandbox.url,
    ...sandbox.credentials,
    ...(automate
      ? { automate: { url: automate.url, user: "cutover-reader", password: "Automate-Login-7f3" } }
      : {}),
  };
  const deps = {
    clock: () => TENANT_NOW,
    print,
    connectors: { source: () => createConnectWiseSource(credentials, UNPACED) },
    store: { connections: { load: async () => ({ credentials: { source: { connectwise: credentials } } }) } },
  } as unknown as Dependencies;
  const report = await exportWorkflows(deps, "m1", into);
  return { report, sandbox, automate, credentials };
}

const text = (name: string) => readFile(join(directory, name), "utf8");
const rows = async (name: string): Promise<readonly Record<string, string>[]> =>
  parse(await text(name), { columns: true, bom: true });

describe("the export of what is not migrated", () => {
  it("writes every workflow rule with events, conditions and actions as data", async () => {
    const { report, sandbox } = await run();
    const { tenant } = sandbox;
    const { workflows } = JSON.parse(await text("workflows.json"));
    expect(report.workflows).toBe(tenant.workflows.length);
    expect(workflows).toHaveLength(tenant.workflows.length);
    expect(workflows[2]).toMatchObject({
      name: "Remind client",
      active: true,
      board: "Help Desk",
      table: "Service Ticket",
      schedule: "every 15 Minutes",
      events: [
        {
          condition: "Status has been: Waiting on Client for 2 days",
          frequency: "at most 1 times, every 1 Hours, Once",
          actions: [
            {
              kind: "Email",
              to: "Contact",
              subject: "We are waiting for your answer on [ticketnumber]",
            },
          ],
        },
      ],
      triggers: [{ name: "Status", description: "Ticket status" }],
    });
    expect(report.warnings).toEqual([]);
    expect(sandbox.requests.writes).toBe(0);
  });

  it("writes a guide that says when, then, and what to rebuild it with, and escapes what people typed", async () => {
    await run();
    const guide = await text("workflows.md");
    expect(guide).toContain("**Nothing of this was migrated**");
    expect(guide).toContain("## Escalate breached SLA (switched off)");
    expect(guide).toContain("**When**: Status has been: Waiting on Client for 2 days");
    expect(guide).toContain("Customer has been unresponsive");
    expect(guide).toContain("leave the script in the RMM");
    expect(guide).toContain("Web \\| Call \\<b\\>");
    expect(guide).not.toMatch(/<b>/);
    expect(guide).toContain("Automate was not connected");
  });

  it("writes SLAs with hours per priority, calendar, and the boards that use them", async () => {
    const { sandbox } = await run();
    const guide = await text("slas.md");
    expect(guide).toContain("## Gold 24x7");
    expect(guide).toContain("| Priority 1 - Critical | 0.5 h | 2 h | 4 h |");
    expect(guide).toContain("business hours of the calendar Business hours");
    expect(guide).toContain("Monday 08:00-17:00");
    expect(guide).toContain("2026-12-25 Christmas Day");
    const { slaUse } = JSON.parse(await text("slas.json"));
    const gold = sandbox.tenant.tickets.filter(
      ({ board, sla }) => board.id === 1 && (sla as { id: number })?.id === 2,
    );
    expect(gold.length).toBeGreaterThan(0);
    expect(slaUse).toContainEqual({ boardId: "1", slaId: "2", tickets: gold.length });
  });

  it("writes hierarchies, amounts and project billing as tables that come back whole", async () => {
    const { report, sandbox } = await run();
    const { tenant } = sandbox;
    const configurations = await rows("configurations.csv");
    expect(configurations).toHaveLength(tenant.configurations.length);
    const children = tenant.configurations.filter(({ parentConfigurationId }) => parentConfigurationId);
    expect(configurations.filter((row) => row["Parent configuration ID"] !== "")).toHaveLength(
      children.length,
    );
    expect((await rows("agreements.csv"))[0]).toMatchObject({
      Amount: String(tenant.agreements[0]?.billAmount),
      SLA: "Break-fix",
    });
    expect(await rows("agreement-additions.csv")).toHaveLength(tenant.additions.length);
    expect((await rows("projects.csv"))[0]).toMatchObject({
      "Billing method": "FixedFee",
      "Billing amount": "4800",
    });
    const phases = await rows("project-phases.csv");
    expect(phases.filter((row) => row.Milestone === "true")).toHaveLength(tenant.projects.length);
    expect(report.files.map(({ name }) => name).sort()).toEqual((await readdir(directory)).sort());
  });

  it("keeps every secret out of every file", async () => {
    const { sandbox, automate } = await run({ automate: {} });
    const all = (await Promise.all((await readdir(directory)).map(text))).join("\n");
    const secrets = [
      ...sandbox.tenant.plantedSecrets,
      ...(automate?.plantedSecrets ?? []),
      SECRET,
      "Automate-Login",
    ];
    expect(automate?.plantedSecrets.length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    expect(all).toContain("hooks.example");
  });
});

describe("Automate's scripts", () => {
  it("come with folder, comments and parameters, over all pages", async () => {
    const { report } = await run({ automate: {} });
    const { scripts } = JSON.parse(await text("workflows.json"));
    expect(report.scripts).toBe(260);
    expect(scripts[0]).toEqual({
      id: "812",
      name: "Backup - restart VSS writers",
      folder: "Maintenance / Backups",
      comments: "Restarts the VSS writers and tries the backup again.",
      parameters: ["Retries"],
    });
    expect(scripts[2].parameters).toEqual(["Domain", "JoinUser", "JoinPassword"]);
    expect(await text("workflows.md")).toContain("| Disk cleanup (813) | Maintenance | Days |  |");
  });

  it.each([
    ["another password", { password: "changed" }, /refuses the login \(status 401\)/],
    ["no right to scripts", { maySeeScripts: false }, /refuses ScriptFolders \(status 403\)/],
  ])("are named as missing with %s, and everything else is written", async (_what, automate, sentence) => {
    const { report } = await run({ automate });
    expect(report.scripts).toBe(0);
    const { warnings } = print(report);
    expect(warnings).toEqual([expect.stringMatching(sentence)]);
    expect(warnings[0]).not.toContain("Automate-Login-7f3");
    expect(report.workflows).toBe(5);
    expect(await rows("projects.csv")).not.toEqual([]);
  });
});

describe("an export in bad weather", () => {
  it("writes the same files in spite of 429s and time-outs", async () => {
    await run();
    const calm = await Promise.all((await readdir(directory)).sort().map(text));
    const faults = new Faults();
    faults.inject({ kind: "status", status: 429, headers: { "Retry-After": "0" }, rate: 0.15 });
    faults.inject({ kind: "status", status: 500, body: { message: "Timeout" }, rate: 0.15 });
    await run({ faults });
    expect(faults.hits.status).toBeGreaterThan(5);
    expect(await Promise.all((await readdir(directory)).sort().map(text))).toEqual(calm);
  });
});

describe("what can't be exported", () => {
  it("is named part by part where a right is missing", async () => {
    const { report } = await run({ rights: { "Table Setup": "None", Agreements: "None" } });
    expect(print(report).warnings.map((warning) => warning.split(" could not")[0])).toEqual([
      "Workflows",
      "The agreements",
    ]);
    expect(await rows("agreements.csv")).toEqual([]);
    expect(await rows("projects.csv")).not.toEqual([]);
  });

  it("is refused in a sentence when the folder can't be written to", async () => {
    await writeFile(join(directory, "taken"), "");
    const { remedy } = await refusalIn(run({}, join(directory, "taken")));
    expect(remedy).toContain("--out");
  });
});
