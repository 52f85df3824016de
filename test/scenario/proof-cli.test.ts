// What an operator does with proofs: a whole small migration, its certificate and log as files, checked and tampered with.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { runCommandLine } from "../../src/cli/program.ts";
import { openEngine, openOperator } from "../../src/engine/index.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { makeProposer } from "../../src/llm/proposer.ts";
import { print } from "../../src/words/en/telling.ts";

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dataOf = (directory: string) => ({
  dataDirectory: join(directory, "data"),
  secretKey: new Secret("a key for tests, thirty-two bytes"),
  print,
  proposer: makeProposer({ offline: makeOfflineProposer() }),
  ...{ log: quiet, program: "a test", searchLagMs: 40 },
});

let directory: string;
let stop: () => Promise<void>;
let intercom: Awaited<ReturnType<typeof startIntercom>>;
const at = (name: string) => join(directory, name);

/** Runs one command line; `offline` fails when the command opens a database. */
async function cutover(
  args: readonly string[],
  offline = false,
): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ["", ""];
  const code = await runCommandLine(args, {
    env: {},
    actor: { team: "local", user: "tester" },
    streams: {
      out: (text) => {
        out += text;
      },
      error: (text) => {
        error += text;
      },
      terminal: false,
    },
    withOperator: async (use) => {
      if (offline) throw new Error("The command opened a database.");
      const open = await openOperator(dataOf(directory));
      try {
        return await use(open.operator);
      } finally {
        await open.close();
      }
    },
  });
  return { code, out, error };
}

const readJson = async (name: string) => JSON.parse(await readFile(at(name), "utf8"));

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-proof-"));
  const tenant = makeTenant({ seed: 7, now: new Date(), tickets: 25, contacts: 15, companies: 4 });
  const connectwise = await startConnectWise({ tenant });
  intercom = await startIntercom({
    admins: [{ id: "9001", name: "Priya Raman", email: "priya@msp.example" }],
    teams: tenant.boards.map((board) => ({ name: board.name })),
    ...{ ratePerWindow: 1_000_000, workspaceRatePerWindow: 1_000_000, conversationThrottle: false },
  });
  stop = async () => {
    await connectwise.stop();
    await intercom.stop();
    await rm(directory, { recursive: true, force: true });
  };
  await writeFile(
    at("m.json"),
    JSON.stringify({
      source: { connectwise: { url: connectwise.url, ...connectwise.credentials } },
      destination: { intercom: { url: intercom.url, token: intercom.token } },
    }),
  );
  expect(await cutover(["propose", at("m.json")])).toMatchObject({ code: 0 });
  const plan = await cutover(["plan", at("m.json"), "--json"]);
  expect(plan).toMatchObject({ code: 0 });
  await writeFile(at("plan.json"), plan.out);
  const { hash } = await readJson("plan.json");
  const applied = await cutover(["apply", at("m.json"), "--plan", hash]);
  expect([0, 1]).toContain(applied.code);
  const verified = await cutover(["verify", at("m.json"), "--json"]);
  expect(JSON.parse(verified.out).discrepancies).toEqual([]);
}, 180_000);
afterAll(() => stop());

it("keeps the guides for what people rebuild, read while Intercom was read back", async () => {
  const open = await openEngine(dataOf(directory));
  try {
    const [migration] = await open.engine.listMigrations();
    const guides = await open.engine.rebuildGuides(migration?.id ?? "");
    expect(guides?.warnings).toEqual([]);
    expect(guides?.workflows.length).toBeGreaterThan(0);
    expect(guides?.hierarchies.configurations).toBeGreaterThan(0);
  } finally {
    await open.close();
  }
});

it("writes the certificate and the log, and both hold without a database, with the plan and the map beside them", async () => {
  expect(await cutover(["certificate", "export", at("m.json"), "--out", at("c.json")])).toMatchObject({
    code: 0,
  });
  expect(await cutover(["audit", "export", at("m.json"), "--out", at("audit.jsonl")])).toMatchObject({
    code: 0,
  });
  const key = (await cutover(["certificate", "key"])).out;
  await writeFile(at("key.pem"), key.slice(0, key.indexOf("Fingerprint")));
  const beside = ["--audit", at("audit.jsonl"), "--plan", at("plan.json"), "--map", at("map.json")];
  const verify = ["certificate", "verify", at("c.json"), ...beside, "--key", at("key.pem")];
  const check = await cutover(verify, true);
  expect(check.out).toContain("The certificate holds.");
  expect(check.code).toBe(0);
  expect(check.out.match(/^ok /gm)).toHaveLength(5);
  const audit = await cutover(["audit", "verify", at("audit.jsonl"), "--certificate", at("c.json")], true);
  expect(audit).toMatchObject({ code: 0 });
  const shown = await cutover(["certificate", "show", at("c.json")], true);
  const signed = await readJson("c.json");
  for (const words of [signed.proof.audit.hash, signed.certificate.planHash, signed.key.fingerprint]) {
    expect(shown.out).toContain(words);
  }
  expect(signed.proof.journal.operations).toBeGreaterThan(25);
  expect(signed.proof.coverage.readBack).toBe(signed.proof.coverage.expected);
});

it("refuses a changed certificate, a changed or shortened log, and a changed plan, and says which", async () => {
  const signed = await readJson("c.json");
  signed.certificate.fieldsCompared += 1;
  await writeFile(at("changed.json"), JSON.stringify(signed));
  const changed = await cutover(["certificate", "verify", at("changed.json")], true);
  expect(changed.code).toBe(3);
  expect(changed.out).toContain("FAIL certificate");

  const lines = (await readFile(at("audit.jsonl"), "utf8")).trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(4);
  for (const [name, tampered] of [
    ["gap", lines.toSpliced(1, 1)],
    ["edit", lines.with(1, (lines[1] ?? "").replace('"event":"', '"event":"x'))],
    ["cut", lines.slice(0, 2)],
  ] as const) {
    await writeFile(at(`${name}.jsonl`), `${tampered.join("\n")}\n`);
    const check = await cutover(
      ["certificate", "verify", at("c.json"), "--audit", at(`${name}.jsonl`)],
      true,
    );
    expect([name, check.code, check.out.includes("FAIL audit")]).toEqual([name, 3, true]);
    const alone = await cutover(["audit", "verify", at(`${name}.jsonl`)], true);
    // Without a certificate nobody can tell that the end is missing.
    expect([name, alone.code]).toEqual([name, name === "cut" ? 0 : 3]);
  }
  const plan = await readJson("plan.json");
  await writeFile(at("plan-changed.json"), JSON.stringify({ ...plan, operations: plan.operations + 1 }));
  const other = await cutover(
    ["certificate", "verify", at("c.json"), "--plan", at("plan-changed.json")],
    true,
  );
  expect(other.code).toBe(3);
  expect(other.out).toContain("FAIL plan");
});

it("says what is wrong with files that are none of ours", async () => {
  await writeFile(at("other.json"), "{}");
  expect(await cutover(["certificate", "verify", at("other.json")], true)).toMatchObject({ code: 2 });
  expect(await cutover(["audit", "verify", at("no-such-file")], true)).toMatchObject({ code: 2 });
});

it("keeps agents' replies as JSON and Markdown when everything is rolled back, and forgets on request", async () => {
  const link = await cutover(["report", at("m.json"), "work"]);
  expect(link.out).toMatch(/^\/r\/[\w-]+\.[\w-]{43}\n$/);
  const [conversation] = intercom.state.conversations.values();
  intercom.addAgentReply(conversation?.id ?? "", { body: "Written after the cutover" });
  expect((await cutover(["rollback", at("m.json"), "--insist"])).code).toBe(0);
  expect(intercom.state.conversations.size).toBe(0);
  expect(await cutover(["work", at("m.json"), "--out", at("work")])).toMatchObject({ code: 0 });
  expect(await readFile(at("work.md"), "utf8")).toContain("Written after the cutover");
  expect((await readJson("work.json")).conversations).toHaveLength(1);

  const forgotten = await cutover(["forget", at("m.json"), "--json"]);
  expect(forgotten.code).toBe(0);
  expect(JSON.parse(forgotten.out).records).toBeGreaterThan(25);
  expect(JSON.parse(forgotten.out).credentials).toBe(2);
  expect(await cutover(["certificate", "export", at("m.json"), "--out", at("still.json")])).toMatchObject({
    code: 0,
  });
  expect(await cutover(["audit", "export", at("m.json"), "--out", at("still.jsonl")])).toMatchObject({
    code: 0,
  });
  const again = await cutover(["forget", at("m.json"), "--json"]);
  expect(JSON.parse(again.out)).toMatchObject({ records: 0, credentials: 0 });
  const log = await readFile(at("still.jsonl"), "utf8");
  expect(log).toContain('"forgotten"');
  expect(
    (await cutover(["certificate", "verify", at("still.json"), "--audit", at("still.jsonl")], true)).code,
  ).toBe(0);
});
