// Companies of the stand-in: upserted by company_id, seen once somebody belongs to them, archived with a delay.
import { afterEach, describe, expect, it } from "vitest";
import { type SandboxCaller, startCaller } from "./call-sandbox.ts";

describe("companies", () => {
  let caller: SandboxCaller;
  afterEach(() => caller.sandbox.stop());
  const upsert = (fields: object) =>
    caller.call("POST", "/companies", { company_id: "connectwise:1", ...fields });

  it("updates the company of a known company_id instead of making a second", async () => {
    caller = await startCaller();
    const first = await upsert({ name: "Contoso", size: 3 });
    const second = await upsert({ name: "Contoso Ltd" });
    expect(second.body).toMatchObject({ id: first.body.id, name: "Contoso Ltd", size: 3 });
  });

  it("shows a company only while a contact belongs to it", async () => {
    caller = await startCaller();
    const { id } = (await upsert({ name: "Contoso" })).body;
    const contact = await caller.contact();
    const seen = async () => [
      (await caller.call("GET", "/companies?company_id=connectwise:1")).status,
      (await caller.call("POST", "/companies/list")).body.total_count,
    ];
    expect(await seen()).toEqual([404, 0]);
    await caller.call("POST", `/contacts/${contact}/companies`, { id });
    expect(await seen()).toEqual([200, 1]);
    expect((await caller.call("GET", `/companies/${id}/contacts`)).body.data[0].id).toBe(contact);
    await caller.call("DELETE", `/contacts/${contact}/companies/${id}`);
    expect(await seen()).toEqual([404, 0]);
  });

  it("keeps a deleted company until its archiving is done, then makes a new one for the company_id", async () => {
    let now = 1_700_000_000_000;
    caller = await startCaller({ now: () => now, companyArchiveLagMs: 5000 });
    const { id } = (await upsert({ name: "Contoso" })).body;
    expect((await caller.call("DELETE", `/companies/${id}`)).body).toEqual({
      id,
      object: "company",
      deleted: true,
    });
    expect((await caller.call("GET", `/companies/${id}`)).status).toBe(200);
    now += 5000;
    expect((await caller.call("GET", `/companies/${id}`)).status).toBe(404);
    expect((await upsert({ name: "Contoso" })).body.id).not.toBe(id);
  });

  it("scrolls for one reader at a time", async () => {
    caller = await startCaller();
    const { id } = (await upsert({ name: "Contoso" })).body;
    await caller.call("POST", `/contacts/${await caller.contact()}/companies`, { id });
    const scroll = (query = "") => caller.call("GET", `/companies/scroll${query}`);
    const first = await scroll();
    expect(first.body.data).toMatchObject([{ id }]);
    expect((await scroll()).body.errors[0].code).toBe("scroll_exists");
    expect((await scroll(`?scroll_param=${first.body.scroll_param}`)).body.data).toEqual([]);
    expect((await scroll()).status).toBe(200);
  });

  it("refuses a company_id that isn't there", async () => {
    caller = await startCaller();
    expect((await caller.call("POST", "/companies", { name: "Contoso" })).body.errors[0].field).toBe(
      "company_id",
    );
  });
});
