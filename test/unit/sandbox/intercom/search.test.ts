// Search of the stand-in: operators, nesting, pages, and records that aren't found yet.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

const NOW = 1_700_000_000;

describe("search", () => {
  let caller: SandboxCaller;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    caller = await startCaller({ now: () => now * 1000, searchLagMs: 60_000, ratePerWindow: 5000 });
  });
  afterEach(() => caller.sandbox.stop());

  const filter = (field: string, operator: string, value: unknown) => ({ field, operator, value });
  const all = (...value: object[]) => ({ operator: "AND", value });
  const contacts = (query: object, more: object = {}) =>
    caller.call("POST", "/contacts/search", { query, ...more });
  const conversations = (query: object, pagination?: object) =>
    caller.call("POST", "/conversations/search", { query, ...(pagination && { pagination }) });

  it("doesn't find what is newer than its lag", async () => {
    const id = await caller.contact({ email: "kim@client.example" });
    const conversation = await caller.conversation(id);
    const counts = async () => [
      (await contacts(filter("email", "=", "kim@client.example"))).body.total_count,
      (await conversations(filter("id", "=", conversation))).body.total_count,
    ];
    expect(await counts()).toEqual([0, 0]);
    now += 60;
    expect(await counts()).toEqual([1, 1]);
  });

  it("finds a conversation by its contact and its exact time", async () => {
    const id = await caller.contact();
    const other = await caller.contact();
    const wanted = await caller.conversation(id, { created_at: 1_600_000_000 });
    await caller.conversation(id, { created_at: 1_600_000_001 });
    await caller.conversation(other, { created_at: 1_600_000_000 });
    now += 60;
    const found = async (query: object) =>
      (await conversations(query)).body.conversations.map((c: { id: string }) => c.id);
    const ofContact = filter("contact_ids", "=", id);
    expect(await found(all(ofContact, filter("created_at", "=", 1_600_000_000)))).toEqual([wanted]);
    expect(await found(all(ofContact, filter("created_at", "<", 1_600_000_000)))).toEqual([wanted]);
    expect(await found(all(ofContact, filter("created_at", ">", 1_600_000_001)))).toHaveLength(1);
    expect(await found(filter("source.body", "=", "broken"))).toHaveLength(3);
    expect(await found(filter("source.body", "=", "is broken"))).toHaveLength(0);
  });

  it("matches contacts' times by calendar day", async () => {
    await caller.contact();
    now += 86_400;
    const count = async (operator: string, value: number) =>
      (await contacts(filter("created_at", operator, value))).body.total_count;
    expect([
      await count("=", NOW - 3600),
      await count(">", NOW - 3600),
      await count(">", NOW - 86_400),
    ]).toEqual([1, 0, 1]);
    expect((await contacts(filter("created_at", ">=", NOW))).status).toBe(400);
  });

  it("understands every operator on text, and groups in groups", async () => {
    for (const name of ["Ann", "Anton", "Bea"]) await caller.contact({ name, external_id: name });
    now += 60;
    const names = async (query: object) =>
      (await contacts(query, { sort: { field: "name", order: "ascending" } })).body.data.map(
        (c: { name: string }) => c.name,
      );
    expect(await names(filter("name", "^", "An"))).toEqual(["Ann", "Anton"]);
    expect(await names(filter("name", "$", "on"))).toEqual(["Anton"]);
    expect(await names(filter("name", "~", "n"))).toEqual(["Ann", "Anton"]);
    expect(await names(filter("name", "!~", "n"))).toEqual(["Bea"]);
    expect(await names(filter("name", "!=", "Ann"))).toEqual(["Anton", "Bea"]);
    expect(await names(filter("external_id", "IN", ["Ann", "Bea"]))).toEqual(["Ann", "Bea"]);
    expect(await names(filter("external_id", "NIN", ["Ann", "Bea"]))).toEqual(["Anton"]);
    const either = { operator: "OR", value: [filter("name", "=", "Bea"), filter("name", "=", "Ann")] };
    expect(await names({ operator: "AND", value: [either, all(filter("name", "^", "A"))] })).toEqual(["Ann"]);
  });

  it("pages by cursor, at most 150 conversations at a time", async () => {
    const id = await caller.contact();
    for (let i = 0; i < 5; i++) await caller.conversation(id);
    now += 60;
    const query = filter("contact_ids", "=", id);
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const { body } = await conversations(query, { per_page: 2, ...(cursor && { starting_after: cursor }) });
      for (const conversation of body.conversations) ids.add(conversation.id);
      cursor = body.pages.next?.starting_after;
    } while (cursor);
    expect(ids.size).toBe(5);
    expect((await conversations(query, { per_page: 151 })).status).toBe(400);
    expect((await conversations(query, { starting_after: "nonsense" })).status).toBe(400);
  });

  it("refuses fields that aren't accepted, custom attributes of conversations among them", async () => {
    await caller.call("POST", "/conversations/attributes", { name: "Ticket__c", data_type: "string" });
    expect((await conversations(filter("custom_attributes.Ticket__c", "=", "1"))).status).toBe(400);
    expect((await conversations(filter("title", "=", "x"))).status).toBe(400);
    expect((await conversations(filter("created_at", "=", "yesterday"))).status).toBe(400);
    expect((await conversations(filter("created_at", ">=", 1))).status).toBe(400);
    expect((await contacts(filter("custom_attributes.None", "=", "x"))).status).toBe(400);
  });
});
