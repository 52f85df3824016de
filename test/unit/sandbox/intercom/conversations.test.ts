// Conversations of the stand-in: how they begin, what can be read of them, and how they end.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

const NOW = 1_700_000_000;

describe("conversations", () => {
  let caller: SandboxCaller;
  let contact: string;
  beforeEach(async () => {
    caller = await startCaller({ now: () => NOW * 1000, conversationThrottle: false, ratePerWindow: 5000 });
    contact = await caller.contact();
  });
  afterEach(() => caller.sandbox.stop());
  const create = (fields: object) =>
    caller.call("POST", "/conversations", { from: { type: "user", id: contact }, body: "Broken", ...fields });
  const read = async (id: string, query = "") =>
    (await caller.call("GET", `/conversations/${id}${query}`)).body;

  it("answers a message whose conversation_id, and not whose id, is the conversation", async () => {
    const { body } = await create({ created_at: 1_600_000_000 });
    expect(body).toMatchObject({ type: "user_message", created_at: 1_600_000_000, body: "Broken" });
    expect(body.id).not.toBe(body.conversation_id);
    expect(await read(body.conversation_id)).toMatchObject({
      id: body.conversation_id,
      created_at: 1_600_000_000,
    });
    expect((await caller.call("GET", `/conversations/${body.id}`)).status).toBe(404);
  });

  it("shows HTML in the opening message as the text it is", async () => {
    const text = "Hi <b>all</b> & co\nsecond line\n\nsecond paragraph";
    const id = await caller.conversation(contact, { body: text });
    const html = "<p>Hi &lt;b&gt;all&lt;/b&gt; &amp; co<br>second line</p>\n<p>second paragraph</p>";
    expect((await read(id)).source.body).toBe(html);
    expect((await read(id, "?display_as=plaintext")).source.body).toBe(text);
  });

  it.each([
    ["in the future", NOW + 1],
    ["before 2000", 946_684_799],
  ])("refuses a created_at %s by its value", async (_, created_at) => {
    const reply = await create({ created_at });
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].message).toBe(`${created_at} is an invalid value for created_at`);
  });

  it("refuses an empty body, an archived sender and a sender under the wrong role", async () => {
    expect((await create({ body: " \n" })).status).toBe(400);
    expect((await create({ from: { type: "lead", id: contact } })).status).toBe(404);
    await caller.call("POST", `/contacts/${contact}/archive`);
    expect((await create({})).body.errors[0]).toMatchObject({ code: "not_found", message: "User Not Found" });
  });

  it("gives back the newest 500 parts only, and the count of all", async () => {
    const id = await caller.conversation(contact);
    for (let i = 1; i <= 502; i++) {
      caller.sandbox.addAgentReply(id, { body: `Reply ${i}` });
    }
    const { conversation_parts: parts } = await read(id);
    expect(parts.conversation_parts).toHaveLength(500);
    expect(parts.conversation_parts[0].body).toBe("<p>Reply 3</p>");
    expect(parts.total_count).toBe(502);
  });

  it("sets title, read and company by update, and nothing else", async () => {
    const id = await caller.conversation(contact);
    const { body: company } = await caller.call("POST", "/companies", { company_id: "1", name: "Contoso" });
    const update = { title: "Printer", read: true, company_id: company.id };
    const { body } = await caller.call("PUT", `/conversations/${id}`, update);
    expect(body).toMatchObject({ title: "Printer", read: true, company: { id: company.id } });
  });

  it("deletes for good, lists what was deleted, and needs a scope to delete the metrics too", async () => {
    const id = await caller.conversation(contact);
    expect((await caller.call("DELETE", `/conversations/${id}?retain_metrics=false`)).status).toBe(403);
    expect((await caller.call("DELETE", `/conversations/${id}`)).body).toEqual({
      id,
      object: "conversation",
      deleted: true,
    });
    expect((await caller.call("GET", `/conversations/${id}`)).status).toBe(404);
    const { body } = await caller.call("GET", "/conversations/deleted");
    expect(body.conversations).toEqual([
      { type: "conversation", id, metrics_retained: true, deleted_at: NOW },
    ]);
  });

  it("deletes the metrics too when the token has the scope", async () => {
    const scoped = await startCaller({ deleteMetricsScope: true });
    const id = await scoped.conversation(await scoped.contact());
    expect((await scoped.call("DELETE", `/conversations/${id}?retain_metrics=false`)).status).toBe(200);
    expect(scoped.sandbox.state.deletedConversations[0]?.metrics_retained).toBe(false);
    await scoped.sandbox.stop();
  });

  it("is answered by the workspace's bot while automations are on", async () => {
    caller.sandbox.setAutomations(true);
    const id = await caller.conversation(contact);
    expect((await read(id)).conversation_parts.conversation_parts).toMatchObject([
      { part_type: "comment", author: { type: "bot", name: "Fin" } },
    ]);
    expect(caller.sandbox.notificationsSent).toBe(1);
    caller.sandbox.setAutomations(false);
    expect((await read(await caller.conversation(contact))).conversation_parts.total_count).toBe(0);
  });
});
