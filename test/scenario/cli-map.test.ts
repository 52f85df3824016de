// The field map as a file at the command line: exported, changed, taken back, refused with reasons, reused.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FieldMap } from "../../src/engine/field-map/index.ts";
import { type CliWorld, startCliWorld } from "./cli-program.ts";

let world: CliWorld;
let map: FieldMap;
beforeAll(async () => {
  world = await startCliWorld({ tickets: 30, contacts: 20, companies: 5, teams: "all" });
  await world.json("propose");
});
afterAll(() => world.stop());

const exported = async (): Promise<FieldMap> => {
  const { code, out } = await world.run(["map", "export", world.file]);
  expect(code).toBe(0);
  return JSON.parse(out);
};

/** FILE's own map, which the other commands read. */
const written = async (): Promise<FieldMap> =>
  JSON.parse(await readFile(join(world.directory, "map.json"), "utf8"));

describe("the map as a file", () => {
  it("is exported as it stands", async () => {
    map = await exported();
    expect(map).toEqual(await written());
  });

  it("is taken back with a change, which the plan then follows", async () => {
    const [first, ...others] = map.boards;
    const changed = { ...map, boards: [{ ...first, migrate: false }, ...others] };
    const path = await world.writeFile("changed.json", changed);
    const { code, out } = await world.run(["map", "import", world.file, path, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out).hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await written()).toEqual(changed);
    const plan = await world.json("plan");
    expect(plan.objects.conversation.excluded).toBeGreaterThan(0);
  });

  it("is refused with reasons when it is no map or does not fit, and nothing changes", async () => {
    const before = await exported();
    const team = { id: "1", name: "Nobody" };
    const boards = map.boards.map((board) => ({ ...board, migrate: true, team }));
    for (const [document, says] of [
      [{ version: 1, approve: true }, /can't be used.*approve.*fields/s],
      [{ ...map, boards }, /The team "Nobody" of board .* is not in Intercom/],
    ] as const) {
      const path = await world.writeFile("wrong.json", document);
      const { code, error, out } = await world.run(["map", "import", world.file, path]);
      expect([code, out]).toEqual([2, ""]);
      expect(error).toMatch(says);
      expect(error).not.toMatch(/\n\s+at |node:internal/);
    }
    expect(await exported()).toEqual(before);
    expect(await written()).toEqual(before);
  });

  it("of an earlier customer is a starting point for the next proposal", async () => {
    const earlier = {
      ...map,
      statuses: map.statuses.map((row) => ({ ...row, state: "snoozed", origin: "person", decided: true })),
    };
    const path = await world.writeFile("earlier.json", earlier);
    await world.json("propose", { more: ["--from", path] });
    const rows = (await written()).statuses.filter(({ origin }) => origin === "earlier");
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ state, confidence }) => state === "snoozed" || confidence < 0.75)).toBe(true);
  });
});
