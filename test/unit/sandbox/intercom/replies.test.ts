// Replies and states of the stand-in's conversations: whose, when, and who would have heard of it.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

const NOW = 1_700_000_000;
const FILE = { name: "log.txt", content_type: "text/plain", data: "aGVsbG8=" };

describe("replies and states", () => {
  let caller: SandboxCaller;
  let contact: string;
  let id: string;
  let now = NOW;
  beforeEach(async () => {
    now = NOW;
    caller = await startCaller({ now: () => now * 1000, teams: [{ id: "71", name: "Service Desk" }] });
    contact = await caller.contact({ external_id: "connectwise:1", email: "kim@client.example" });
    id = await caller.conversation(contact);
  });
  afterEach(() => caller.sandbox.stop());

  const admin = (more: object = {}) =>
    caller.call("POST", `/conversations/${id}/reply`, {
      message_type: "comment",
      type: "admin",
      admin_id: "9001",
      body: "Hello",
      skip_notifications: true,
      ...more,
    });
  const customer = (more: object) =>
    caller.call("POST", `/conversations/${id}/reply`, {
      message_type: "comment",
      type: "user",
      body: "Hello",
      ...more,
    });
  const part = (more: object) =>
    caller.call("POST", `/conversations/${id}/parts`, { admin_id: "9001", ...more });
  const lastPart = (reply: { body: { conversation_parts: { conversation_parts: object[] } } }) =>
    reply.body.conversation_parts.conversation_parts.at(-1);

  it("takes an image's address with a bare percent sign as it stands", async () => {
    const reply = await admin({
      attachment_urls: ["https://files.example/100%/50%25.png", "https://x.example/a%zz"],
    });
    expect(reply.status).toBe(200);
    const names = (lastPart(reply) as { attachments: { name: string }[] }).attachments.map((one) => one.name);
    expect(names).toEqual(["50%.png", "a%zz"]);
  });

  it("keeps the author and the original time of a reply", async () => {
    const created_at = 1_600_000_000;
    expect(lastPart(await admin({ message_type: "note", created_at }))).toMatchObject({
      part_type: "note",
      created_at,
      author: { type: "admin", id: "9001", name: "Avery Quinn" },
    });
    for (const who of [
      { intercom_user_id: contact },
      { user_id: "connectwise:1" },
      { email: "kim@client.example" },
    ]) {
      expect(lastPart(await customer({ created_at, ...who }))).toMatchObject({
        part_type: "comment",
        created_at,
        author: { type: "user", id: contact },
      });
    }
    expect((await admin({ created_at: NOW + 60 })).body.errors[0].message).toContain(
      "is an invalid value for",
    );
  });

  it("cleans an admin's HTML and escapes a contact's", async () => {
    const body = "<p>See <b>this</b><script>alert(1)</script></p>";
    expect(lastPart(await admin({ body }))).toMatchObject({ body: "<p>See <b>this</b></p>" });
    expect(lastPart(await customer({ intercom_user_id: contact, body: "<b>" }))).toMatchObject({
      body: "<p>&lt;b&gt;</p>",
    });
  });

  it("keeps name, type and size of files, and drops in silence what a contact sends beyond ten", async () => {
    const eleven = Array.from({ length: 11 }, () => FILE);
    const kept = lastPart(await customer({ intercom_user_id: contact, attachment_files: eleven }));
    const { attachments } = kept as { attachments: object[] };
    expect(attachments).toHaveLength(10);
    expect(attachments[0]).toMatchObject({ name: "log.txt", content_type: "text/plain", filesize: 5 });
    expect((await admin({ attachment_files: [{ ...FILE, data: "not base64!" }] })).status).toBe(400);
  });

  it("counts what would reach a customer, and only that", async () => {
    const { sandbox } = caller;
    await admin();
    await admin({ message_type: "note", skip_notifications: false });
    await customer({ intercom_user_id: contact });
    await part({ message_type: "close", type: "admin" });
    expect(sandbox.notificationsSent).toBe(0);
    await admin({ skip_notifications: false });
    await admin({ skip_notifications: undefined });
    await part({ message_type: "close", type: "admin", body: "Good bye" });
    expect(sandbox.notificationsSent).toBe(3);
    const to = { type: "user", id: contact };
    await caller.call("POST", "/messages", {
      message_type: "in_app",
      body: "Hi",
      from: { type: "admin", id: 9001 },
      to,
    });
    expect(sandbox.notificationsSent).toBe(4);
  });

  it("can't be stopped in silence after it reached a customer, unless that was expected", async () => {
    const strict = await startCaller({ mayNotify: false });
    const conversation = await strict.conversation(await strict.contact());
    const reply = { type: "admin", admin_id: "9001", message_type: "comment", body: "Hello" };
    await strict.call("POST", `/conversations/${conversation}/reply`, reply);
    await expect(strict.sandbox.stop()).rejects.toThrow("Customers were notified 1 times");
    await expect(fetch(strict.sandbox.url)).rejects.toThrow();
  });

  it("counts nothing for a contact without e-mail", async () => {
    id = await caller.conversation(await caller.contact({ role: "lead", email: undefined }));
    await admin({ skip_notifications: false });
    expect(caller.sandbox.notificationsSent).toBe(0);
  });

  it("closes at the time of the request, and reopens when the contact replies but not when an admin does", async () => {
    const closed = await part({ message_type: "close", type: "admin" });
    expect(closed.body).toMatchObject({ state: "closed", open: false });
    expect(lastPart(closed)).toMatchObject({ part_type: "close", created_at: NOW });
    expect((await admin({ created_at: 1_600_000_000 })).body.state).toBe("closed");
    const reopened = await customer({ intercom_user_id: contact, created_at: 1_600_000_000 });
    expect(reopened.body).toMatchObject({ state: "open", open: true });
  });

  it("wakes a snoozed conversation when its time has come", async () => {
    const asleep = await part({ message_type: "snoozed", snoozed_until: NOW + 100 });
    expect(asleep.body).toMatchObject({ state: "snoozed", open: true, snoozed_until: NOW + 100 });
    now = NOW + 100;
    const awake = await caller.call("GET", `/conversations/${id}`);
    expect(awake.body).toMatchObject({ state: "open", snoozed_until: null });
    expect((await part({ message_type: "snoozed", snoozed_until: NOW })).status).toBe(400);
  });

  it("assigns a team and an admin side by side, and takes one away with 0", async () => {
    const assign = (type: string, assignee_id: string) =>
      part({ message_type: "assignment", type, assignee_id });
    await assign("team", "71");
    expect((await assign("admin", "9002")).body).toMatchObject({
      team_assignee_id: 71,
      admin_assignee_id: 9002,
    });
    expect((await assign("admin", "0")).body).toMatchObject({ team_assignee_id: 71, admin_assignee_id: 0 });
    expect((await assign("team", "72")).status).toBe(404);
  });

  it("refuses authors that it doesn't know", async () => {
    const stranger = await caller.contact();
    expect((await admin({ admin_id: "1" })).status).toBe(404);
    expect((await customer({ intercom_user_id: stranger })).status).toBe(404);
    expect((await part({ message_type: "open", admin_id: "1" })).status).toBe(404);
  });
});
