// Contacts of the stand-in: who is a duplicate of whom, and what becomes of the archived, merged and deleted.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

describe("contacts", () => {
  let caller: SandboxCaller;
  beforeEach(async () => {
    caller = await startCaller();
  });
  afterEach(() => caller.sandbox.stop());

  const find = (email: string) =>
    caller.call("POST", "/contacts/search", { query: { field: "email", operator: "=", value: email } });

  it("answers 409 with the id when a user of that e-mail exists, whatever its case", async () => {
    const id = await caller.contact({ email: "kim@client.example" });
    const again = await caller.call("POST", "/contacts", { email: "KIM@client.example" });
    expect(again.status).toBe(409);
    expect(again.body.errors[0]).toMatchObject({
      code: "conflict",
      message: `A contact matching those details already exists with id=${id}`,
    });
  });

  it("answers 409 for an external id that is taken, also when a contact is changed to it", async () => {
    const id = await caller.contact({ external_id: "connectwise:1" });
    const other = await caller.contact();
    for (const reply of [
      await caller.call("POST", "/contacts", { external_id: "connectwise:1" }),
      await caller.call("PUT", `/contacts/${other}`, { external_id: "connectwise:1" }),
    ]) {
      expect(reply.status).toBe(409);
      expect(reply.body.errors[0].message).toContain(`id=${id}`);
    }
  });

  it("lets leads share an e-mail with each other and with a user", async () => {
    const email = "kim@client.example";
    const ids = [
      await caller.contact({ email }),
      await caller.contact({ email, role: "lead" }),
      await caller.contact({ email, role: "lead" }),
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it("hides an archived contact from search and still answers 409 for its e-mail", async () => {
    const id = await caller.contact({ email: "kim@client.example" });
    await caller.call("POST", `/contacts/${id}/archive`);
    expect((await find("kim@client.example")).body.total_count).toBe(0);
    const again = await caller.call("POST", "/contacts", { email: "kim@client.example" });
    expect([again.status, again.body.errors[0].message]).toEqual([409, expect.stringContaining(`id=${id}`)]);
    await caller.call("POST", `/contacts/${id}/unarchive`);
    expect((await find("kim@client.example")).body.data[0].id).toBe(id);
  });

  it("finds only users by external id", async () => {
    await caller.contact({ external_id: "u" });
    await caller.contact({ external_id: "l", role: "lead" });
    expect((await caller.call("GET", "/contacts/find_by_external_id/u")).status).toBe(200);
    expect((await caller.call("GET", "/contacts/find_by_external_id/l")).status).toBe(404);
  });

  it("moves a merged lead's conversations to the user and answers 410 with a link for the lead", async () => {
    const user = await caller.contact({ email: "kim@client.example" });
    const lead = await caller.contact({ email: "kim@client.example", role: "lead" });
    const conversation = await caller.conversation(lead);
    expect((await caller.call("POST", "/contacts/merge", { from: lead, into: user })).status).toBe(200);
    const gone = await caller.call("GET", `/contacts/${lead}`);
    expect(gone.status).toBe(410);
    expect(gone.headers.get("link")).toContain(`/contacts/${user}>`);
    const moved = await caller.call("GET", `/conversations/${conversation}`);
    expect(moved.body.contacts.contacts[0].id).toBe(user);
  });

  it("takes the conversations along when a contact is deleted, and frees its e-mail", async () => {
    const id = await caller.contact({ email: "kim@client.example" });
    const conversation = await caller.conversation(id);
    expect((await caller.call("DELETE", `/contacts/${id}`)).body).toMatchObject({ id, deleted: true });
    expect((await caller.call("GET", `/contacts/${id}`)).status).toBe(404);
    expect((await caller.call("GET", `/conversations/${conversation}`)).status).toBe(404);
    expect((await caller.call("POST", "/contacts", { email: "kim@client.example" })).status).toBe(200);
  });

  it("changes nothing of a contact when one of the new values is refused", async () => {
    const id = await caller.contact({ name: "Kim" });
    const refused = await caller.call("PUT", `/contacts/${id}`, {
      name: "Lee",
      custom_attributes: { No__c: 1 },
    });
    expect(refused.status).toBe(400);
    expect((await caller.call("GET", `/contacts/${id}`)).body.name).toBe("Kim");
  });
});
