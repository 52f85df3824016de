// Loading into the stand-in: each record once, with its times and authors, in silence; and nothing the second time.
import { afterEach, expect, it } from "vitest";
import type { Destination } from "../../src/engine/destination/port.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

const unix = (iso: string) => Date.parse(iso) / 1000;

it("moves a hundred tickets once each, silently, with original times and authors, and then has nothing to do", async () => {
  drill = await startLoadDrill({ tickets: 100 });
  const { intercom } = drill;
  await drill.provision();
  const result = await drill.load();
  expect(result).toMatchObject({ kind: "done", exceptions: 0 });
  const conversations = [...intercom.state.conversations.values()];
  const numbers = conversations.map((one) => one.custom_attributes.Source_Ticket_ID__c);
  expect(new Set(numbers.map(String))).toEqual(new Set(drill.records.bundles.map(({ ticket }) => ticket.id)));
  expect(numbers).toHaveLength(100);
  // Ten contacts, two of which share an e-mail; one placeholder for each company with tickets of nobody.
  expect(intercom.summary().counts).toMatchObject({ companies: 3, conversations: 100 });
  const contacts = [...intercom.state.contacts.values()].map((one) => one.external_id);
  expect(contacts.filter((id) => !id?.includes("unknown"))).toHaveLength(9);
  for (const { ticket, notes } of drill.records.bundles) {
    const moved = conversations.find(
      (one) => String(one.custom_attributes.Source_Ticket_ID__c) === ticket.id,
    );
    const messages = moved?.parts.filter((part) => part.part_type === "comment" || part.part_type === "note");
    const times = messages?.map((part) => part.created_at) ?? [];
    expect(moved?.created_at).toBe(unix(notes[0]?.dateCreated ?? ""));
    for (const note of notes.slice(1)) expect(times).toContain(unix(note.dateCreated));
    expect(times.filter((time) => time === unix(notes[3]?.dateCreated ?? ""))).toHaveLength(
      notes.length > 4 ? 2 : notes.length > 3 ? 1 : 0,
    );
  }
  expect(intercom.notificationsSent).toBe(0);

  const [before, hash] = [drill.writes(), intercom.stateHash()];
  const again = await drill.load({ runId: "run-2" });
  expect(again).toMatchObject({ kind: "done", writes: 0 });
  expect(drill.writes()).toBe(before);
  expect(intercom.stateHash()).toBe(hash);
});

it("loads a sample's tickets with their contacts and companies alone", async () => {
  drill = await startLoadDrill({ tickets: 30 });
  await drill.provision();
  const result = await drill.load({ scope: { kind: "sample", ticketIds: ["1000", "1003", "1016"] } });
  expect(result.kind).toBe("done");
  const { counts } = drill.intercom.summary();
  // Ticket 1016 names no contact: a placeholder stands in.
  expect(counts).toMatchObject({ conversations: 3, contacts: 3 });
  expect(drill.intercom.notificationsSent).toBe(0);
});

it("writes what changed in the source since, and nothing else", async () => {
  drill = await startLoadDrill({ tickets: 12 });
  await drill.provision();
  await drill.load();
  const before = drill.writes();
  const [first, ...rest] = drill.records.bundles;
  if (!first) throw new Error("The drill has no tickets.");
  const reply = { ...first.notes[1], id: "777", text: "One more", dateCreated: "2025-08-01T10:00:00Z" };
  const changed = { ...first, notes: [...first.notes, reply as (typeof first.notes)[number]] };
  await drill.stage({ ...drill.records, bundles: [changed, ...rest] });
  const result = await drill.load({ runId: "run-2" });
  expect(result.kind).toBe("done");
  expect(drill.writes() - before).toBe(1);
  expect(drill.intercom.summary().counts.conversations).toBe(12);
});

it("makes an exception of a record that Intercom refuses, goes on, and strikes it out once it made it", async () => {
  drill = await startLoadDrill({ tickets: 6 });
  await drill.provision();
  const refusal = {
    type: "error.list",
    errors: [
      { code: "parameter_invalid", message: "1 is an invalid value for created_at", field: "created_at" },
    ],
  };
  const heal = drill.intercom.faults.inject({
    kind: "status",
    method: "POST",
    path: "^/conversations$",
    times: 1,
    status: 400,
    body: refusal,
  });
  expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 1 });
  heal();
  const [open] = await drill.exceptions.list(drill.migrationId, "production", 10);
  expect(open).toMatchObject({ code: "invalid_created_at", source: { type: "ticket" } });
  expect(drill.intercom.summary().counts.conversations).toBe(5);
  expect(await drill.load({ runId: "run-2" })).toMatchObject({ kind: "done", exceptions: 0 });
  expect(drill.intercom.summary().counts.conversations).toBe(6);
  expect(await drill.exceptions.count(drill.migrationId, "production")).toBe(0);
});

it("pauses with a reason when the token is revoked, and goes on where it stood", async () => {
  drill = await startLoadDrill({ tickets: 10 });
  await drill.provision();
  const heal = drill.intercom.faults.inject({
    kind: "status",
    path: "^/conversations/\\d+/reply$",
    status: 401,
    body: { type: "error.list", errors: [{ code: "unauthorized", message: "Access Token Invalid" }] },
  });
  const paused = await drill.load();
  expect(paused).toMatchObject({ kind: "paused", error: { code: "token_revoked" } });
  heal();
  expect(await drill.load()).toMatchObject({ kind: "done" });
  expect(drill.intercom.summary().counts.conversations).toBe(10);
});

it("stops at the first conversation when a bot answers it", async () => {
  drill = await startLoadDrill({ tickets: 5, intercom: { automations: true, mayNotify: true } });
  await drill.provision();
  expect(await drill.load()).toMatchObject({ kind: "failed", error: { code: "outbound_detected" } });
  expect(drill.intercom.summary().counts.conversations).toBe(1);
  expect(drill.intercom.notificationsSent).toBeLessThanOrEqual(1);
});

it("stops as soon as a bot is switched on in the middle of a run", async () => {
  drill = await startLoadDrill({ tickets: 30, intercom: { mayNotify: true } });
  await drill.provision();
  const { intercom } = drill;
  const real = drill.destination();
  const destination: Destination = {
    ...real,
    async write(action, signal) {
      if (intercom.state.conversations.size >= 10) intercom.setAutomations(true);
      return real.write(action, signal);
    },
  };
  expect(await drill.load({ destination, concurrency: 4 })).toMatchObject({
    kind: "failed",
    error: { code: "outbound_detected" },
  });
  // What was under way ends its present write; no more.
  expect(intercom.state.conversations.size).toBeLessThan(20);
});
