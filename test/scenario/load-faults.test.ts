// Lost answers, cut connections, limits and crashes at any moment: the workspace ends up as if nothing had happened.
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { seededRandom } from "../../sandbox/http/faults.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import type { LoadOptions } from "../../src/engine/stages/load/load.ts";
import { makeTestDatabase, type TestDatabase } from "../support/database.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

const TICKETS = 24;
const RUN_AT = Math.floor(Date.now() / 1000);
let database: TestDatabase;
let undisturbed: readonly string[];
let drill: LoadDrill | undefined;

beforeAll(async () => {
  database = await makeTestDatabase("pglite");
  const calm = await startLoadDrill({ tickets: TICKETS, database });
  await calm.provision();
  await calm.load({ runAt: RUN_AT });
  undisturbed = assembleNormalForm(calm.intercom);
  await calm.stop();
});
afterAll(() => database.drop());
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

async function start(): Promise<LoadDrill> {
  drill = await startLoadDrill({ tickets: TICKETS, database });
  await drill.provision();
  return drill;
}
const loadOf = (of: LoadDrill, more: Partial<LoadOptions> = {}) => of.load({ runAt: RUN_AT, ...more });

it("settles one lost answer in twenty by reading, and doubles nothing", async () => {
  const { intercom } = await start();
  for (const method of ["POST", "PUT"]) intercom.faults.inject({ kind: "lost-answer", method, rate: 0.05 });
  expect(await loadOf(drill as LoadDrill)).toMatchObject({ kind: "done", exceptions: 0 });
  expect(intercom.faults.hits["lost-answer"]).toBeGreaterThan(3);
  expect(assembleNormalForm(intercom)).toEqual(undisturbed);
});

it("outwaits a search that lags before it believes that a conversation was lost", async () => {
  drill = await startLoadDrill({
    tickets: TICKETS,
    database,
    searchLagMs: 3000,
    intercom: { searchLagMs: 300 },
  });
  await drill.provision();
  const { intercom } = drill;
  intercom.faults.inject({
    kind: "lost-answer",
    method: "POST",
    path: "^/(conversations|contacts)$",
    rate: 0.2,
  });
  expect(await loadOf(drill)).toMatchObject({ kind: "done", exceptions: 0 });
  expect(intercom.faults.hits["lost-answer"]).toBeGreaterThan(3);
  expect(assembleNormalForm(intercom)).toEqual(undisturbed);
});

it("repeats what was cut off before anything happened, and what a server error answered", async () => {
  const { intercom } = await start();
  intercom.faults.inject({ kind: "reset", rate: 0.04 });
  intercom.faults.inject({ kind: "status", status: 503, body: {}, rate: 0.04 });
  expect(await loadOf(drill as LoadDrill)).toMatchObject({ kind: "done", exceptions: 0 });
  expect(intercom.faults.hits.reset).toBeGreaterThan(1);
  expect(assembleNormalForm(intercom)).toEqual(undisturbed);
});

it("waits out the quota and the throttle of one conversation", async () => {
  const { intercom } = await start();
  const body = {
    type: "error.list",
    errors: [{ code: "rate_limit_exceeded", message: "Exceeded rate limit" }],
  };
  intercom.faults.inject({ kind: "status", status: 429, rate: 0.05, body });
  const message = "Too many recent replies to this conversation";
  intercom.faults.inject({
    kind: "status",
    path: "/reply$",
    status: 400,
    rate: 0.1,
    body: { type: "error.list", errors: [{ code: "parameter_invalid", message }] },
  });
  expect(await loadOf(drill as LoadDrill)).toMatchObject({ kind: "done", exceptions: 0 });
  expect(assembleNormalForm(intercom)).toEqual(undisturbed);
});

class Crash extends Error {}

/** Dies at its n-th write: before the request, or after it was applied and before anybody knows. */
function dyingDestination(real: Destination, after: number, applied: boolean): Destination {
  let left = after;
  return {
    ...real,
    async write(action, signal) {
      left -= 1;
      if (left > 0) return real.write(action, signal);
      if (applied && left === 0) await real.write(action, signal);
      throw new Crash("killed");
    },
  };
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])("ends the same after crashes at random operations (%i)", async (seed) => {
  const random = seededRandom(seed * 7919);
  const current = await start();
  for (let crashes = 0; crashes < 4; crashes += 1) {
    const after = 1 + Math.floor(random() * 60);
    const destination = dyingDestination(current.destination(), after, random() < 0.5);
    await loadOf(current, { destination }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(Crash);
    });
  }
  expect(await loadOf(current)).toMatchObject({ kind: "done", exceptions: 0 });
  expect(assembleNormalForm(current.intercom)).toEqual(undisturbed);
  const before = current.writes();
  expect(await loadOf(current)).toMatchObject({ kind: "done", writes: 0 });
  expect(current.writes()).toBe(before);
});

it("stops when it is told to, and goes on later", async () => {
  const current = await start();
  const pause = new AbortController();
  const real = current.destination();
  let writes = 0;
  const destination: Destination = {
    ...real,
    async write(action, signal) {
      writes += 1;
      if (writes === 40) pause.abort(new Error("paused by a person"));
      return real.write(action, signal);
    },
  };
  expect(await loadOf(current, { destination, signal: pause.signal })).toMatchObject({ kind: "stopped" });
  expect(current.intercom.summary().counts.conversations).toBeLessThan(TICKETS);
  expect(await loadOf(current)).toMatchObject({ kind: "done" });
  expect(assembleNormalForm(current.intercom)).toEqual(undisturbed);
});
