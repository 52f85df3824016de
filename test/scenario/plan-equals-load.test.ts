// Law: what a plan announces is what the load after it writes, whatever happened to the records before.
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SourceArticle } from "../../src/engine/model/source/source.ts";
import { describeOnEachDatabase, makeTestDatabase, type TestDatabase } from "../support/database.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { anyPlanHistory, holdsLaw } from "./plan-history.ts";

describe("a plan", () => {
  let database: TestDatabase;
  let drill: LoadDrill;
  beforeAll(async () => {
    database = await makeTestDatabase("pglite");
  });
  afterEach(() => drill.stop());
  afterAll(() => database.drop());

  /** The plan before the load, and the load. */
  async function planAndLoad(runId: string) {
    const { operations, objects } = await drill.plan();
    const { writes, kind, exceptions } = await drill.load({ runId });
    return { operations, objects, writes, kind, exceptions };
  }

  it("announces the notes and closes of tickets that were deleted in the source since", async () => {
    drill = await startLoadDrill({ tickets: 12, database });
    await drill.provision();
    const first = await planAndLoad("run-1");
    expect(first).toMatchObject({ kind: "done", operations: first.writes });
    // One is open, one is closed already.
    const gone = ["1000", "1002"].map((id) => ({ type: "ticket", id }) as const);
    await drill.staging.markDeleted(drill.migrationId, gone, new Date());
    const second = await planAndLoad("run-2");
    expect(second).toMatchObject({ kind: "done", operations: 4, writes: 4 });
    expect(second.objects.conversation).toMatchObject({ create: 0, update: 2, unchanged: 10 });
    expect(await planAndLoad("run-3")).toMatchObject({ operations: 0, writes: 0 });
  });

  it("announces no link of an article to a ticket that can't be moved, and keeps one to a ticket that was", async () => {
    drill = await startLoadDrill({ tickets: 2, database });
    const { bundles } = drill.records;
    const spoil = async (at: number) => {
      const bundle = bundles[at];
      if (!bundle) throw new Error("The drill has too few tickets.");
      const { ticket, notes } = bundle;
      const never = "0001-01-01T00:00:00Z";
      const spoiled = notes.map((note) => ({ ...note, dateCreated: never }));
      const now = new Date();
      await drill.staging.putRecords(drill.migrationId, "ticket", [{ ...ticket, dateEntered: never }], now);
      await drill.staging.putRecords(drill.migrationId, "notes", [{ id: ticket.id, notes: spoiled }], now);
    };
    const article: SourceArticle = {
      ...{ id: "100", title: "As before", documents: [] },
      ...{ issue: "See ticket #1000", resolution: "and ticket #1001" },
    };
    await drill.staging.putRecords(drill.migrationId, "article", [article], new Date());
    await drill.provision();
    await spoil(0);
    const first = await planAndLoad("run-1");
    expect(first).toMatchObject({ kind: "done", operations: first.writes, exceptions: 1 });
    const [shown] = [...drill.intercom.state.articles.values()];
    expect(shown?.body).toContain("See ticket #1000");
    expect(shown?.body).toMatch(/<a href="[^"]*">ticket #1001<\/a>/);
    await spoil(1);
    expect(await planAndLoad("run-2")).toMatchObject({ operations: 0, writes: 0, exceptions: 2 });
  });
});

/** Of each database; `npm run drills` tries hundreds, and each is another one every time. */
const HISTORIES = 6;

describeOnEachDatabase("after any history of its records a plan announces what is written", (database) => {
  it(`in ${HISTORIES} of them`, async () => {
    await fc.assert(
      fc.asyncProperty(anyPlanHistory, (history) => holdsLaw(history, database())),
      { numRuns: HISTORIES },
    );
  });
});
