// The stand-in pages as ConnectWise does, with its traps.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { ask, list, startSmall } from "./sandbox-connectwise-client.ts";

let cw: ConnectWiseSandbox;
beforeAll(async () => {
  cw = await startSmall({}, { tickets: 1200 });
});
afterAll(() => cw.stop());

const ids = (records: unknown) => (records as { id: number }[]).map((record) => record.id);
const relations = (link: unknown) =>
  [...String(link).matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, url, rel]) => [
    rel,
    new URL(String(url)).searchParams.get("page"),
  ]);

describe("paging by number", () => {
  it("gives 25 records without being asked for more", async () => {
    expect(await list(cw, "/service/tickets")).toHaveLength(25);
  });

  it("caps a page at 1,000 without a word", async () => {
    expect(await list(cw, "/service/tickets", { pageSize: 5000 })).toHaveLength(1000);
  });

  it("links first, prev, next and last, and keeps the query in the links", async () => {
    const { headers } = await ask(cw, "/service/tickets", {
      query: { page: 2, pageSize: 500, orderBy: "id asc" },
    });
    expect(relations(headers.link)).toEqual([
      ["next", "3"],
      ["last", "3"],
      ["first", "1"],
      ["prev", "1"],
    ]);
    expect(String(headers.link)).toContain("pageSize=500");
    const last = await ask(cw, "/service/tickets", { query: { page: 3, pageSize: 500 } });
    expect(relations(last.headers.link)).toEqual([
      ["first", "1"],
      ["prev", "2"],
    ]);
  });

  it("answers page 0 with the records of page 1, and nothing behind the end", async () => {
    const [zero, one, far] = await Promise.all(
      [0, 1, 99].map((page) => list(cw, "/service/tickets", { page })),
    );
    expect(ids(zero)).toEqual(ids(one));
    expect(far).toEqual([]);
  });

  it("counts what a condition lets through", async () => {
    const conditions = "closedFlag=true";
    const { body } = await ask(cw, "/service/tickets/count", { query: { conditions } });
    const closed = cw.tenant.tickets.filter((ticket) => ticket.closedFlag).length;
    expect(body).toEqual({ count: closed });
  });

  it("orders by several fields, in both directions", async () => {
    const tickets = await list(cw, "/service/tickets", {
      orderBy: "board/name desc, id asc",
      pageSize: 1000,
      fields: "id,board/name",
    });
    const names = tickets.map((ticket) => (ticket.board as { name: string }).name);
    expect(names).toEqual([...names].sort().reverse());
  });
});

describe("keyset and forward-only paging", () => {
  it("reach every ticket once by id", async () => {
    const seen: number[] = [];
    for (;;) {
      const page = await list(cw, "/service/tickets", {
        conditions: `id>${seen.at(-1) ?? 0}`,
        orderBy: "id asc",
        pageSize: 500,
      });
      if (page.length === 0) break;
      seen.push(...ids(page));
    }
    expect(seen).toEqual(cw.tenant.tickets.map((ticket) => ticket.id));
  });

  it("follow the last id from link to link", async () => {
    const seen: number[] = [];
    let pageId = "0";
    for (let turns = 0; turns < 10 && pageId; turns += 1) {
      const { body, headers } = await ask(cw, "/service/tickets", {
        query: { pageSize: 500, pageId },
        headers: { "pagination-type": "forward-only" },
      });
      seen.push(...ids(body));
      pageId = /pageId=(\d+)>; rel="next"/.exec(String(headers.link))?.[1] ?? "";
    }
    expect(seen).toEqual(cw.tenant.tickets.map((ticket) => ticket.id));
  });

  it("don't take an order", async () => {
    const { status } = await ask(cw, "/service/tickets", {
      query: { orderBy: "id asc" },
      headers: { "pagination-type": "forward-only" },
    });
    expect(status).toBe(400);
  });
});

describe("fields", () => {
  it("leave _info out unless it is named", async () => {
    const [bare] = await list(cw, "/company/contacts", { pageSize: 1, fields: "id,firstName" });
    const [full] = await list(cw, "/company/contacts", { pageSize: 1, fields: "id,_info/lastUpdated" });
    expect(Object.keys(bare ?? {})).toEqual(["id", "firstName"]);
    expect(Object.keys((full?._info ?? {}) as object)).toEqual(["lastUpdated"]);
  });

  it("answer 400 for a name that the object doesn't have", async () => {
    const { status, body } = await ask(cw, "/service/tickets", { query: { fields: "id,colour" } });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "InvalidObject", errors: [{ field: "fields" }] });
  });

  it("never bring the initial description", async () => {
    const [ticket] = await list(cw, "/service/tickets", { pageSize: 1, fields: "id,initialDescription" });
    expect(Object.keys(ticket ?? {})).toEqual(["id"]);
    expect(await list(cw, "/service/tickets", { pageSize: 1 })).not.toHaveProperty("0.initialDescription");
  });
});
