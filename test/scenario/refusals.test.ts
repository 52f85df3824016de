// What Intercom refuses: one record's refusal is its own, everybody's stops the run, and advice names the system that is wrong.

import { afterEach, describe, expect, it } from "vitest";
import type { CutoverError } from "../../src/engine/errors.ts";
import { explained, linesOf } from "../support/in-words.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { makeLoadRecords } from "./load-records.ts";

let drill: LoadDrill;
afterEach(() => drill.stop());

const begin = async (tickets: number, more: Partial<Parameters<typeof startLoadDrill>[0]> = {}) => {
  drill = await startLoadDrill({ tickets, inMemory: true, ...more });
  await drill.provision();
  return drill;
};
const listed = async () => drill.exceptions.list(drill.migrationId, "production", 1000);
const refuse = (status: number, method: string, path: string, times?: number) =>
  drill.intercom.faults.inject({
    kind: "status",
    ...{ status, method, path },
    ...(times === undefined ? {} : { times }),
    body: { type: "error.list", errors: [{ code: "parameter_invalid", message: "It can't be taken." }] },
  });

describe("everybody's refusal", () => {
  it("stops the run within ten records: a second attribute of one name, named with what was begun", async () => {
    const { intercom, load } = await begin(100);
    intercom.addTwinAttribute("Somebody's");
    intercom.addTwinAttribute("Somebody's");
    const result = await load();
    expect(result).toMatchObject({ kind: "paused", error: { code: "refused_alike" } });
    const exceptions = await listed();
    expect(exceptions.length).toBeLessThanOrEqual(10);
    const begun = [...intercom.state.conversations.keys()];
    expect(begun.length).toBeLessThanOrEqual(10);
    const { message, remedy } = explained(result.error as CutoverError);
    expect(message).toContain("Multiple conversation attributes named 'Somebody's' exist");
    for (const id of begun) expect(message).toMatch(new RegExp(`\\b${id}\\b`));
    expect(remedy).toContain("two active conversation attributes of one name");
    // Put right, it goes on as if nothing had been.
    for (const [id, { name }] of intercom.state.conversationAttributes) {
      if (name === "Somebody's") intercom.state.conversationAttributes.delete(id);
    }
    expect(await load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(await listed()).toEqual([]);
    expect(intercom.state.conversations.size).toBe(100);
    expect((await drill.reconcile()).discrepancies).toEqual([]);
  });

  it.each([
    [422, "POST", "^/contacts$"],
    [400, "POST", "^/companies$"],
    [413, "POST", "/reply$"],
    [415, "POST", "^/conversations$"],
    [402, "POST", "/parts$"],
  ])("stops it at any request: %i to %s %s", async (status, method, path) => {
    const records = makeLoadRecords(60, 0, 40);
    const companies = Array.from({ length: 40 }, (_, at) => ({
      ...records.companies[0],
      id: `${500 + at}`,
      name: `C${at}`,
    }));
    await begin(60, {
      records: { ...records, companies: [...records.companies, ...companies] as typeof records.companies },
    });
    refuse(status, method, path);
    expect(await drill.load()).toMatchObject({ kind: "paused", error: { code: "refused_alike" } });
    expect((await listed()).length).toBeLessThanOrEqual(10);
  });

  it("stops it in the middle as well, and only then", async () => {
    await begin(80);
    expect(await drill.load()).toMatchObject({ kind: "done" });
    await drill.stage(makeLoadRecords(160));
    refuse(400, "PUT", "^/conversations/");
    expect(await drill.load()).toMatchObject({ kind: "paused", error: { code: "refused_alike" } });
    expect((await listed()).length).toBeLessThanOrEqual(10);
    drill.intercom.faults.clear();
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(drill.intercom.state.conversations.size).toBe(160);
  });

  it("goes on with the next records when a person resumes it unchanged", async () => {
    await begin(40);
    refuse(400, "POST", "/parts$");
    const seen: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await drill.load();
      seen.push((await listed()).length);
    }
    expect(seen[0]).toBeLessThan(seen[1] ?? 0);
    expect(seen[1]).toBeLessThan(seen[2] ?? 0);
  });
});

it("is seen before anything is written where it can be: two active attributes of one name", async () => {
  drill = await startLoadDrill({ tickets: 3, inMemory: true });
  drill.intercom.addTwinAttribute("Somebody's");
  await drill.provision();
  drill.intercom.addTwinAttribute("Somebody's");
  await expect(drill.provision()).rejects.toMatchObject({ code: "attribute_twins", recovery: "ask" });
});

describe("one record's refusal", () => {
  it.each([400, 409, 413, 415, 422])(
    "is its own: %i leaves one exception, which names what stands open",
    async (status) => {
      await begin(30);
      refuse(status, "PUT", "^/conversations/", 1);
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 1 });
      const [one, ...others] = await listed();
      expect(others).toEqual([]);
      const untitled = [...drill.intercom.state.conversations.values()].filter(({ title }) => title === null);
      expect(untitled).toHaveLength(1);
      expect(linesOf(one ? [one] : [])[0]).toContain(
        `conversation ${untitled[0]?.id} was begun and stands open`,
      );
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
      expect((await drill.reconcile()).discrepancies).toEqual([]);
    },
  );

  it("is its own when a contact's duplicate can't be read", async () => {
    await begin(12);
    const message = "A contact matching those details already exists with id=6a5f00c0ffffffffffffffff";
    const body = { type: "error.list", errors: [{ code: "conflict", message }] };
    drill.intercom.faults.inject({
      kind: "status",
      status: 409,
      method: "POST",
      path: "^/contacts$",
      times: 1,
      body,
    });
    const result = await drill.load();
    expect(result.kind).toBe("done");
    expect((await listed()).map(({ code }) => code)).toContain("conflict_unreadable");
  });
});

describe.each(["field", "words", "nothing"] as const)(
  "a value that is refused, told by %s",
  (refusalNames) => {
    it("is left off and told; the contact and its tickets come all the same", async () => {
      const records = makeLoadRecords(24);
      const { intercom } = await begin(24, {
        intercom: { habits: { refusalNames, refusedValues: ["253 555 1020"] } },
      });
      const contacts = records.contacts.map((one, at) => ({
        ...one,
        phone: at === 1 ? "253 555 1020" : "+1 253 555 0000",
      }));
      await drill.stage({ ...records, contacts });
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 1 });
      const [told] = await listed();
      expect(told).toMatchObject({ code: "field_refused", source: { type: "contact", id: "21" } });
      expect(linesOf(told ? [told] : [])[0]).toContain("phone");
      expect(intercom.state.conversations.size).toBe(24);
      const certificate = await drill.reconcile();
      expect(certificate.discrepancies).toEqual([]);
      // It stays listed while nothing changes, and goes once the source has another number.
      expect(await drill.load()).toMatchObject({ kind: "done", writes: 0, exceptions: 1 });
      await drill.stage({
        ...records,
        contacts: contacts.map((one) => ({ ...one, phone: "+1 253 555 0000" })),
      });
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
      expect(await listed()).toEqual([]);
    });
  },
);

describe.each(["field", "words"] as const)("a value that is refused and named by %s", (refusalNames) => {
  it("is left off whichever field it is, and of companies too", async () => {
    const records = makeLoadRecords(12);
    const refusedValues = ["person2@client.example", "https://acme.example", "Person4 Jones"];
    await begin(12, { records, intercom: { habits: { refusalNames, refusedValues } } });
    expect(await drill.load()).toMatchObject({ kind: "done" });
    const told = await listed();
    expect(new Set(told.map(({ code }) => code))).toEqual(new Set(["field_refused"]));
    expect(told.map(({ source }) => `${source.type} ${source.id}`).sort()).toEqual([
      ...["5", "6", "7"].map((id) => `company ${id}`),
      ...["22", "24"].map((id) => `contact ${id}`),
    ]);
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    const before = drill.intercom.state.contacts.size;
    expect(before).toBeGreaterThan(5);
    expect((await drill.rollback()).kept).toEqual([]);
    expect(drill.intercom.state.contacts.size).toBe(0);
  });
});

describe.each([400, 409] as const)("an e-mail that two users have, answered by %i", (sharedEmailStatus) => {
  const email = "person1@client.example";

  it("costs the contact its e-mail and nothing else: one exception, and all tickets", async () => {
    await begin(24, { intercom: { habits: { sharedEmailStatus } } });
    drill.intercom.addSharingUsers(email, ["crm-1", "crm-2"]);
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 1 });
    expect(await listed()).toMatchObject([
      { code: "email_ambiguous", source: { type: "contact", id: "21" } },
    ]);
    expect(drill.intercom.state.conversations.size).toBe(24);
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    await drill.rollback();
    expect(drill.intercom.state.contacts.size).toBe(2);
  });

  it("is settled where one of them bears the contact's name", async () => {
    await begin(24, { intercom: { habits: { sharedEmailStatus } } });
    const [first = ""] = drill.intercom.addSharingUsers(email, ["crm-1", "crm-2"]);
    const known = drill.intercom.state.contacts.get(first);
    if (known) known.name = "PERSON1  jones";
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(drill.intercom.state.conversationsByContact.get(first)?.size).toBeGreaterThan(0);
    const journal = await drill.journal.loadLinks(
      { migrationId: drill.migrationId, environment: "production" },
      [{ type: "contact", id: "21" }],
    );
    expect(journal.get("contact:21")).toBe(first);
  });
});
