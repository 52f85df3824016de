// How the stand-in behaves besides what it is asked for: as published, and as it may be told to.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Habits } from "../../../../sandbox/intercom/habits.ts";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

const NOW = 1_700_000_000;
const OLD = 1_600_000_000;
const IMAGE = { name: "Fehler Straße (1).png", content_type: "image/png", data: "aGVsbG8=" };

describe("habits of a workspace", () => {
  let caller: SandboxCaller;
  let contact: string;
  let id: string;
  let now = NOW;
  const begin = async (habits: Partial<Habits> = {}) => {
    if (Object.keys(habits).length > 0) caller.sandbox.setHabits(habits);
    contact = await caller.contact({ external_id: "connectwise:1", email: "kim@client.example" });
    id = await caller.conversation(contact);
  };
  beforeEach(async () => {
    now = NOW;
    caller = await startCaller({
      now: () => now * 1000,
      teams: [{ id: "71", name: "Service Desk" }],
      admins: [
        { id: "9001", name: "Avery Quinn", email: "avery@msp.example" },
        { id: "9002", name: "Lee Light", email: "lee@msp.example", seat: false },
      ],
    });
  });
  afterEach(() => caller.sandbox.stop());

  const post = (path: string, body: object) => caller.call("POST", `/conversations/${id}/${path}`, body);
  const reply = (more: object) =>
    post("reply", { message_type: "comment", type: "admin", admin_id: "9001", body: "Hello", ...more });
  const customer = (more: object = {}) =>
    post("reply", {
      message_type: "comment",
      type: "user",
      intercom_user_id: contact,
      body: "Hello",
      created_at: OLD,
      ...more,
    });
  const close = () => post("parts", { message_type: "close", type: "admin", admin_id: "9001" });
  const assign = (more: object = {}) =>
    post("parts", {
      message_type: "assignment",
      type: "admin",
      admin_id: "9001",
      assignee_id: "9001",
      ...more,
    });
  const last = ({ body }: { body: { conversation_parts: { conversation_parts: object[] } } }) =>
    body.conversation_parts.conversation_parts.at(-1);

  it("shows a contact's reply that reopens as a part `open` with the words, and others as comments", async () => {
    await begin();
    expect(last(await customer())).toMatchObject({ part_type: "comment" });
    await close();
    expect(last(await customer())).toMatchObject({
      part_type: "open",
      body: "<p>Hello</p>",
      created_at: OLD,
    });
    caller.sandbox.setHabits({ repliesReopenAsOpenParts: false });
    await close();
    const reopened = await customer();
    expect(last(reopened)).toMatchObject({ part_type: "comment" });
    expect(reopened.body.state).toBe("open");
  });

  it("opens a closed conversation that is assigned", async () => {
    await begin();
    expect(last(await assign())).toMatchObject({ part_type: "assignment" });
    await close();
    const assigned = await assign({ type: "team", assignee_id: "71" });
    expect(assigned.body).toMatchObject({ state: "open" });
    expect(last(assigned)).toMatchObject({ part_type: "assign_and_reopen" });
  });

  it("leaves a part of the bot for each attribute that changes", async () => {
    await begin();
    for (const name of ["A__c", "B__c"]) {
      await caller.call("POST", "/conversations/attributes", { name, data_type: "string" });
    }
    const put = (custom_attributes: object) =>
      caller.call("PUT", `/conversations/${id}`, { custom_attributes });
    const count = (answer: Awaited<ReturnType<typeof put>>) => answer.body.conversation_parts.total_count;
    const first = await put({ A__c: "1", B__c: "2" });
    expect(count(first)).toBe(2);
    expect(last(first)).toMatchObject({
      part_type: "conversation_attribute_updated_by_admin",
      author: { type: "bot" },
    });
    expect(count(await put({ A__c: "1", B__c: null }))).toBe(3);
  });

  it("lists the bot first, without a seat; its words are a bot's, and others without a seat say nothing", async () => {
    await begin();
    const { admins } = (await caller.call("GET", "/admins")).body;
    expect(
      admins.map((one: { name: string; has_inbox_seat: boolean }) => [one.name, one.has_inbox_seat]),
    ).toEqual([
      ["Operator", false],
      ["Avery Quinn", true],
      ["Lee Light", false],
    ]);
    const [operator] = admins;
    expect(last(await reply({ admin_id: operator.id }))).toMatchObject({ author: { type: "bot" } });
    expect((await reply({ admin_id: "9002" })).status).toBe(403);
    expect((await assign({ assignee_id: "9002" })).status).toBe(403);
    expect((await assign({ assignee_id: operator.id })).status).toBe(404);
  });

  it("can't show a new conversation at once", async () => {
    await begin({ unreadable: { reads: 2, forMs: 5000 } });
    const read = async () => (await caller.call("GET", `/conversations/${id}`)).status;
    expect([await read(), await read(), await read()]).toEqual([404, 404, 200]);
    id = await caller.conversation(contact);
    now += 6;
    expect(await read()).toBe(200);
  });

  it("answers with a list or one company by company_id", async () => {
    await begin();
    const { body: company } = await caller.call("POST", "/companies", {
      company_id: "connectwise:7",
      name: "C",
    });
    await caller.call("POST", `/contacts/${contact}/companies`, { id: company.id });
    const find = async () => (await caller.call("GET", "/companies?company_id=connectwise:7")).body;
    expect(await find()).toMatchObject({ type: "list", data: [{ company_id: "connectwise:7" }] });
    caller.sandbox.setHabits({ companyLookup: "one" });
    expect(await find()).toMatchObject({ type: "company", company_id: "connectwise:7" });
  });

  it("names nobody where two users have the e-mail, and tells one apart by its external id", async () => {
    const users = caller.sandbox.addSharingUsers("sam@client.example", ["crm-1", "crm-2"]);
    for (const status of [400, 409] as const) {
      caller.sandbox.setHabits({ sharedEmailStatus: status });
      const refused = await caller.call("POST", "/contacts", {
        email: "SAM@client.example",
        external_id: "x",
      });
      expect(refused.status).toBe(status);
      expect(refused.body.errors[0]).toMatchObject({ code: "conflict" });
      expect(refused.body.errors[0].message).not.toContain("id=");
    }
    const same = await caller.call("POST", "/contacts", {
      email: "sam@client.example",
      external_id: "crm-2",
    });
    expect(same.body.errors[0].message).toContain(`id=${users[1]}`);
  });

  it("refuses every change of attributes while two active ones of a name exist, whichever it sets", async () => {
    await begin();
    for (const name of ["A__c", "B__c"]) {
      await caller.call("POST", "/conversations/attributes", { name, data_type: "string" });
    }
    caller.sandbox.addTwinAttribute("B__c");
    expect(
      (await caller.call("PUT", `/conversations/${id}`, { custom_attributes: { A__c: "1" } })).status,
    ).toBe(400);
    expect((await caller.call("PUT", `/conversations/${id}`, { title: "T" })).status).toBe(200);
  });

  it("may show images in the body, alter names of files and name letters as entities", async () => {
    await begin({ images: "body", fileNames: "altered", namedEntities: true });
    const sent = last(
      await reply({ body: "<p>Café…</p>", attachment_files: [IMAGE, { ...IMAGE, content_type: "a/b" }] }),
    );
    expect(sent).toMatchObject({ attachments: [{ name: "Fehler_Strae_1_.png" }] });
    expect((sent as { body: string }).body).toMatch(
      /^<p>Caf&eacute;&hellip;<\/p>\n<div class="intercom-container"><img src="https:.*Fehler%20Stra%C3%9Fe.*"><\/div>$/,
    );
  });

  it("may lose what looks like a tag in a contact's text, and ignore times of a kind of author", async () => {
    await begin({ stripsTagsFromText: true, ignoresTimesOf: ["contact"] });
    const body = "From: Jane <jane@client.example>";
    expect(last(await customer({ body }))).toMatchObject({ body: "<p>From: Jane</p>", created_at: NOW });
    expect(last(await reply({ created_at: OLD }))).toMatchObject({ created_at: OLD });
  });

  it("may assign unasked, to a default or to who answers, and give a conversation its contact's company", async () => {
    await begin({ assignsOnReply: true });
    expect((await reply({ message_type: "note" })).body.admin_assignee_id).toBe(0);
    expect((await reply({})).body.admin_assignee_id).toBe(9001);
    const { body: company } = await caller.call("POST", "/companies", { company_id: "c", name: "C" });
    await caller.call("POST", `/contacts/${contact}/companies`, { id: company.id });
    caller.sandbox.setHabits({ defaultAssigneeId: "9001", defaultCompany: true });
    id = await caller.conversation(contact);
    const made = (await caller.call("GET", `/conversations/${id}`)).body;
    expect(made).toMatchObject({ admin_assignee_id: 9001, company: { id: company.id } });
  });

  it("lets contacts who were added write, and nobody else", async () => {
    await begin();
    const copied = await caller.contact();
    const write = () => customer({ intercom_user_id: copied });
    expect((await write()).status).toBe(404);
    const add = { admin_id: "9001", customer: { intercom_user_id: copied } };
    const added = await post("customers", add);
    expect(added.body.contacts.contacts.map((one: { id: string }) => one.id)).toEqual([contact, copied]);
    expect(last(await write())).toMatchObject({ author: { id: copied } });
    await caller.call("DELETE", `/conversations/${id}/customers/${copied}`, { admin_id: "9001" });
    expect((await write()).status).toBe(404);
    const lone = await caller.call("DELETE", `/conversations/${id}/customers/${contact}`, {
      admin_id: "9001",
    });
    expect(lone.status).toBe(422);
  });

  it("refuses values that it is told to refuse, and says so in one of three ways", async () => {
    for (const [refusalNames, message, field] of [
      ["field", "phone is invalid", "phone"],
      ["words", "phone is invalid", undefined],
      ["nothing", "Invalid parameters", undefined],
    ] as const) {
      caller.sandbox.setHabits({ refusedValues: ["911"], refusalNames });
      const refused = await caller.call("POST", "/contacts", { role: "user", phone: "911" });
      expect(refused.status).toBe(400);
      expect(refused.body.errors[0]).toEqual({
        code: "parameter_invalid",
        message,
        ...(field ? { field } : {}),
      });
    }
  });

  it("takes its habits from other processes too", async () => {
    const answer = await caller.call("PUT", "/_sandbox/habits", { images: "body" });
    expect(answer.body).toMatchObject({ images: "body", operator: true });
    expect((await caller.call("PUT", "/_sandbox/habits", { surprise: 1 })).status).toBe(400);
    expect((await caller.call("GET", "/_sandbox/habits")).body).toMatchObject({ images: "body" });
  });
});
