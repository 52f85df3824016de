// What every destination promises, held against Intercom's stand-in: one write a call, silence, lost answers settled.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contactBefore } from "../../src/engine/destination/before-image.ts";
import { AskError, SettleError, SkipError, WaitError } from "../../src/engine/errors.ts";
import type { Action } from "../../src/engine/model/action.ts";
import { intercomSpecExists, makeIntercomRequestValidator } from "../support/intercom-spec-validator.ts";
import {
  aContactAction,
  attribute,
  OPENED_AT,
  type OpenedDestination,
  openConversation,
  openDestination,
} from "./destination-intercom.ts";

let open: OpenedDestination;
beforeEach(async () => {
  open = await openDestination({ recordRequests: true, deleteMetricsScope: true });
});
afterEach(async () => {
  if (intercomSpecExists) {
    const validator = makeIntercomRequestValidator();
    const refused = open.intercom.recorded.flatMap((request) => validator.checkRequest(request));
    expect(refused).toEqual([]);
  }
  expect(open.intercom.notificationsSent).toBe(0);
  await open.stop();
});

const note = (conversationId: string, more: Partial<Extract<Action, { kind: "add-part" }>> = {}): Action => ({
  kind: "add-part",
  conversationId,
  author: { kind: "admin", id: "9001" },
  messageType: "note",
  body: "<p>Second look<br>needed &amp; done</p>",
  createdAt: OPENED_AT + 60,
  ...more,
});

describe("reading", () => {
  it("names the workspace, its people and its teams", async () => {
    const { destination } = open;
    expect(await destination.identify()).toMatchObject({ id: "sandbox1", adminId: "9001" });
    expect(await destination.fetchAdmins()).toMatchObject([
      { name: "Operator", barred: "bot" },
      { name: "Avery Quinn" },
      { name: "Blake Moreno" },
      { name: "Casey Lindt" },
    ]);
    expect(await destination.fetchTeams()).toEqual([{ id: "70", name: "Help Desk" }]);
  });

  it("answers null for what does not exist", async () => {
    const { destination } = open;
    expect(await destination.fetchConversation("404404")).toBeNull();
    expect(await destination.fetchContact("6a5f00c0ffffffffffffffff")).toBeNull();
    expect(await destination.fetchCompany("6a5f00c0ffffffffffffffff")).toBeNull();
  });

  it("reads back a conversation as it was written: times as ISO-8601, ids as strings, authors, states", async () => {
    await open.write(attribute("conversation", "Due__c", "datetime"));
    await open.write(attribute("conversation", "Hours__c", "decimal"));
    const { contactId, conversationId } = await openConversation(open);
    await open.write(note(conversationId));
    const contact = { kind: "contact", id: contactId } as const;
    const comment = { author: contact, messageType: "comment", body: "1 < 2 & <b>bold</b>" } as const;
    await open.write(note(conversationId, { ...comment, createdAt: OPENED_AT + 90 }));
    const attributes = { Due__c: "2026-01-02T03:04:05Z", Hours__c: 1.25 };
    await open.write({ kind: "update-conversation", conversationId, title: "Printer", attributes });
    const actingAdminId = "9001";
    await open.write({ kind: "assign-team", conversationId, actingAdminId, assigneeId: "70" });
    await open.write({ kind: "assign-admin", conversationId, actingAdminId, assigneeId: "9002" });
    await open.write({ kind: "set-state", conversationId, actingAdminId, state: "closed" });
    const observed = await open.destination.fetchConversation(conversationId);
    expect(observed).toMatchObject({
      ...{ contactId, title: "Printer", createdAt: OPENED_AT, state: "closed", attributes },
      ...{ teamId: "70", adminId: "9002", partsCut: false },
    });
    expect(observed?.body).toContain("&lt;printer&gt;");
    const messages = observed?.parts.filter((part) => part.messageType !== "other");
    expect(messages?.map((part) => [part.messageType, part.author, part.createdAt])).toEqual([
      ["note", { kind: "admin", id: "9001" }, OPENED_AT + 60],
      ["comment", contact, OPENED_AT + 90],
    ]);
    expect(messages?.[1]?.body).toContain("&lt;b&gt;bold&lt;/b&gt;");
  });
});

describe("contacts and companies", () => {
  it("adopts an attribute that somebody made since it was looked for, if it is of the type", async () => {
    for (const model of ["conversation", "contact"] as const) {
      const { destinationId } = await open.write(attribute(model, `${model}_since__c`, "string"));
      const again = await open.write(attribute(model, `${model}_since__c`, "string"));
      expect(again).toMatchObject({ destinationId, created: false });
      const other = open.write(attribute(model, `${model}_since__c`, "integer"));
      await expect(other).rejects.toThrow(SkipError);
    }
  });

  it("adopts a contact that exists, changes nothing on it and keeps how it was", async () => {
    await open.write(attribute("contact", "Since__c", "datetime"));
    const other = aContactAction({ externalId: "crm-7", attributes: { Since__c: "2020-01-01T00:00:00Z" } });
    const { destinationId } = await open.write(other);
    const before = open.intercom.stateHash();
    const outcome = await open.write(aContactAction({ name: "Another Name" }));
    expect(outcome).toMatchObject({ destinationId, created: false });
    expect(contactBefore.parse(outcome.before)).toMatchObject({
      image: { externalId: "crm-7", name: "Ada Jones", attributes: { Since__c: "2020-01-01T00:00:00Z" } },
      wrote: {},
    });
    expect(open.intercom.stateHash()).toBe(before);
  });

  it("adopts an archived contact asleep, remembers that it was archived, and wakes it when told", async () => {
    const { destinationId } = await open.write(aContactAction({ externalId: "crm-7" }));
    await open.write({ kind: "archive-contact", contactId: destinationId });
    const outcome = await open.write(aContactAction());
    expect(contactBefore.parse(outcome.before).image?.archived).toBe(true);
    expect(open.intercom.state.contacts.get(destinationId)?.archived).toBe(true);
    const wake: Action = { kind: "unarchive-contact", contactId: destinationId };
    expect(await open.lose(wake)).toEqual({ kind: "absent" });
    await open.write(wake);
    expect(open.intercom.state.contacts.get(destinationId)?.archived).toBe(false);
  });

  it("clears fields with null and knows all companies of a contact", async () => {
    const { destinationId: contactId } = await open.write(aContactAction({ phone: "253 555 1020" }));
    const companyIds: string[] = [];
    for (let n = 1; n <= 12; n += 1) {
      const company = {
        kind: "upsert-company",
        companyId: `connectwise:${n}`,
        name: `C${n}`,
        attributes: {},
      } as const;
      const { destinationId: companyId } = await open.write(company);
      await open.write({ kind: "attach-company", contactId, companyId });
      companyIds.push(companyId);
    }
    const cleared = { externalId: null, phone: null, name: null };
    await open.write({ kind: "update-contact", contactId, fields: cleared });
    const observed = await open.destination.fetchContact(contactId);
    expect(observed?.companyIds).toEqual(companyIds);
    expect(observed).not.toHaveProperty("externalId");
    expect(observed).not.toHaveProperty("phone");
    expect(observed).not.toHaveProperty("name");
  });
});

describe("lost answers", () => {
  it("finds a contact, a part, a change, a deletion and an attribute that were applied", async () => {
    expect(await open.lose(attribute("conversation", "A__c"))).toMatchObject({ kind: "applied" });
    expect(await open.lose(attribute("company", "B__c"))).toMatchObject({ kind: "applied" });
    const contact = await open.lose(
      aContactAction({ externalId: "connectwise:77", email: "x@client.example" }),
    );
    expect(contact).toMatchObject({ kind: "applied", outcome: { created: true } });
    const { conversationId } = await openConversation(open);
    const part = await open.lose(note(conversationId));
    const [written] = open.intercom.state.conversations.get(conversationId)?.parts ?? [];
    expect(part).toMatchObject({ kind: "applied", outcome: { destinationId: written?.id } });
    const title = {
      kind: "update-conversation",
      conversationId,
      title: "T",
      attributes: { A__c: "x" },
    } as const;
    expect(await open.lose(title)).toMatchObject({ kind: "applied" });
    const close = { kind: "set-state", conversationId, actingAdminId: "9001", state: "closed" } as const;
    expect(await open.lose(close)).toMatchObject({ kind: "applied" });
    expect(await open.lose({ kind: "delete-conversation", conversationId })).toMatchObject({
      kind: "applied",
    });
  });

  it("tells twins apart: what another write stands for is not the lost one", async () => {
    const { contactId, conversationId } = await openConversation(open);
    const { destinationId } = await open.write(note(conversationId));
    const sentAt = new Date(Date.now() - 1000);
    const { destination } = open;
    const settled = await destination.settle(
      note(conversationId),
      sentAt,
      undefined,
      new Set([destinationId]),
    );
    expect(settled).toEqual({ kind: "absent" });
    const twin = {
      kind: "create-conversation",
      contactId,
      role: "user",
      body: "The <printer> is on fire",
      createdAt: OPENED_AT,
    } as const;
    const lost = await open.lose(twin);
    expect(lost).toMatchObject({ kind: "applied" });
    expect(lost.kind === "applied" && lost.outcome.destinationId).not.toBe(conversationId);
  });

  it("believes in no absence of a conversation before the search had time, and in it after", async () => {
    const { destinationId: contactId } = await open.write(aContactAction());
    const create = {
      kind: "create-conversation",
      contactId,
      role: "user",
      body: "Hello",
      createdAt: OPENED_AT,
    } as const;
    const early = await open.destination.settle(create, new Date());
    expect(early).toMatchObject({ kind: "uncertain" });
    expect(await open.destination.settle(create, new Date(Date.now() - 1000))).toEqual({ kind: "absent" });
  });
});

describe("refusals", () => {
  const failOnce = (status: number, code: string, message: string, field?: string) =>
    open.intercom.faults.inject({
      kind: "status",
      times: 1,
      status,
      body: { type: "error.list", request_id: "req-1", errors: [{ code, message, field }] },
    });

  it.each([
    [401, "unauthorized", "Access Token Invalid", undefined, AskError, "token_revoked"],
    [403, "forbidden", "No", undefined, AskError, "forbidden"],
    [404, "not_found", "Gone", undefined, SkipError, "not_found"],
    [410, "contact_merged", "Merged", undefined, SkipError, "contact_merged"],
    [429, "rate_limit_exceeded", "Exceeded", undefined, WaitError, "rate_limited"],
    [
      400,
      "parameter_invalid",
      "Too many recent replies to this conversation",
      undefined,
      WaitError,
      "conversation_throttled",
    ],
    [
      400,
      "parameter_invalid",
      "1 is an invalid value for created_at",
      "created_at",
      SkipError,
      "invalid_created_at",
    ],
    [503, "service_unavailable", "Busy", undefined, SettleError, "server_error"],
  ] as const)(
    "answers %i %s (%s) with its way of recovery",
    async (status, code, message, field, kind, ours) => {
      const { conversationId } = await openConversation(open);
      failOnce(status, code, message, field);
      const error = await open.write(note(conversationId)).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(kind);
      expect(error).toMatchObject({ code: ours, requestId: "req-1" });
    },
  );
});

it("never calls an endpoint that sends, and always skips notifications", async () => {
  const { conversationId } = await openConversation(open);
  await open.write(note(conversationId, { messageType: "comment" }));
  const replies = open.intercom.recorded.filter((request) => request.pattern.endsWith("/reply"));
  expect(replies.map((request) => request.body)).toEqual([
    expect.objectContaining({ skip_notifications: true }),
  ]);
  expect(open.intercom.recorded.filter((request) => request.path.startsWith("/messages"))).toEqual([]);
});
