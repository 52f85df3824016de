// Law: what a plan announces is what the load after it writes, whatever happened to the records before.
import { afterEach, expect, it } from "vitest";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";

let drill: LoadDrill;
afterEach(() => drill.stop());

/** The plan before the load, and the load. */
async function planAndLoad(runId: string) {
  const { operations, objects } = await drill.plan();
  const { writes, kind, exceptions } = await drill.load({ runId });
  return { operations, objects, writes, kind, exceptions };
}

it("announces the notes and closes of tickets that were deleted in the source since", async () => {
  drill = await startLoadDrill({ tickets: 12 });
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
