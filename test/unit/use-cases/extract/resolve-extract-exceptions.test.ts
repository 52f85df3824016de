// What an extraction could not read is struck out once it could, and not before.
import { beforeEach, expect, test } from "vitest";
import type { Exception } from "../../../../src/engine/model/run.ts";
import type { Source } from "../../../../src/engine/source/port.ts";
import type { Dependencies } from "../../../../src/engine/use-cases/dependencies.ts";
import { resolveExtractExceptions } from "../../../../src/engine/use-cases/extract/resolve-extract-exceptions.ts";
import { aContact, aTicket } from "../../../support/builders.ts";
import { toldError } from "../../../support/in-words.ts";

let resolved: string[];
let staged: string[];
beforeEach(() => {
  resolved = [];
  staged = [];
});

const exception = (type: string, id: string, code = "source_unreadable"): Exception => ({
  ...{
    source: { type, id },
    environment: "production",
    code,
    saying: toldError("It can't be read."),
  },
});

async function resolve(
  open: readonly Exception[],
  pass: Parameters<typeof resolveExtractExceptions>[3],
  unreadable: readonly string[] = [],
): Promise<void> {
  const deps = {
    clock: () => new Date(0),
    store: {
      exceptions: {
        list: async () => open,
        resolve: async (_: string, __: string, { type, id }: Exception["source"]) =>
          resolved.push(`${type}:${id}`),
      },
      staging: {
        putRecords: async (_: string, type: string, records: readonly { id: string }[]) =>
          staged.push(...records.map(({ id }) => `${type}:${id}`)),
      },
    },
  } as unknown as Pick<Dependencies, "store" | "clock">;
  const source = {
    fetchByIds: async (type: string, ids: readonly string[]) => ({
      records: ids
        .filter((id) => !unreadable.includes(id) && id !== "gone")
        .map((id) => (type === "ticket" ? aTicket({ id }).build().ticket : aContact({ id }))),
      rejects: ids.filter((id) => unreadable.includes(id)).map((id) => ({ id, reason: "still broken" })),
    }),
  } as unknown as Pick<Source, "fetchByIds">;
  await resolveExtractExceptions(deps, source, "m1", pass);
}

const none: ReadonlySet<string> = new Set();

test("a full pass strikes out all that did not recur", async () => {
  const open = [exception("ticket", "1"), exception("ticket", "2"), exception("timeEntry", "3")];
  await resolve(open, { mode: "full", resumed: false, recurred: new Set(["ticket:2"]) });
  expect(resolved).toEqual(["ticket:1", "timeEntry:3"]);
  expect(staged).toEqual([]);
});

test("a refresh asks for the records again, stages those that come, and forgets those that are gone", async () => {
  const open = [
    exception("ticket", "1"),
    exception("ticket", "2"),
    exception("contact", "3"),
    exception("ticket", "gone"),
  ];
  await resolve(open, { mode: "refresh", resumed: false, recurred: none }, ["2"]);
  expect(resolved.sort()).toEqual(["contact:3", "ticket:1", "ticket:gone"]);
  expect(staged.sort()).toEqual(["contact:3", "ticket:1"]);
});

test("a refresh reads small lists whole, and counts again, so what did not recur there is over", async () => {
  const open = [
    exception("board", "1"),
    exception("ticket", "*", "source_shrunk"),
    exception("contact", "*", "source_hole"),
    exception("timeEntry", "9"),
  ];
  await resolve(open, { mode: "refresh", resumed: false, recurred: none });
  expect(resolved).toEqual(["board:1", "ticket:*", "contact:*"]);
});

test("a pass that went on after a break strikes out nothing that it has not met again, for it did not look", async () => {
  const open = [
    exception("ticket", "1"),
    exception("board", "2"),
    exception("ticket", "*", "source_hole"),
    exception("ticketConfigurations", "*"),
  ];
  await resolve(open, { mode: "full", resumed: true, recurred: none });
  expect(resolved).toEqual([]);
});

test.each([
  ["refresh", false],
  ["full", true],
] as const)("a list that was refused is looked for in every pass: %s, resumed %s", async (mode, resumed) => {
  const open = [exception("agreement", "*"), exception("article", "*"), exception("documents", "*")];
  await resolve(open, { mode, resumed, recurred: new Set(["article:*"]) });
  expect(resolved).toEqual(["agreement:*", "documents:*"]);
});

test("what loading objects to stays, whatever became of reading it", async () => {
  const open = [
    exception("ticket", "1"),
    exception("ticket", "1", "invalid_created_at"),
    exception("ticket", "2", "reference_missing"),
  ];
  await resolve(open, { mode: "full", resumed: false, recurred: none });
  expect(resolved).toEqual([]);
});
