// The stand-in against Intercom's own description: what it takes, what it refuses, what it answers.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type IntercomRequestValidator,
  intercomSpecExists,
  makeIntercomRequestValidator,
} from "../support/intercom-spec-validator.ts";
import { type SandboxCaller, startCaller } from "../unit/sandbox/intercom/call-sandbox.ts";
import { BAD } from "./sandbox-intercom-refused.ts";
import type { Row } from "./sandbox-intercom-requests.ts";
import { GOOD } from "./sandbox-intercom-taken.ts";

const named = (rows: readonly Row[]) => rows.map((row) => [row[0], row] as const);

describe.skipIf(!intercomSpecExists)("the stand-in for Intercom, held against the description", () => {
  let caller: SandboxCaller;
  let validator: IntercomRequestValidator;
  let ids: Record<string, string>;

  const place = (row: Row) => {
    const fill = (text: string) => text.replaceAll(/\b[A-Z]{4,}\b/g, (word) => ids[word] ?? word);
    const [name, method, path, body] = row;
    const filled = body === undefined ? undefined : JSON.parse(fill(JSON.stringify(body)));
    return { name, method, path: fill(path), body: filled };
  };
  const split = (path: string) => {
    const url = new URL(path, "http://any");
    return { path: decodeURIComponent(url.pathname), query: Object.fromEntries(url.searchParams) };
  };

  beforeAll(async () => {
    validator = makeIntercomRequestValidator();
    caller = await startCaller({ recordRequests: true, teams: [{ id: "71", name: "Service Desk" }] });
    const { call } = caller;
    const attribute = (name: string, data_type: string, more = {}) =>
      call("POST", "/conversations/attributes", { name, data_type, ...more });
    const data = (name: string, model: string, data_type: string) =>
      call("POST", "/data_attributes", { name, model, data_type });
    const list = await attribute("Priority__c", "list", { options: [{ label: "High" }] });
    await attribute("Hours__c", "decimal");
    await attribute("Contract__c", "boolean");
    await attribute("Due__c", "datetime");
    await data("Seats__c", "contact", "integer");
    await data("Tier__c", "company", "string");
    await data("Staff__c", "company", "integer");
    const spare = await data("Spare__c", "contact", "string");
    const company = await call("POST", "/companies", { company_id: "connectwise:7", name: "Contoso" });
    const collection = await call("POST", "/help_center/collections", { name: "All" });
    const contact = await caller.contact({ external_id: "connectwise:1" });
    ids = {
      CONTACT: contact,
      COMPANY: company.body.id,
      CONVERSATION: await caller.conversation(contact),
      LIST: String(list.body.id),
      DATA: String(spare.body.id),
      COLLECTION: collection.body.id,
      TEAM: "71",
    };
  });
  afterAll(() => caller.sandbox.stop());

  it.each(named(BAD))("refuses %s, as the description does", async (_, row) => {
    const { method, path, body } = place(row);
    expect(validator.checkRequest({ method, ...split(path), body })).not.toEqual([]);
    const answer = await caller.call(method, path, body);
    expect([400, 422]).toContain(answer.status);
    expect(validator.checkResponse(method, split(path).path, answer.status, answer.body)).toEqual([]);
    expect(answer.body.errors[0].code).toMatch(/^parameter_(invalid|not_found)$/);
  });

  it.each(named(GOOD))("takes %s, and answers as described", async (_, row) => {
    const { method, path, body } = place(row);
    expect(validator.checkRequest({ method, ...split(path), body })).toEqual([]);
    const answer = await caller.call(method, path, body);
    expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200, errors: undefined });
    expect(validator.checkResponse(method, split(path).path, 200, answer.body)).toEqual([]);
  });

  it("records every request, so that other tests can hold theirs against the description", () => {
    const { recorded } = caller.sandbox;
    expect(recorded.length).toBeGreaterThanOrEqual(GOOD.length + BAD.length);
    const taken = recorded.filter((request) => request.status === 200);
    expect(taken.flatMap((request) => validator.checkRequest(request))).toEqual([]);
  });
});
