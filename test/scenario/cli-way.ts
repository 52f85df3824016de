// The whole way of an operator by the command line as a program of its own, on either database.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeTestDatabase } from "../support/database.ts";
import { type CliWorld, startCliWorld } from "./cli-program.ts";
import { checkAgainstTenant } from "./cli-tenant-check.ts";
import { expectSentence } from "./expect-sentence.ts";

/** PostgreSQL's; the embedded one needs nothing beforehand. */
const ownDatabase = async (kind: "pglite" | "postgres") =>
  kind === "postgres" ? makeTestDatabase("postgres") : undefined;

export function describeWholeWay(database: "pglite" | "postgres"): void {
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
    expect(report.delta.changes).toMatchObject([{ ticketId: String(ticket.id), kind: "changed", notes: 1 }]);
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

  it("says where it stands without asking either system", async () => {
    const asked = () => world.intercom.requests + world.connectwise.requests.total;
    const before = asked();
    expect(await world.json("status")).toMatchObject({ survey: true, exceptions: 0, plan: { hash } });
    expect(asked()).toBe(before);
  });

  it("rolls everything back to the letter", async () => {
    expect(await world.json("rollback")).toMatchObject({ kept: [] });
    expect(world.intercom.stateHash()).toBe(before);
    const { runs } = await world.json("status");
    const { phases } = runs.find((run: { kind: string }) => run.kind === "rollback").progress;
    expect(phases.rollback.done).toBe(phases.rollback.total);
  });
}
