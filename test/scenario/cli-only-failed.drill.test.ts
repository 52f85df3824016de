// `apply --only-failed`: what did not make it is tried again alone, as an operator does once the reason is gone.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type CliWorld, startCliWorld } from "./cli-program.ts";

let world: CliWorld;
beforeAll(async () => {
  world = await startCliWorld({ tickets: 20, contacts: 10, companies: 3, teams: "all" });
});
afterAll(() => world.stop());

const again = (hash: string) => ["apply", world.file, "--plan", hash, "--only-failed"];

it("tries the exceptions of a run again, and nothing else", async () => {
  const { faults } = world.intercom;
  await world.json("propose");
  const { hash } = await world.json("plan");
  const body = { type: "error.list", errors: [{ code: "parameter_invalid", message: "Refused" }] };
  const answer = { kind: "status", status: 400, body, headers: { "x-request-id": "req-7" } } as const;
  // A workspace that refuses the canary's conversation stops the run: it is let through.
  const creations = { method: "POST", path: "^/conversations$", unless: "canary", times: 3 };
  const heal = faults.inject({ ...answer, ...creations });
  const first = await world.json("apply", { more: ["--plan", hash], code: 1 });
  heal();
  expect(first.exceptions).toHaveLength(3);
  for (const one of first.exceptions)
    expect(one).toMatchObject({
      ...{ source: { type: "ticket" }, code: "parameter_invalid", requestId: "req-7" },
      ...{ message: expect.stringContaining("Refused"), remedy: expect.stringMatching(/\w/) },
    });

  const other = await world.run(again("0".repeat(64)));
  expect(other).toMatchObject({ code: 3, out: "" });
  expect(other.error).toMatch(/not the current plan/);

  // A customer's answer meanwhile is a delta's business.
  const failed = new Set(first.exceptions.map((one: { source: { id: string } }) => one.source.id));
  const { tenant } = world.connectwise;
  const open = tenant.tickets.find((one) => one.contact && !failed.has(String(one.id)));
  if (open === undefined) throw new Error("The tenant has no other ticket.");
  tenant.addNote(open.id, { text: "An answer in between.", by: "contact" });
  const texts = () => JSON.stringify([...world.intercom.state.conversations.values()]);

  const conversations = world.intercom.state.conversations.size;
  const retried = await world.json("apply", { more: ["--plan", hash, "--only-failed"] });
  expect(retried).toMatchObject({ exceptions: [], run: { kind: "delta", scope: { kind: "failed" } } });
  expect(world.intercom.state.conversations.size).toBe(conversations + 3);
  expect(texts()).not.toContain("An answer in between.");
}, 180_000);
