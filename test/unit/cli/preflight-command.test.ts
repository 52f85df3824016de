// `cutover preflight`: one line or object a check with its sentence, exit 2 when one failed, and no map needed.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../../src/cli/program.ts";
import type { CheckReport, Preflight } from "../../../src/engine/model/preflight.ts";
import type { Operator } from "../../../src/engine/operator.ts";

const PASSED: CheckReport = {
  ...{ name: "source-rights", system: "connectwise", result: "passed" },
  finding: { code: "rights_enough" },
};
const WARNING: CheckReport = {
  ...{ name: "quota", system: "intercom", result: "warning" },
  finding: { code: "quota_busy", args: { share: 0.3 } },
};
const FAILED: CheckReport = {
  ...{ name: "seats", system: "intercom", result: "failed" },
  finding: { code: "nobody_can_act" },
};

describe("cutover preflight", () => {
  let directory: string;
  let file: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "cutover-preflight-"));
    file = join(directory, "move.json");
    const intercom = { url: "http://127.0.0.1:1", token: "t" };
    await writeFile(
      file,
      JSON.stringify({ source: { csv: { directory } }, destination: { intercom }, map: "map.json" }),
    );
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  async function run(checks: readonly CheckReport[], ...flags: readonly string[]) {
    let out = "";
    const seen: unknown[] = [];
    const operator = {
      async preflight(_credentials: unknown, _actor: unknown, map: unknown): Promise<Preflight> {
        seen.push(map);
        return { at: "2026-11-29T12:00:00.000Z", checks };
      },
    } as Partial<Operator> as Operator;
    const code = await runCommandLine(["preflight", file, ...flags], {
      ...{ env: {}, actor: { team: "local", user: "op" }, withOperator: (use) => use(operator) },
      streams: {
        out: (text) => {
          out += text;
        },
        error: () => undefined,
        terminal: false,
      },
    });
    return { code, out, seen };
  }

  it.each([
    [[PASSED], 0],
    [[PASSED, WARNING], 0],
    [[PASSED, WARNING, FAILED], 2],
  ])("exits by the worst of its checks", async (checks, exit) => {
    expect((await run(checks)).code).toBe(exit);
  });

  it("prints each check with why and what to do, as JSON too", async () => {
    const { out } = await run([PASSED, FAILED], "--json");
    const { checks } = JSON.parse(out) as { checks: Record<string, string>[] };
    expect(checks.map((one) => Object.keys(one))).toEqual(
      Array.from({ length: 2 }, () => ["name", "system", "result", "why", "remedy"]),
    );
    expect(checks[1]).toMatchObject({ name: "seats", system: "intercom", result: "failed" });
    expect(checks[1]?.why).toContain("inbox seat");
    const lines = (await run([PASSED, WARNING, FAILED])).out;
    expect(lines).toContain("Only 30 % of Intercom's quota is free");
    expect(lines).toContain("3 checks: 1 failed, 1 warning");
  });

  it("asks without a map before one was proposed, and with it afterwards", async () => {
    expect((await run([PASSED])).seen).toEqual([undefined]);
    await writeFile(join(directory, "map.json"), '{"version":1}');
    expect((await run([PASSED])).seen).toEqual([{ version: 1 }]);
  });
});
