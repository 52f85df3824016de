// Whole runs in workspaces with habits: what makes a proof or silence impossible stops them before anything is moved.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Habits, PUBLISHED } from "../../sandbox/intercom/habits.ts";
import { OPERATOR, startWeek, type Week, type WeekCutover } from "./week-drill.ts";

describe("a run", () => {
  let week: Week;
  let cutover: WeekCutover;
  let planned: { readonly migrationId: string; readonly planHash: string };
  beforeAll(async () => {
    week = await startWeek({ tickets: 12 });
    // The workspace lives today.
    week.clock.ms = Date.now();
    cutover = await week.cutover();
    planned = await cutover.prepare();
  }, 120_000);
  afterAll(() => week.stop());

  const apply = () => cutover.operator.apply(planned.migrationId, planned.planHash, OPERATOR);
  const audited = async () =>
    (await cutover.operator.auditEntries(planned.migrationId, 0, 1000)).map(({ event, detail }) => ({
      event,
      detail,
    }));

  it.each<[string, Partial<Habits>, string]>([
    ["times of opening messages are lost", { ignoresTimesOf: ["opening"] }, "times_not_kept"],
    ["times of contacts are lost", { ignoresTimesOf: ["contact"] }, "times_not_kept"],
    ["times of teammates are lost", { ignoresTimesOf: ["admin", "note"] }, "times_not_kept"],
    ["words are lost", { stripsTagsFromText: true }, "texts_not_kept"],
    ["conversations may not be deleted", { refusesToDelete: ["conversations"] }, "canary_not_deleted"],
    ["nothing may be deleted", { refusesToDelete: ["contacts", "conversations"] }, "canary_not_deleted"],
  ])(
    "stops before the first ticket where %s, says so, and leaves the workspace as it was",
    async (_what, habits, code) => {
      const { intercom } = cutover;
      const before = intercom.stateHash();
      intercom.setHabits({ ...PUBLISHED, ...habits });
      const { run, writes } = await apply();
      expect(run.state).toBe("paused");
      expect(JSON.stringify(run.reason)).toContain(code);
      expect(writes).toBe(0);
      const left = habits.refusesToDelete?.length === 2;
      if (!left) expect(intercom.stateHash()).toBe(before);
      expect(intercom.summary().counts.conversations).toBe(left ? 1 : 0);
    },
    60_000,
  );

  it("goes on in a workspace that takes text as HTML, and every word is there", async () => {
    const { intercom, operator } = cutover;
    intercom.setHabits({ ...PUBLISHED, takesTextAsHtml: true });
    const { run } = await apply();
    expect([run.state, run.reason]).toEqual(["done", undefined]);
    const { counts } = intercom.summary();
    expect(counts.conversations).toBeGreaterThan(10);
    const { discrepancies } = await operator.verify(planned.migrationId);
    expect(discrepancies).toEqual([]);
    const names = [...intercom.state.contacts.values()].map(({ external_id }) => external_id ?? "");
    expect(names.filter((name) => name.startsWith("cutover:canary:"))).toEqual([]);
    expect(intercom.notificationsSent).toBe(0);
    expect((await audited()).filter(({ event }) => event === "canary").at(-1)?.detail).toMatchObject({
      outcome: "passed",
    });
  }, 120_000);

  it("sends no canary where there is nothing to write", async () => {
    const sent = (await audited()).filter(({ event }) => event === "canary").length;
    expect((await apply()).writes).toBe(0);
    expect((await audited()).filter(({ event }) => event === "canary")).toHaveLength(sent);
  });
});
