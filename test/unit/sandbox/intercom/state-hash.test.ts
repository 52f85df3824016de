// The digest of a workspace: it changes with what a customer sees, and with nothing else.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

describe("the state hash", () => {
  let caller: SandboxCaller;
  let contact: string;
  let conversation: string;
  let now = 1_700_000_000_000;
  beforeEach(async () => {
    caller = await startCaller({ now: () => now });
    contact = await caller.contact({ name: "Kim" });
    conversation = await caller.conversation(contact);
  });
  afterEach(() => caller.sandbox.stop());
  const hash = () => caller.sandbox.stateHash();

  it("is the same after everything that was made is deleted, archived or set back", async () => {
    const before = hash();
    const { call } = caller;
    const attribute = await call("POST", "/conversations/attributes", { name: "A__c", data_type: "string" });
    const data = await call("POST", "/data_attributes", {
      name: "B__c",
      model: "contact",
      data_type: "string",
    });
    const company = await call("POST", "/companies", { company_id: "1", name: "Contoso" });
    await call("POST", `/contacts/${contact}/companies`, { id: company.body.id });
    await call("PUT", `/contacts/${contact}`, { name: "Lee", custom_attributes: { B__c: "x" } });
    const made = await caller.contact();
    await caller.conversation(made);
    const single = await caller.conversation(contact);
    await call("PUT", `/conversations/${single}`, { custom_attributes: { A__c: "x" } });
    const collection = await call("POST", "/help_center/collections", { name: "All" });
    const article = await call("POST", "/articles", { title: "VPN", author_id: 9001 });
    const during = hash();
    now += 3_600_000;
    await call("DELETE", `/conversations/${single}`);
    await call("DELETE", `/contacts/${made}`);
    await call("PUT", `/contacts/${contact}`, { name: "Kim" });
    await call("DELETE", `/companies/${company.body.id}`);
    await call("DELETE", `/conversations/attributes/${attribute.body.id}`);
    await call("PUT", `/data_attributes/${data.body.id}`, { archived: true });
    await call("DELETE", `/articles/${article.body.id}`);
    await call("DELETE", `/help_center/collections/${collection.body.id}`);
    expect(hash()).toBe(before);
    expect(during).not.toBe(before);
  });

  it.each([
    ["a changed name", () => caller.call("PUT", `/contacts/${contact}`, { name: "Lee" })],
    ["a title", () => caller.call("PUT", `/conversations/${conversation}`, { title: "Printer" })],
    ["a teammate's reply", async () => caller.sandbox.addAgentReply(conversation)],
    ["a team", async () => caller.sandbox.createTeam("Projects")],
    [
      "an attribute",
      () => caller.call("POST", "/conversations/attributes", { name: "A", data_type: "string" }),
    ],
    ["an archived contact", () => caller.call("POST", `/contacts/${contact}/archive`)],
  ])("is another after %s", async (_, change) => {
    const before = hash();
    await change();
    expect(hash()).not.toBe(before);
  });

  it("is the same after an option that was added is taken away", async () => {
    const { call } = caller;
    const list = { name: "Tier", data_type: "list", options: [{ label: "Gold" }, { label: "Silver" }] };
    const { id } = (await call("POST", "/conversations/attributes", list)).body;
    const before = hash();
    const added = await call("POST", `/conversations/attributes/${id}/options`, { label: "Bronze" });
    expect(hash()).not.toBe(before);
    const options: { id: string; label: string }[] = added.body.options ?? [added.body];
    const bronze = options.find((option) => option.label === "Bronze")?.id;
    await call("DELETE", `/conversations/attributes/${id}/options/${bronze}`);
    expect(hash()).toBe(before);
  });

  it("is the same for two workspaces that got the same", async () => {
    const twin = await startCaller({ now: () => now });
    await twin.conversation(await twin.contact({ name: "Kim" }));
    expect(twin.sandbox.stateHash()).toBe(hash());
    await twin.sandbox.stop();
  });
});
