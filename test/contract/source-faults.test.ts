// Everything that goes wrong at once: the extract is the one of a calm day, and what may not be read is named.
import { afterEach, expect, it } from "vitest";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import { type Drill, MIGRATION, startDrill, UNPACED } from "../support/connectwise-drill.ts";
import { explained } from "../support/in-words.ts";

const drills: Drill[] = [];
async function drill(...options: Parameters<typeof startDrill>): Promise<Drill> {
  const started = await startDrill(...options);
  drills.push(started);
  return started;
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

const CLOSED = "Managed Services";
const reported = ({ exceptions }: Drill) =>
  exceptions
    .map(({ code, source, saying }) => `${code} ${source.type} ${source.id}: ${explained(saying).message}`)
    .sort();

it("stages under 429s, time-outs, resets, lost answers, a moved codebase and a closed board what it stages without", async () => {
  const closed = { tickets: 160, forbiddenBoards: [CLOSED] } as const;
  const calm = await drill(closed);
  await calm.extract();
  const rough = await drill(closed);
  const { sandbox } = rough;
  const { faults } = sandbox;
  faults.inject({ kind: "status", status: 429, headers: { "Retry-After": "0" }, rate: 0.06 });
  faults.inject({ kind: "status", status: 500, body: { message: "Timeout" }, rate: 0.06 });
  faults.inject({ kind: "reset", rate: 0.06 });
  faults.inject({ kind: "lost-answer", rate: 0.04 });
  // Minutes pass quickly here: a codebase is asked for again only some time after it was found.
  let clock = 0;
  const moves = ["v2026_5", "v2026_6"];
  const source = createConnectWiseSource(
    { url: sandbox.url, ...sandbox.credentials },
    { ...UNPACED, pacing: { ...UNPACED.pacing, now: () => clock } },
  );
  await rough.extract({
    source,
    onProgress: ({ type, done }) => {
      clock += 30_000;
      if (
        (type === "ticket" && moves.length === 2) ||
        (type === "notes" && done > 60 && moves.length === 1)
      ) {
        sandbox.moveCodebase(moves.shift() ?? "");
      }
    },
  });
  await source.close();

  expect(moves).toEqual([]);
  for (const kind of ["status", "reset", "lost-answer"] as const)
    expect(faults.hits[kind]).toBeGreaterThan(8);
  expect(rough.staging.hashes(MIGRATION)).toEqual(calm.staging.hashes(MIGRATION));
  expect(reported(rough)).toEqual(reported(calm));
  const staged = rough.staging.all(MIGRATION, "ticket");
  expect(staged.length).toBeGreaterThan(100);
  expect(staged.filter(({ board }) => board?.name === CLOSED)).toEqual([]);
  expect(reported(rough).join("\n")).toContain(CLOSED);
});
