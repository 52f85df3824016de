// The whole way from a folder of exports at the command line: survey, propose, plan, apply, verify, and a delta.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { exportTenant } from "../../sandbox/export/export-tenant.ts";
import { startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { runCommandLine } from "../../src/cli/program.ts";
import { openOperator } from "../../src/engine/index.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { print } from "../../src/words/en/telling.ts";
import { TENANT_NOW } from "../support/connectwise-drill.ts";

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

it("moves sixty tickets out of CSV files, verified without a discrepancy", { timeout: 240_000 }, async () => {
  const here = await mkdtemp(join(tmpdir(), "cutover-csv-cli-"));
  ended.push(() => rm(here, { recursive: true }));
  const tenant = makeTenant({ seed: 7, now: TENANT_NOW, tickets: 60, companies: 8, contacts: 30 });
  await exportTenant(tenant, join(here, "export"), { dates: "dmy", separator: ";", lists: true });
  const intercom = await startIntercom({
    teams: tenant.boards.map(({ name }) => ({ name })),
    ratePerWindow: 1_000_000,
    workspaceRatePerWindow: 1_000_000,
    conversationThrottle: false,
  });
  ended.push(() => intercom.stop());
  const file = join(here, "migration.json");
  const write = (csv: object) =>
    writeFile(
      file,
      JSON.stringify({
        source: { csv: { directory: "export", ...csv } },
        destination: { intercom: { url: intercom.url, token: "env:TOKEN" } },
      }),
    );
  const run = async (...argv: string[]) => {
    const said = { out: "", error: "" };
    const code = await runCommandLine([...argv, file, "--json"], {
      env: { TOKEN: intercom.token },
      streams: {
        out: (text: string) => {
          said.out += text;
        },
        error: (text: string) => {
          said.error += text;
        },
        terminal: false,
      },
      actor: { team: "local", user: "operator" },
      async withOperator(use) {
        const { operator, close } = await openOperator({
          dataDirectory: join(here, "data"),
          print,
          proposer: makeOfflineProposer(),
          log: SILENT,
          program: "test",
          searchLagMs: 40,
        });
        try {
          return await use(operator);
        } finally {
          await close();
        }
      },
    });
    return { code, error: said.error, result: said.out === "" ? undefined : JSON.parse(said.out) };
  };

  await write({});
  const asked = await run("survey");
  expect(asked.code).toBe(2);
  expect(asked.error).toMatch(/Day and month can't be told apart in dates such as .* line \d+/);

  await write({ dateOrder: "dmy" });
  const survey = await run("survey");
  expect(survey.code).toBe(0);
  const { counts, warnings } = survey.result;
  expect(counts.ticket).toBe(new Set([...tenant.tickets, ...tenant.projectTickets].map(({ id }) => id)).size);
  expect(warnings.join("\n")).toContain("tickets.csv holds the tickets (UTF-8, divided by semicolons)");
  expect(warnings.join("\n")).toContain("Dates without a zone are read as UTC");
  expect((await run("propose")).code).toBe(0);
  const map = JSON.parse(await readFile(join(here, "map.json"), "utf8"));
  expect(map.fields.map(({ source }: { source: string }) => source)).toContain(
    "customFields.vendor-ticket-number",
  );
  const plan = await run("plan");
  expect(plan.result.teamsToCreate).toEqual([]);
  const applied = await run("apply", "--plan", plan.result.hash);
  expect({ code: applied.code, exceptions: applied.result.exceptions }).toEqual({ code: 0, exceptions: [] });
  expect(intercom.state.conversations.size).toBe(counts.ticket);
  const verified = await run("verify");
  expect(verified.result.discrepancies).toEqual([]);
  expect(verified.code).toBe(0);
  expect((await run("delta")).result.writes).toBe(0);
});
