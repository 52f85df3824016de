// The command line as a program of its own: what it says to bad input.
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CliWorld, startCliWorld } from "./cli-program.ts";
import { expectSentence } from "./expect-sentence.ts";

describe("bad input", () => {
  let world: CliWorld;
  beforeAll(async () => {
    world = await startCliWorld({ tickets: 10, contacts: 10, companies: 3 });
  });
  afterAll(() => world.stop());
  const changed = async (name: string, change: (document: CliWorld["document"]) => unknown) =>
    world.run(["survey", await world.writeFile(name, change(world.document))]);

  it("an unknown command, and none of FILE's path", async () => {
    const unknown = await world.run(["migrate", world.file]);
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.error).toMatch(/unknown command 'migrate'/);
    const bare = await world.run(["plan"]);
    expect(bare).toMatchObject({ code: 2, out: "" });
    expect(bare.error).toMatch(/missing required argument 'file'/);
    const noHash = await world.run(["apply", world.file]);
    expect(noHash).toMatchObject({ code: 2, out: "" });
    expect(noHash.error).toMatch(/--plan <hash>/);
  });

  it("a file that is missing, no JSON, or of another shape", async () => {
    expectSentence(
      await world.run(["survey", join(world.directory, "none.json")]),
      2,
      /There is no such file/,
    );
    expectSentence(
      await world.run(["survey", await world.writeFile("broken.json", "{ no")]),
      2,
      /It is not JSON/,
    );
    const shape = await changed("shape.json", ({ source }) => ({ source, destination: { intercom: {} } }));
    expectSentence(shape, 2, /"destination\.intercom\.url"/);
    expect(shape.error).not.toContain(world.connectwise.credentials.privateKey);
  });

  it("a variable that is not set", async () => {
    const ended = await world.run(["survey", world.file], { CLI_TEST_INTERCOM_TOKEN: undefined });
    expectSentence(
      ended,
      2,
      /"destination\.intercom\.token" is read from the variable CLI_TEST_INTERCOM_TOKEN/,
    );
  });

  it("a token or keys that the systems refuse", async () => {
    const token = await world.run(["survey", world.file], { CLI_TEST_INTERCOM_TOKEN: "wrong-token" });
    expectSentence(token, 2, /Intercom/);
    expect(token.error).not.toContain("wrong-token");
    const keys = await changed("keys.json", (document) => ({
      ...document,
      source: { connectwise: { ...document.source.connectwise, privateKey: "wrong-key" } },
    }));
    expectSentence(keys, 2, /ConnectWise/);
    expect(keys.error).not.toContain("wrong-key");
  });

  it("a workspace without teammates", async () => {
    const body = { type: "admin.list", admins: [] };
    const heal = world.intercom.faults.inject({ kind: "status", status: 200, path: "^/admins$", body });
    const ended = await world.run(["survey", world.file]);
    heal();
    expectSentence(ended, 2, /has no teammate with an inbox seat.*Invite your technicians/s);
  });

  it("steps out of order: no map, no plan, no run", async () => {
    expectSentence(
      await world.run(["plan", world.file]),
      2,
      /map\.json can't be used\. There is no such file/,
    );
    await world.json("propose");
    const unplanned = await world.run(["apply", world.file, "--plan", "0".repeat(64)]);
    expectSentence(unplanned, 2, /There is no plan yet/);
    expectSentence(await world.run(["delta", world.file]), 3, /no finished full run/);
    const { map } = world.document;
    const document = JSON.parse(await readFile(join(world.directory, map), "utf8"));
    await world.writeFile(map, { ...document, fields: "none" });
    expectSentence(await world.run(["plan", world.file]), 2, /field map can't be used/);
  });

  it("a database that is down when it starts", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const url = `postgres://someone:hidden@127.0.0.1:${port}/cutover`;
    const ended = await world.run(["status", world.file], { DATABASE_URL: url });
    expectSentence(ended, 2, /can't be reached.*Start PostgreSQL or correct DATABASE_URL/s);
    expect(ended.error).not.toContain("hidden");
  });

  it("a second program on the same data directory: it says who has it, until that one is dead", async () => {
    const { faults } = world.intercom;
    faults.inject({ kind: "latency", latencyMs: 20_000, path: "^/me$", times: 1 });
    const first = world.start(["survey", world.file]);
    // It has the directory once it asks Intercom.
    await expect.poll(() => faults.hits.latency, { timeout: 150_000 }).toBe(1);
    const second = await world.run(["status", world.file]);
    expectSentence(
      second,
      2,
      new RegExp(`in use by process ${first.child.pid} .*Stop that program first`, "s"),
    );
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await world.run(["status", world.file])).toMatchObject({ code: 0, error: "" });
  });
});
