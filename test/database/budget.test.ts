// The shared budget row: processes that spend at the same moment never get more than there is.
import { expect, it } from "vitest";
import { makeDatabaseBudget } from "../../src/engine/pace/budget-store.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const rules = {
  windowMs: 10_000,
  limitPerWindow: 100,
  reserveShare: 0.1,
  margin: 5,
  probe: 20,
  edgeMs: 50,
  patienceMs: 1_000,
};
const now = 1_800_000_001_000;
const nothing = { answered: 0, unused: 0, unusedEnd: 0, blind: false };

describeOnEachDatabase("the shared budget", (database) => {
  it("grants each permit once to processes that ask at once, and the probe only until an answer came", async () => {
    const processes = Array.from({ length: 6 }, () => makeDatabaseBudget(database(), "workspace"));
    const first = await Promise.all(processes.map((one) => one.spend({ ...nothing, now, want: 10 }, rules)));
    expect(first.reduce((sum, answer) => sum + answer.granted, 0)).toBe(20);
    const seen = { resetAt: now + 9_000, remaining: 60 };
    const [teller] = processes;
    await teller?.spend({ ...nothing, now, want: 0, answered: 20, seen }, rules);
    const second = await Promise.all(processes.map((one) => one.spend({ ...nothing, now, want: 10 }, rules)));
    expect(second.reduce((sum, answer) => sum + answer.granted, 0)).toBe(55);
  });

  it("keeps credentials apart, and tells all of a hold", async () => {
    const [one, two, other] = ["a", "a", "b"].map((credential) => makeDatabaseBudget(database(), credential));
    await one?.spend({ ...nothing, now, want: 0, holdUntil: now + 5_000 }, rules);
    expect(await two?.spend({ ...nothing, now, want: 10 }, rules)).toMatchObject({
      granted: 0,
      holdUntil: now + 5_000,
    });
    expect(await other?.spend({ ...nothing, now, want: 10 }, rules)).toMatchObject({ granted: 10 });
  });
});
