// Two lists of tickets read as one keyset, and read board by board where the whole list is refused.
import { describe, expect, it } from "vitest";
import { AskError } from "../../../../../src/engine/errors.ts";
import type { ConnectWiseClient, Query } from "../../../../../src/engine/source/connectwise/client/client.ts";
import { createPacing } from "../../../../../src/engine/source/connectwise/client/pacing.ts";
import { createTicketLists } from "../../../../../src/engine/source/connectwise/records/tickets.ts";
import { print, prose } from "../../../../support/in-words.ts";

interface Row {
  readonly id: number;
  readonly board: { readonly id: number; readonly name: string };
  readonly recordType?: string;
}

/** Knows `id>`, `id<=`, `board/id=`, `board/id in` and counts; `refuses` answers 403. */
function aClient(
  lists: Readonly<Record<string, readonly Row[]>>,
  refuses = (_path: string, _where: string) => false,
) {
  const get = async (path: string, query: Query = {}) => {
    const where = String(query.conditions ?? "");
    const list = path.replace(/\/count$/, "");
    if (refuses(list, where))
      throw new AskError(prose({ code: "right_missing", message: "No.", remedy: "Give it." }));
    const number = (pattern: RegExp, none: number) => Number(pattern.exec(where)?.[1] ?? none);
    const boards = /board\/id(?:=| in \()([\d,]+)/.exec(where)?.[1]?.split(",").map(Number);
    const rows = (lists[list] ?? []).filter(
      ({ id, board, recordType = "ServiceTicket" }) =>
        id > number(/id>(\d+)/, 0) &&
        id <= number(/id<=(\d+)/, Number.POSITIVE_INFINITY) &&
        (!boards || boards.includes(board.id)) &&
        (!where.includes("recordType=") || recordType !== "ServiceTicket"),
    );
    return path.endsWith("/count") ? { count: rows.length } : rows.slice(0, Number(query.pageSize));
  };
  const client: ConnectWiseClient = {
    site: "https://psa.example",
    pacing: createPacing(),
    codebase: async () => ({ apiUrl: "https://psa.example/x/apis/3.0", cloud: true }),
    get,
    look: async () => ({ askedAt: new Date() }),
    download: async () => {
      throw new Error("no files here");
    },
    answers: async () => true,
    close: async () => undefined,
  };
  return createTicketLists(client, async () => ({ byId: new Map() }));
}

async function readAll(lists: ReturnType<typeof aClient>) {
  const ids: string[] = [];
  const rejects: unknown[] = [];
  let after: string | undefined;
  do {
    const page = await lists.fetchPage(after === undefined ? {} : { after });
    ids.push(...page.records.map(({ id }) => id));
    rejects.push(...page.rejects);
    after = page.next;
  } while (after !== undefined);
  return { ids, rejects };
}

const rows = (ids: readonly number[], board = 1): Row[] =>
  ids.map((id) => ({ id, board: { id: board, name: `Board ${board}` } }));
const range = (from: number, to: number, step = 1) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);

describe("the two lists of tickets", () => {
  it.each([
    ["interleaved", range(1, 4_000, 2), range(2, 3_000, 2)],
    ["many project tickets between two service tickets", [1, 5_000], range(2, 2_600)],
    ["project tickets behind all others", range(1, 1_200), range(10_000, 12_400)],
    ["no project tickets", range(1, 1_000), []],
    ["project tickets alone", [], range(1, 1_500)],
  ])("are read whole and in order: %s", async (_what, service, project) => {
    const lists = aClient({ "service/tickets": rows(service), "project/tickets": rows(project) });
    const { ids } = await readAll(lists);
    const expected = [...service, ...project].sort((a, b) => a - b).map(String);
    expect(ids).toEqual(expected);
    expect(await lists.count()).toBe(expected.length);
  });

  it("bring a ticket that stands in both once, and count it once", async () => {
    const both = rows([5, 6]).map((row) => ({ ...row, recordType: "ProjectTicket" }));
    const lists = aClient({
      "service/tickets": [...rows([1, 2]), ...both],
      "project/tickets": rows([5, 6, 7]),
    });
    expect((await readAll(lists)).ids).toEqual(["1", "2", "5", "6", "7"]);
    expect(await lists.count()).toBe(5);
  });

  it("are read board by board when the whole list is refused, and the closed board is named", async () => {
    const service = [...rows([1, 3], 1), ...rows([2, 4], 2)].sort((a, b) => a.id - b.id);
    const boards = [1, 2].map((id) => ({ id, name: `Board ${id}`, board: { id, name: "" } }));
    const lists = aClient(
      { "service/tickets": service, "project/tickets": [], "service/boards": boards },
      (path, where) => path === "service/tickets" && (!where.includes("board/id") || /[=(,]2\b/.test(where)),
    );
    const { ids, rejects } = await readAll(lists);
    expect(ids).toEqual(["1", "3"]);
    expect(print(rejects)).toEqual([
      {
        type: "board",
        id: "2",
        reason: expect.stringMatching(/^the tickets of board “Board 2” can't be read/),
      },
    ]);
    expect(await lists.count()).toBe(2);
  });

  it("refuse as a whole when no board may be read", async () => {
    const lists = aClient({ "service/boards": [] }, (path) => path === "service/tickets");
    await expect(readAll(lists)).rejects.toThrow(AskError);
  });
});
