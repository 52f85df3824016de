// Hundreds of random histories: whatever happens on the way, a migration ends as if nothing had, and can be taken back.
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../support/database.ts";
import {
  anyHistory,
  beginHistory,
  type History,
  liveCalmly,
  liveThrough,
  rollBackThrough,
} from "./history.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

/** More of them on request: each is another one every time. */
const HISTORIES = Number(process.env.CUTOVER_HISTORIES ?? 200);

async function holds(history: History, kept?: TestDatabase): Promise<void> {
  const calm = await beginHistory(history);
  await liveCalmly(calm, history);
  const undisturbed = assembleNormalForm(calm.intercom);
  await calm.stop();

  const drill = await beginHistory(history, kept);
  const before = drill.intercom.stateHash();
  await liveThrough(drill, history);
  expect(assembleNormalForm(drill.intercom)).toEqual(undisturbed);

  expect((await drill.reconcile()).discrepancies).toEqual([]);
  const writes = drill.writes();
  expect(await drill.load()).toMatchObject({ kind: "done", writes: 0, exceptions: 0 });
  expect(drill.writes()).toBe(writes);

  await rollBackThrough(drill, history);
  expect(drill.intercom.stateHash()).toBe(before);
  await drill.stop();
}

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase("pglite");
});
afterAll(() => database.drop());

it(`ends as undisturbed, writes nothing twice and rolls back to the letter, in ${HISTORIES} histories`, async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => holds(history)),
    { numRuns: HISTORIES },
  );
}, 3_600_000);

it("does so on the database's journal, too", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, (history) => holds(history, database)),
    { numRuns: Math.ceil(HISTORIES / 50) },
  );
}, 3_600_000);
