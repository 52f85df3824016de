// The command line as a program of its own: the whole way of an operator, and what it says to bad input.
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeTestDatabase, postgresAnswers } from "../support/database.ts";
import { type CliWorld, type Ended, startCliWorld } from "./cli-program.ts";
import { checkAgainstTenant } from "./cli-tenant-check.ts";

/** PostgreSQL's; the embedded one needs nothing beforehand. */
const ownDatabase = async (kind: "pglite" | "postgres") =>
  kind === "postgres" ? makeTestDatabase("postgres") : undefined;
const databases = postgresAnswers ? (["pglite", "postgres"] as const) : (["pglite"] as const);

/** A sentence that says what to do, and nothing that only a programmer reads. */
function expectSentence(ended: Ended, code: number, says: RegExp): void {
  expect(ended.error).toMatch(says);
  expect(ended).toMatchObject({ code, out: "" });
  expect(ended.error).not.toMatch(/\n\s+at |node:internal|Error:|undefined/);
  expect(ended.error.trim().split("\n").length).toBeGreaterThan(1);
}

describe.each(databases)("the whole way on %s", (database) => {
  let world: CliWorld;
  let hash: string;
  let before: string;
  beforeAll(async () => {
    world = await startCliWorld({ database: await ownDatabase(database), tickets: 100 });
  });
  afterAll(() => world.stop());
  const apply = (plan: string) => world.run(["apply", world.file, "--json", "--plan", plan]);

  it("surveys, and proposes a map into the file that FILE names", async () => {
    const survey = await world.json("survey");
    expect(survey.counts.ticket).toBe(
      world.connectwise.tenant.tickets.length + world.connectwise.tenant.projectTickets.length - 2,
    );
    expect(survey.grade.overall).toMatch(/^[A-F]$/);
    await world.json("propose");
    expect(JSON.parse(await readFile(join(world.directory, "map.json"), "utf8"))).toHaveProperty("boards");
    expect(world.writes()).toBe(0);
  });

  it("plans: a hash, and the teams that people must create; nothing is written", async () => {
    const plan = await world.json("plan");
    hash = plan.hash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(plan.teamsToCreate).toHaveLength(2);
    expect(plan.objects.conversation.create).toBeGreaterThan(100);
    expect(world.writes()).toBe(0);
  });

  it("refuses to apply while teams are missing, and any other hash", async () => {
    expectSentence(await apply(hash), 3, /teams don't exist in Intercom yet: .*Create them in Intercom/s);
    world.createTeams();
    expectSentence(await apply("0".repeat(64)), 3, /not the current plan.*approve the new one/s);
    expect(world.writes()).toBe(0);
  });

  it("applies: every ticket once, each note at its original time and by its author, in silence", async () => {
    before = world.intercom.stateHash();
    const report = await world.json("apply", { more: ["--plan", hash] });
    expect(report.run.state).toBe("done");
    const check = checkAgainstTenant(world.connectwise.tenant, world.intercom);
    expect(check.problems).toEqual([]);
    expect(check.notes).toBeGreaterThan(100);
    expect(world.intercom.notificationsSent).toBe(0);
    expect(world.intercom.rateLimited).toBe(0);
  });

  it("applies a second time without a single write", async () => {
    const writes = world.writes();
    expect(await world.json("apply", { more: ["--plan", hash] })).toMatchObject({
      writes: 0,
      exceptions: [],
    });
    expect(world.writes()).toBe(writes);
  });

  it("writes what changed since, and nothing else, in a delta", async () => {
    const ticket = world.connectwise.tenant.tickets.find(
      (one) => !one.closedFlag && one.contact !== undefined,
    );
    if (ticket === undefined) throw new Error("the tenant has no open ticket");
    world.connectwise.tenant.addNote(ticket.id, { text: "The new dock arrived and works.", by: "contact" });
    const report = await world.json("delta");
    expect(report.writes).toBeGreaterThan(0);
    expect(report.writes).toBeLessThan(6);
    const told = [...world.intercom.state.conversations.values()].filter((one) =>
      one.parts.some((part) => part.body?.includes("The new dock arrived")),
    );
    expect(told.map((one) => one.custom_attributes.Source_Ticket_ID__c)).toEqual([String(ticket.id)]);
  });

  it("verifies without writing, and names what somebody spoiled by record and field", async () => {
    const writes = world.writes();
    expect(await world.json("verify")).toMatchObject({ discrepancies: [], exceptions: [] });
    const [conversation] = world.intercom.state.conversations.values();
    if (conversation === undefined) throw new Error("there is no conversation");
    const { title } = conversation;
    conversation.title = "Spoiled by hand";
    const certificate = await world.json("verify", { code: 1 });
    expect(certificate.discrepancies).toMatchObject([
      {
        source: { type: "ticket", id: conversation.custom_attributes.Source_Ticket_ID__c },
        field: "title",
        observed: "Spoiled by hand",
      },
    ]);
    conversation.title = title;
    expect(world.writes()).toBe(writes);
  });

  it("says where it stands, and rolls everything back to the letter", async () => {
    expect(await world.json("status")).toMatchObject({ survey: true, exceptions: 0, plan: { hash } });
    expect(await world.json("rollback")).toMatchObject({ kept: [] });
    expect(world.intercom.stateHash()).toBe(before);
    const { runs } = await world.json("status");
    const { phases } = runs.find((run: { kind: string }) => run.kind === "rollback").progress;
    expect(phases.rollback.done).toBe(phases.rollback.total);
  });
});

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
    expectSentence(ended, 2, /has no teammates.*Invite your technicians/s);
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
    const first = world.start(["status", world.file]);
    // It has the directory once it asks Intercom.
    await expect.poll(() => faults.hits.latency, { timeout: 20_000 }).toBe(1);
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
