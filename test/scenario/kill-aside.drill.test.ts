// After a crash with search lagging: the first new write comes at once, and only the doubtful record waits.
import { afterEach, expect, it } from "vitest";
import type { Destination } from "../../src/engine/destination/port.ts";
import { SettleError } from "../../src/engine/errors.ts";
import { systemClock } from "../../src/engine/write/retry.ts";
import { print, prose } from "../support/in-words.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

const TICKETS = 24;
/** All that were under way at the crash are in doubt; enough must follow them to learn from. */
const MANY = 50;
const LAG_MS = 300_000;
const RUN_AT = Math.floor(Date.now() / 1000);
let drills: LoadDrill[] = [];
afterEach(async () => {
  await Promise.all(drills.map((drill) => drill.stop()));
  drills = [];
});

async function start(options: Partial<Parameters<typeof startLoadDrill>[0]> = {}): Promise<LoadDrill> {
  const drill = await startLoadDrill({ tickets: TICKETS, ...options });
  drills.push(drill);
  await drill.provision();
  return drill;
}

class Crash extends Error {}

/** Dies at its n-th conversation: of what is under way then, every second creation is applied and not answered. */
function dyingAtConversation(real: Destination, nth: number): Destination {
  let creations = 0;
  return {
    ...real,
    async write(action, signal) {
      if (action.kind === "create-conversation") creations += 1;
      if (creations < nth) return real.write(action, signal);
      if (action.kind === "create-conversation" && creations % 2 === 0) await real.write(action, signal);
      throw new Crash("killed");
    },
  };
}

it("goes on at once with the default lag, and learns how soon it may believe that a write was lost", async () => {
  const calm = await start({ tickets: MANY });
  await calm.load({ runAt: RUN_AT });
  const undisturbed = assembleNormalForm(calm.intercom);

  const drill = await start({ tickets: MANY, searchLagMs: LAG_MS, intercom: { searchLagMs: 400 } });
  const dying = dyingAtConversation(drill.destination(), 8);
  await expect(drill.load({ runAt: RUN_AT, destination: dying })).rejects.toBeInstanceOf(Crash);

  const restarted = Date.now();
  let firstWrite: number | undefined;
  const real = drill.destination();
  const watched: Destination = {
    ...real,
    write(action, signal) {
      firstWrite ??= Date.now() - restarted;
      return real.write(action, signal);
    },
  };
  const waits = new Set<string | undefined>();
  const result = await drill.load({
    runAt: RUN_AT,
    destination: watched,
    clock: systemClock,
    onProgress: (progress) => waits.add(progress.waiting && print(progress.waiting)),
  });
  expect(result).toMatchObject({ kind: "done", exceptions: 0 });
  // Nothing waited for the lag that is configured.
  expect(firstWrite).toBeLessThan(LAG_MS);
  expect([...waits].join()).toMatch(/records? waits? until Intercom's search shows/);
  expect(Date.now() - restarted).toBeLessThan(LAG_MS);
  expect(assembleNormalForm(drill.intercom)).toEqual(undisturbed);
}, 120_000);

it("waits the whole configured time where nothing can be learned, and still writes everything once", async () => {
  const drill = await start({ searchLagMs: 2500 });
  const dying = dyingAtConversation(drill.destination(), TICKETS - 1);
  await expect(drill.load({ runAt: RUN_AT, destination: dying })).rejects.toBeInstanceOf(Crash);
  expect(await drill.load({ runAt: RUN_AT, clock: systemClock })).toMatchObject({
    kind: "done",
    exceptions: 0,
  });
  expect(drill.intercom.summary().counts.conversations).toBe(TICKETS);
});

it("pauses when every creation of a conversation is lost, and doubles nothing when it goes on", async () => {
  const drill = await start({ searchLagMs: 40 });
  const real = drill.destination();
  const lossy: Destination = {
    ...real,
    async write(action, signal) {
      if (action.kind !== "create-conversation") return real.write(action, signal);
      throw new SettleError(prose({ code: "answer_lost", message: "The answer was lost.", remedy: "Wait." }));
    },
  };
  expect(await drill.load({ runAt: RUN_AT, destination: lossy })).toMatchObject({
    kind: "paused",
    error: { code: "answers_lost" },
  });
  expect(await drill.load({ runAt: RUN_AT })).toMatchObject({ kind: "done", exceptions: 0 });
  expect(drill.intercom.summary().counts.conversations).toBe(TICKETS);
});
