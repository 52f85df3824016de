// What runs is what was approved: a map that changes between the yes and the start stops the run before it writes.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import { beginFullRun } from "../../src/engine/use-cases/runs/begin-run.ts";
import { executeRun } from "../../src/engine/use-cases/runs/run-lifecycle.ts";
import { type EarlySampleWorld, OPERATOR, startEarlySampleWorld } from "./early-sample-drill.ts";

let world: EarlySampleWorld;
beforeAll(async () => {
  world = await startEarlySampleWorld({ tickets: 20 });
});
afterAll(() => world.stop());

/** Every ticket that was to stay open is closed: what somebody else's process might do to an approved map. */
const closing = (map: FieldMap): FieldMap => ({
  ...map,
  statuses: map.statuses.map((one) => ({ ...one, state: "closed" as const })),
});

it("stands still when another process changed the map of a run that is queued, and goes on under the approved one", async () => {
  const drill = await world.start("pglite");
  await drill.run(async ({ operator, deps, migrationId }) => {
    const { hash } = await operator.plan(migrationId);
    const approved = await operator.exportMap(migrationId);
    const begun = await beginFullRun(deps, migrationId, hash, OPERATOR);
    await operator.useMap(migrationId, closing(approved), OPERATOR);

    const stopped = await executeRun(deps, begun.id, {});
    expect(stopped).toMatchObject({ run: { state: "paused" }, writes: 0, error: { code: "approval_void" } });
    expect(drill.intercom.state.conversations.size).toBe(0);

    const { hash: other } = await operator.plan(migrationId);
    expect(other).not.toBe(hash);
    await operator.useMap(migrationId, approved, OPERATOR);
    expect(await executeRun(deps, begun.id, {})).toMatchObject({ run: { state: "done" } });
    expect(drill.intercom.state.conversations.size).toBeGreaterThan(15);
  });
}, 120_000);
