// Rolling back: the workspace is as it was, but for what people did since, which is kept and named.
import { afterEach, expect, it } from "vitest";
import type { Destination } from "../../src/engine/destination/port.ts";
import { print } from "../support/in-words.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

async function call(
  of: LoadDrill,
  method: string,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  const answer = await fetch(`${of.intercom.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${of.intercom.token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** People whom the workspace knew before: one by e-mail alone, one with an id of another system, one archived. */
async function settleIn(of: LoadDrill): Promise<void> {
  await call(of, "POST", "/contacts", { role: "user", email: "person1@client.example", name: "Old Name" });
  await call(of, "POST", "/contacts", {
    role: "user",
    email: "person2@client.example",
    external_id: "crm-2",
  });
  const gone = await call(of, "POST", "/contacts", { role: "user", email: "person3@client.example" });
  await call(of, "POST", `/contacts/${gone.id}/archive`, {});
}

it.each(["keep", "fill", "overwrite"] as const)(
  "restores the workspace to the letter (policy %s)",
  async (existingContact) => {
    drill = await startLoadDrill({ tickets: 20 });
    drill.map.policies.existingContact = existingContact;
    await settleIn(drill);
    const before = drill.intercom.stateHash();
    await drill.provision();
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    expect(drill.intercom.stateHash()).not.toBe(before);
    const result = await drill.rollback();
    expect(result.kept).toEqual([]);
    expect(result.deleted.conversation).toBe(20);
    expect(drill.intercom.stateHash()).toBe(before);
    expect(drill.intercom.notificationsSent).toBe(0);
    // What was undone can be done again.
    await drill.provision();
    expect(await drill.load({ runId: "run-3" })).toMatchObject({ kind: "done", exceptions: 0 });
    expect(drill.intercom.summary().counts.conversations).toBe(20);
  },
);

it("keeps a conversation that a teammate answered since, with its contact and company, and names it", async () => {
  drill = await startLoadDrill({ tickets: 12 });
  await drill.provision();
  await drill.load();
  const [conversation] = drill.intercom.state.conversations.values();
  if (!conversation) throw new Error("Nothing was loaded.");
  drill.intercom.addAgentReply(conversation.id);
  const result = await drill.rollback();
  expect(result.deleted.conversation).toBe(11);
  expect(result.kept).toContainEqual(
    expect.objectContaining({ kind: "conversation", destinationId: conversation.id }),
  );
  expect(result.kept).toContainEqual(
    expect.objectContaining({ kind: "contact", destinationId: conversation.contactId }),
  );
  expect([...drill.intercom.state.conversations.keys()]).toEqual([conversation.id]);

  const insisted = await drill.rollback({ force: true });
  expect(insisted.kept).toEqual([]);
  expect(drill.intercom.summary().counts).toMatchObject({ conversations: 0, contacts: 0, companies: 0 });
});

it("keeps a contact that people changed, and one that somebody else's conversation hangs on", async () => {
  drill = await startLoadDrill({ tickets: 12 });
  await drill.provision();
  await drill.load();
  const contacts = [...drill.intercom.state.contacts.values()];
  const [changed, busy] = contacts;
  if (!changed || !busy) throw new Error("Nothing was loaded.");
  await call(drill, "PUT", `/contacts/${changed.id}`, { name: "Renamed by a person" });
  const own = { from: { type: "user", id: busy.id }, body: "A new question" };
  const { conversation_id } = await call(drill, "POST", "/conversations", own);
  const result = await drill.rollback();
  const kept = result.kept.filter((one) => one.kind === "contact").map((one) => one.destinationId);
  expect(new Set(kept)).toEqual(new Set([changed.id, busy.id]));
  expect([...drill.intercom.state.conversations.keys()]).toEqual([conversation_id]);
  // Insisting takes the changed contact, never a conversation that is not ours.
  const insisted = await drill.rollback({ force: true });
  expect(insisted.kept.map((one) => one.destinationId)).toEqual([busy.id]);
  expect([...drill.intercom.state.conversations.keys()]).toEqual([conversation_id]);
});

it("goes on after a crash in the middle, and settles lost answers", async () => {
  drill = await startLoadDrill({ tickets: 20 });
  await settleIn(drill);
  const before = drill.intercom.stateHash();
  await drill.provision();
  await drill.load();
  drill.intercom.faults.inject({ kind: "lost-answer", rate: 0.1 });
  for (const limit of [3, 17, 30]) {
    const real = drill.destination();
    let left: number = limit;
    const destination: Destination = {
      ...real,
      async write(action, signal) {
        const outcome = await real.write(action, signal);
        left -= 1;
        if (left <= 0) throw new Error("killed");
        return outcome;
      },
    };
    await expect(drill.rollback({ destination })).rejects.toThrow("killed");
  }
  const result = await drill.rollback();
  expect(result.kept).toEqual([]);
  expect(drill.intercom.stateHash()).toBe(before);
});

it("says what stays behind where the token may not delete reporting numbers", async () => {
  drill = await startLoadDrill({ tickets: 3 });
  await drill.provision();
  await drill.load();
  const result = await drill.rollback();
  expect(print(result.remains).join(" ")).toContain("delete_conversations_and_metrics");
  expect(drill.intercom.state.deletedConversations.every((one) => one.metrics_retained)).toBe(true);
  await drill.stop();
  drill = await startLoadDrill({ tickets: 3, intercom: { deleteMetricsScope: true } });
  await drill.provision();
  await drill.load();
  const clean = await drill.rollback();
  expect(print(clean.remains).join(" ")).not.toContain("delete_conversations_and_metrics");
  expect(drill.intercom.state.deletedConversations.some((one) => one.metrics_retained)).toBe(false);
});

it("completes an adopted list, and takes the added options away again", async () => {
  drill = await startLoadDrill({ tickets: 1 });
  const target = drill.map.fields.find(
    (rule) => rule.target?.kind === "attribute" && rule.target.type === "list",
  );
  if (target?.target?.kind !== "attribute") throw new Error("The map has no list.");
  const { name, options } = target.target;
  const adopted = { name, data_type: "list", options: [{ label: "An old one" }] };
  await call(drill, "POST", "/conversations/attributes", adopted);
  const shown = () =>
    drill?.intercom.state.conversationAttributeByName
      .get(name)
      ?.options.filter((option) => !option.archived)
      .map((option) => option.label);
  await drill.provision();
  expect(shown()).toEqual(["An old one", ...options]);
  await drill.load();
  await drill.rollback();
  expect(shown()).toEqual(["An old one"]);
});

it("leaves an attribute that another migration made while this one was about to", async () => {
  drill = await startLoadDrill({ tickets: 1, inMemory: true });
  const current = drill;
  const real = current.destination();
  let others: string | undefined;
  const destination: Destination = {
    ...real,
    async write(action, signal) {
      if (action.kind === "create-attribute" && others === undefined) {
        others = action.definition.name;
        await real.write(action, signal);
      }
      return real.write(action, signal);
    },
  };
  await current.provision({ destination });
  await current.load();
  await current.rollback();
  const { conversationAttributeByName, dataAttributeByName } = current.intercom.state;
  const left = [...conversationAttributeByName.keys(), ...dataAttributeByName.keys()];
  expect(left.filter((name) => name.endsWith("__c"))).toEqual([others]);
});
