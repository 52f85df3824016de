// What a rollback has before it, counted in the same units as it tells its progress.
import { expect, test } from "vitest";
import type { StandingOperation } from "../../../../src/engine/journal/journal.ts";
import { countUndoable } from "../../../../src/engine/stages/rollback/count.ts";

let ids = 0;
function row(
  type: StandingOperation["source"]["type"],
  id: string,
  destinationId: string,
): StandingOperation {
  ids += 1;
  const source = { type, id } as StandingOperation["source"];
  return {
    ...{
      id: String(ids),
      runId: "run-1",
      source,
      step: "create",
      actionKind: "create-contact",
      destinationId,
    },
    ...{ created: true, doneAt: new Date(0) },
  };
}

test("counts a record once however many steps it has, a company by what it is in Intercom, a definition by row", async () => {
  const rows = [
    row("ticket", "1", "c1"),
    row("ticket", "1", "part1"),
    row("contact", "1", "p1"),
    row("company", "1", "x"),
    row("company", "2", "x"),
    row("attribute", "contact:A", "a1"),
    row("attribute", "contact:A", "a1"),
  ];
  const scope = { migrationId: "m", environment: "production" } as const;
  expect(await countUndoable({ loadStanding: async () => rows }, scope)).toBe(5);
});

test("reads on from the last row of a full page", async () => {
  const all = Array.from({ length: 2500 }, (_, i) => row("ticket", String(i), `c${i}`));
  const loadStanding = async (_: unknown, limit: number, before?: string) => {
    const from = before === undefined ? 0 : all.findIndex((one) => one.id === before) + 1;
    return all.slice(from, from + limit);
  };
  expect(await countUndoable({ loadStanding }, { migrationId: "m", environment: "production" })).toBe(2500);
});
