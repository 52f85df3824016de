// The law of plan and load on hundreds of histories: on each database, and on the doubles that other histories use.
import fc from "fast-check";
import { it } from "vitest";
import { describeOnEachDatabase } from "../support/database.ts";
import { anyPlanHistory, holdsLaw } from "./plan-history.ts";

/** More of them on request: each is another one every time. */
const HISTORIES = Number(process.env.CUTOVER_HISTORIES ?? 200);

describeOnEachDatabase("a plan announces what is written", (database) => {
  it(`after ${HISTORIES} histories`, async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanHistory, (history) => holdsLaw(history, database())),
      { numRuns: HISTORIES },
    );
  }, 3_600_000);
});

it(`a plan announces what is written in memory, after ${HISTORIES} histories`, async () => {
  await fc.assert(
    fc.asyncProperty(anyPlanHistory, (history) => holdsLaw(history)),
    { numRuns: HISTORIES },
  );
}, 3_600_000);
