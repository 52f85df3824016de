// Keyset pages: what a server does wrong is noticed, and a bad row is named instead of lost.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AbortError, RetryError } from "../../../../../src/engine/errors.ts";
import type { ConnectWiseClient, Query } from "../../../../../src/engine/source/connectwise/client/client.ts";
import { createPacing } from "../../../../../src/engine/source/connectwise/client/pacing.ts";
import {
  fetchAllRows,
  fetchNumberedRows,
  fetchRows,
  isSurelyLast,
} from "../../../../../src/engine/source/connectwise/client/paging.ts";
import { print } from "../../../../support/in-words.ts";

const row = z.object({ id: z.number(), name: z.string() });

function aClient(answer: (query: Query) => unknown): ConnectWiseClient & { readonly asked: Query[] } {
  const asked: Query[] = [];
  return {
    asked,
    site: "https://psa.example",
    pacing: createPacing(),
    codebase: async () => ({ apiUrl: "https://psa.example/x/apis/3.0", cloud: true }),
    get: async (_path, query = {}) => {
      asked.push(query);
      return answer(query);
    },
    look: async () => ({ askedAt: new Date() }),
    download: async () => {
      throw new Error("no files here");
    },
    answers: async () => true,
    close: async () => undefined,
  };
}
const rows = (...ids: number[]) => ids.map((id) => ({ id, name: `n${id}` }));

describe("a keyset page", () => {
  it("asks for ids behind the last one, in order, a thousand at a time", async () => {
    const client = aClient(() => rows(8, 9));
    const page = await fetchRows(client, row, { path: "x", after: "7", conditions: ["closedFlag=True"] });
    expect(client.asked).toEqual([
      { conditions: "id>7 and closedFlag=True", orderBy: "id asc", pageSize: 1000 },
    ]);
    expect(page).toMatchObject({ last: "9", full: false, length: 2 });
  });

  it("names a row that can't be read, and goes on behind it", async () => {
    const page = await fetchRows(
      aClient(() => [...rows(1), { id: 2 }]),
      row,
      { path: "x" },
    );
    expect(page.rows).toHaveLength(1);
    expect(print(page.rejects)).toEqual([{ id: "2", reason: expect.stringMatching(/^field name: /) }]);
    expect(page.last).toBe("2");
  });

  const FULL = Array.from({ length: 1000 }, (_, at) => at + 1);
  it.each([
    ["an id comes twice in a full page", rows(...FULL.slice(0, 999), 999), "0"],
    ["a full page is not in the order of ids", rows(...FULL.slice(0, 998), 1000, 999), "0"],
    ["a page as long as a silent cap is out of order", rows(...FULL.slice(1, 25), 1), "0"],
    ["the filter on ids is ignored", rows(5, 6), "5"],
    ["no row of a full page has an id", FULL.map((name) => ({ name: `n${name}` })), "0"],
  ])("stops everything when %s", async (_what, answer, after) => {
    const page = fetchRows(
      aClient(() => answer),
      row,
      { path: "x", after },
    );
    await expect(page).rejects.toThrow(AbortError);
  });

  it.each([
    ["in any order", rows(3, 1, 2)],
    ["with an id twice", rows(1, 2, 2, 3)],
  ])("that is surely the rest of its list may come %s", async (_what, answer) => {
    const page = await fetchRows(
      aClient(() => answer),
      row,
      { path: "x" },
    );
    expect(page.rows.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(page.last).toBe("3");
  });

  it("names a row without an id, and has no end to go on from", async () => {
    const page = await fetchRows(
      aClient(() => [{ name: "x" }]),
      row,
      { path: "x" },
    );
    expect(page).toMatchObject({ rows: [], rejects: [{ id: "unknown" }] });
    expect(page.last).toBeUndefined();
  });

  it.each([undefined, null, {}, "", 0, { code: "Internal", message: "Sorry" }, { items: [] }])(
    "is trouble where the answer is %o: no empty list",
    async (answer) => {
      for (const fetch of [fetchRows, fetchNumberedRows, fetchAllRows]) {
        const page = fetch(
          aClient(() => answer),
          row,
          { path: "x" },
        );
        await expect(page).rejects.toThrow(RetryError);
      }
    },
  );

  it("is believed to be the last only when its length can't be a cap", () => {
    expect(isSurelyLast(7, 1000)).toBe(true);
    expect(isSurelyLast(25, 1000)).toBe(false);
    expect(isSurelyLast(1000, 1000)).toBe(false);
  });

  it("is followed by others although the server caps pages silently at 25", async () => {
    const all = rows(...Array.from({ length: 60 }, (_, at) => at + 1));
    const client = aClient(({ conditions }) => {
      const after = Number(/id>(\d+)/.exec(String(conditions ?? ""))?.[1] ?? 0);
      return all.filter(({ id }) => id > after).slice(0, 25);
    });
    const found = await fetchAllRows(client, row, { path: "x" });
    expect(found.rows).toHaveLength(60);
    expect(client.asked).toHaveLength(3);
  });
});
