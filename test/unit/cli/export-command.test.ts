// `export-workflows FILE`: where it writes, what it prints, how it exits.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../src/cli/program.ts";
import type { Credentials } from "../../../src/engine/model/migration.ts";
import type { ExportReport, Operator } from "../../../src/engine/operator.ts";
import { told } from "../../support/in-words.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-cli-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const CONNECTWISE = {
  url: "https://api-na.myconnectwise.net",
  company: "acme",
  publicKey: "pub",
  privateKey: "env:CW_PRIVATE",
  clientId: "client",
};

async function run(connectwise: object, args: readonly string[], warnings: readonly string[] = []) {
  const file = join(directory, "move.json");
  const destination = { intercom: { url: "https://api.intercom.io", token: "t" } };
  await writeFile(file, JSON.stringify({ source: { connectwise }, destination }));
  const seen: { credentials?: Credentials; directory?: string } = {};
  const operator = {
    open: async (credentials: Credentials) => {
      seen.credentials = credentials;
      return { migrationId: "m1" };
    },
    exportWorkflows: async (_id: string, into: string): Promise<ExportReport> => {
      seen.directory = into;
      const files = [{ name: "workflows.md", rows: 5 }];
      return { directory: into, files, workflows: 5, scripts: 2, warnings: warnings.map(told) };
    },
  } as unknown as Operator;
  let out = "";
  let error = "";
  const code = await runCommandLine(["export-workflows", file, ...args], {
    env: { CW_PRIVATE: "private", CWA_PASSWORD: "automate-password" },
    actor: { team: "local", user: "op" },
    streams: {
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
      terminal: false,
    },
    withOperator: (use) => use(operator),
  });
  return { code, out, error, seen };
}

describe("export-workflows", () => {
  it("writes beside FILE and says what it wrote and that nothing was migrated", async () => {
    const { code, out, seen } = await run(CONNECTWISE, []);
    expect(code).toBe(0);
    expect(seen.directory).toBe(directory);
    expect(out).toContain("5 workflow rules and 2 Automate scripts: not migrated");
    expect(out).toContain("workflows.md: 5");
    expect(seen.credentials?.source.connectwise).not.toHaveProperty("automate");
  });

  it("writes where --out says, prints JSON, and exits 1 with what could not be read", async () => {
    const { code, out, seen } = await run(
      CONNECTWISE,
      ["--out", join(directory, "x"), "--json"],
      ["No right."],
    );
    expect(code).toBe(1);
    expect(seen.directory).toBe(join(directory, "x"));
    expect(JSON.parse(out)).toMatchObject({ workflows: 5, warnings: ["No right."] });
  });

  it("takes Automate's login from FILE, its password from the environment", async () => {
    const automate = { url: "https://rmm.acme.example", user: "reader", password: "env:CWA_PASSWORD" };
    const { code, seen } = await run({ ...CONNECTWISE, automate }, []);
    expect(code).toBe(0);
    expect(seen.credentials?.source.connectwise?.automate).toEqual({
      ...automate,
      password: "automate-password",
    });
  });

  it("refuses half a login of Automate's without showing it", async () => {
    const { code, error } = await run(
      { ...CONNECTWISE, automate: { user: "reader", password: "p4ssw0rd" } },
      [],
    );
    expect(code).toBe(2);
    expect(error).not.toContain("p4ssw0rd");
  });
});
