// Attributes of the stand-in: definitions, their limits, and the values that they let through.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

describe("attributes", () => {
  let caller: SandboxCaller;
  beforeEach(async () => {
    caller = await startCaller();
  });
  afterEach(() => caller.sandbox.stop());
  const define = (name: string, data_type: string, more: object = {}) =>
    caller.call("POST", "/conversations/attributes", { name, data_type, ...more });
  const data = (name: string, model: string, data_type = "string", more: object = {}) =>
    caller.call("POST", "/data_attributes", { name, model, data_type, ...more });
  const message = (reply: { body: { errors: { message: string }[] } }) => reply.body.errors[0]?.message;

  it("refuses a second active conversation attribute of a name, and takes it once the first is archived", async () => {
    const { id } = (await define("Priority__c", "string")).body;
    expect((await define("Priority__c", "integer")).status).toBe(400);
    expect((await caller.call("DELETE", `/conversations/attributes/${id}`)).body.archived).toBe(true);
    expect((await define("Priority__c", "integer")).status).toBe(200);
    const shown = async (query: string) =>
      (await caller.call("GET", `/conversations/attributes${query}`)).body.data.length;
    expect([await shown(""), await shown("?include_archived=true")]).toEqual([1, 2]);
  });

  it("refuses what is no letter, digit, currency symbol or hyphen in a contact's or a company's name", async () => {
    for (const name of ["a.b", "a#b", "a/b", "a & b", "a?", "(a)", "it's"]) {
      expect((await data(name, "contact")).status).toBe(400);
    }
    for (const name of ["Cost in $", "Cost in €", "a-b", "Seats__c", "Größe 2"]) {
      expect((await data(name, "company")).status).toBe(200);
    }
    caller.sandbox.setHabits({ underscoresInNames: false });
    expect((await data("Floor__c", "company")).status).toBe(400);
  });

  it("refuses a name that the other of contact and company has", async () => {
    await data("Tier__c", "company");
    const advice = "To save this as new people data, use a different name.";
    expect(message(await data("Tier__c", "contact"))).toBe(
      `You already have 'Tier__c' in your company data. ${advice}`,
    );
  });

  it("refuses the 251st custom attribute of the workspace", async () => {
    for (let i = 0; i < 125; i++) {
      await define(`C${i}`, "string");
      await data(`D${i}`, "contact");
    }
    expect([(await define("more", "string")).status, (await data("more", "company")).status]).toEqual([
      400, 400,
    ]);
  });

  it("wants two options at least, and lists data attributes under the types that answers know", async () => {
    expect((await data("L", "contact", "options", { options: [{ value: "a" }] })).status).toBe(400);
    const list = await data("L", "contact", "options", { options: [{ value: "a" }, { value: "b" }] });
    expect(list.body).toMatchObject({ data_type: "string", options: ["a", "b"] });
    expect((await data("T", "contact", "datetime")).body.data_type).toBe("date");
    const names = (await caller.call("GET", "/data_attributes?model=contact")).body.data;
    expect(names.filter((attribute: { custom: boolean }) => attribute.custom)).toHaveLength(2);
  });

  it.each([
    ["string", "x".repeat(256)],
    ["string", 1],
    ["integer", 1.5],
    ["integer", "1"],
    ["decimal", "1.5"],
    ["boolean", "true"],
    ["datetime", "tomorrow"],
  ])("refuses for type %s the value %j", async (type, value) => {
    await define("A__c", type);
    const id = await caller.conversation(await caller.contact());
    const reply = await caller.call("PUT", `/conversations/${id}`, { custom_attributes: { A__c: value } });
    expect([reply.status, reply.body.errors[0].field]).toEqual([400, "custom_attributes"]);
  });

  it("takes values of the right type, answers times in unix seconds, and forgets a value set to null", async () => {
    const types = {
      S: "string",
      I: "integer",
      N: "decimal",
      B: "boolean",
      T: "datetime",
      U: "datetime",
      L: "list",
    };
    for (const [name, type] of Object.entries(types)) await define(name, type);
    const id = await caller.conversation(await caller.contact());
    const custom_attributes = {
      S: "x",
      I: 2,
      N: 1.5,
      B: false,
      T: "2024-05-01T10:00:00Z",
      U: 1_714_557_600,
      L: "new",
    };
    const put = (values: object) => caller.call("PUT", `/conversations/${id}`, { custom_attributes: values });
    const expected = { ...custom_attributes, T: 1_714_557_600 };
    expect((await put(custom_attributes)).body.custom_attributes).toEqual(expected);
    const { S: _, ...rest } = expected;
    expect((await put({ S: null })).body.custom_attributes).toEqual(rest);
    expect(message(await put({ Unknown: 1 }))).toBe("Custom attribute 'Unknown' does not exist");
  });

  it("refuses unknown list values only when told to", async () => {
    const strict = await startCaller({ acceptUnknownListValues: false });
    await strict.call("POST", "/conversations/attributes", {
      name: "L",
      data_type: "list",
      options: [{ label: "High" }],
    });
    const id = await strict.conversation(await strict.contact());
    const put = async (L: string) =>
      (await strict.call("PUT", `/conversations/${id}`, { custom_attributes: { L } })).status;
    expect([await put("High"), await put("Huge")]).toEqual([200, 400]);
    await strict.sandbox.stop();
  });

  it("hides the values of an archived definition", async () => {
    const { id: attribute } = (await define("A", "string")).body;
    const id = await caller.conversation(await caller.contact());
    await caller.call("PUT", `/conversations/${id}`, { custom_attributes: { A: "x" } });
    await caller.call("DELETE", `/conversations/attributes/${attribute}`);
    expect((await caller.call("GET", `/conversations/${id}`)).body.custom_attributes).toEqual({});
  });
});
