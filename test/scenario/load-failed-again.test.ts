// What did not make it is tried again alone: nothing else is looked at, and what makes it is struck out.
import { afterEach, expect, it } from "vitest";
import { explained, toldError } from "../support/in-words.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { makeLoadRecords } from "./load-records.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

const refused = { type: "error.list", errors: [{ code: "parameter_invalid", message: "Refused" }] };

/** A company, a contact of it and their tickets are refused, and one more ticket is. */
async function startWithFailures(): Promise<LoadDrill> {
  const started = await startLoadDrill({ tickets: 12, inMemory: true });
  drill = started;
  await started.provision();
  const { faults } = started.intercom;
  faults.inject({
    kind: "status",
    status: 400,
    body: refused,
    method: "POST",
    path: "^/companies$",
    times: 1,
  });
  faults.inject({
    kind: "status",
    status: 400,
    body: refused,
    method: "POST",
    path: "^/conversations$",
    times: 2,
  });
  await started.load();
  faults.clear();
  return started;
}

const open = async ({ exceptions, migrationId }: LoadDrill) =>
  (await exceptions.list(migrationId, "production", 100)).map(({ source }) => `${source.type} ${source.id}`);

it("loads the records with open exceptions, each once, and nothing else", async () => {
  const started = await startWithFailures();
  const failed = await open(started);
  expect(failed.length).toBeGreaterThan(2);
  expect(failed).toContain("company 5");
  // Something else changed meanwhile; that is a delta's business.
  const { companies, contacts, bundles } = makeLoadRecords(12);
  const untouched = bundles.find(({ ticket }) => !failed.includes(`ticket ${ticket.id}`));
  if (!untouched) throw new Error("Everything failed.");
  const changed = { ...untouched, ticket: { ...untouched.ticket, summary: "Another summary" } };
  await started.stage({ companies, contacts, bundles: [changed] });

  const before = started.writes();
  const result = await started.load({ scope: { kind: "failed" }, runId: "run-2" });
  expect(result).toMatchObject({ kind: "done", exceptions: 0 });
  expect(result.writes).toBe(started.writes() - before);
  expect(await open(started)).toEqual([]);
  const titles = [...started.intercom.state.conversations.values()].map(({ title }) => title);
  expect(titles).toHaveLength(12);
  expect(titles).not.toContain("Another summary");
  expect(await started.load({ runId: "run-3" })).toMatchObject({ kind: "done", writes: 1 });
});

it("has nothing to do, and writes nothing, once all have made it", async () => {
  const started = await startWithFailures();
  await started.load({ scope: { kind: "failed" }, runId: "run-2" });
  const { requests } = started.intercom;
  expect(await started.load({ scope: { kind: "failed" }, runId: "run-3" })).toMatchObject({ writes: 0 });
  // Who the people and teams are, and which workspace it is.
  expect(started.intercom.requests - requests).toBe(3);
});

it("keeps what still does not make it, with its code, reason, remedy and request id", async () => {
  const started = await startWithFailures();
  const faults = started.intercom.faults;
  faults.inject({ kind: "status", status: 400, body: refused, method: "POST", path: "^/conversations$" });
  const result = await started.load({ scope: { kind: "failed" }, runId: "run-2" });
  expect(result.exceptions).toBeGreaterThan(0);
  const [first] = await started.exceptions.list(started.migrationId, "production", 10);
  expect(first?.source.type).toBe("ticket");
  const { message, remedy } = explained(first?.saying ?? toldError(""));
  expect(message).toContain("Refused");
  expect(remedy).not.toBe("");
});
