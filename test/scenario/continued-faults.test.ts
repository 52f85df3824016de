// A long ticket in trouble: killed between its conversations, refused in one of them, answered by people.
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import type { Destination } from "../../src/engine/destination/port.ts";
import { SkipError } from "../../src/engine/errors.ts";
import type { Progress } from "../../src/engine/model/run.ts";
import { print, prose } from "../support/in-words.ts";
import { aLongNote, conversationsOf, LONG, longRecords, withoutIds } from "./continued-drill.ts";
import { Crash, makeTime, mortal } from "./history.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

let drill: LoadDrill | undefined;
afterEach(async () => {
  await drill?.stop();
  drill = undefined;
});

const NOTES = 460;
/** More of them on request, as in histories.test.ts. */
const RUNS = Math.ceil(Number(process.env.CUTOVER_HISTORIES ?? 200) / 40);
const start = (more: Partial<Parameters<typeof startLoadDrill>[0]> = {}) =>
  startLoadDrill({ tickets: 3, records: longRecords(NOTES), inMemory: true, time: makeTime(), ...more });

const normalForm = ({ intercom }: LoadDrill) =>
  assembleNormalForm(intercom)
    .map((line) => withoutIds(intercom, line))
    .sort();

/** Lives until its `diesAt`-th operation, and remembers nothing but the journal afterwards. */
async function live(one: LoadDrill, diesAt: number): Promise<void> {
  try {
    const result = await one.load(mortal(one.destination(), one.journal, diesAt));
    expect(result).toMatchObject({ kind: "done", exceptions: 0 });
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

it("ends as undisturbed, wherever it is killed, and leaves no trace when it is rolled back", async () => {
  const calm = await start();
  await calm.provision();
  await calm.load();
  const undisturbed = normalForm(calm);
  await calm.stop();
  const deaths = fc.array(fc.integer({ min: 1, max: 2600 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(deaths, async (all) => {
      const one = await start();
      const before = one.intercom.stateHash();
      await one.provision();
      for (const diesAt of [...all, Infinity]) await live(one, diesAt);
      expect(normalForm(one)).toEqual(undisturbed);
      expect(await one.load()).toMatchObject({ kind: "done", writes: 0 });
      await one.rollback();
      expect(one.intercom.stateHash()).toBe(before);
      await one.stop();
    }),
    { numRuns: RUNS },
  );
}, 600_000);

it("holds each message once where notes of any date came while it was being moved", async () => {
  const later = fc.array(fc.integer({ min: 0, max: NOTES * 10 + 500 }), { minLength: 1, maxLength: 12 });
  const diesAt = fc.integer({ min: 1, max: 2600 });
  await fc.assert(
    fc.asyncProperty(diesAt, later, async (dies, minutes) => {
      const one = await start();
      await one.provision();
      await live(one, dies);
      const notes = minutes.map((at, n) => aLongNote(`addition ${n}`, at));
      await one.stage(longRecords(NOTES, notes));
      await live(one, Infinity);
      const said = conversationsOf(one.intercom).flatMap(
        ({ messages }) => messages.join("\n").match(/Said in [^<]*/g) ?? [],
      );
      expect(said.toSorted()).toEqual(
        longRecords(NOTES, notes)
          .bundles.flatMap((bundle) => bundle.notes.flatMap(({ text }) => text.match(/^Said in .*/) ?? []))
          .toSorted(),
      );
      expect((await one.reconcile()).discrepancies).toEqual([]);
      expect(await one.load()).toMatchObject({ kind: "done", writes: 0 });
      await one.stop();
    }),
    { numRuns: RUNS },
  );
}, 600_000);

it("waits for the lost creation of its second conversation, and makes no other", async () => {
  const current = await start({ intercom: { searchLagMs: 4_000 }, searchLagMs: 300_000 });
  drill = current;
  await drill.provision();
  const real = drill.destination();
  const creation = { kind: "lost-answer", method: "POST", path: "^/conversations$", times: 1 } as const;
  const destination: Destination = {
    ...real,
    write(action, signal) {
      const isSecond = action.kind === "create-conversation" && action.body.includes("continued: part 2");
      if (isSecond) current.intercom.faults.inject(creation);
      return real.write(action, signal);
    },
  };
  const waits: (string | undefined)[] = [];
  const onProgress = ({ waiting }: Progress) => waits.push(waiting && print(waiting));
  expect(await drill.load({ destination, onProgress })).toMatchObject({ kind: "done", exceptions: 0 });
  expect(waits.filter(Boolean).join()).toContain("1 record waits");
  expect(conversationsOf(drill.intercom)).toHaveLength(2);
  expect(drill.intercom.state.conversations.size).toBe(4);
  expect((await drill.reconcile()).discrepancies).toEqual([]);
});

it("is one exception of one ticket when its second conversation is refused, and is tried again by that", async () => {
  drill = await start();
  await drill.provision();
  const real = drill.destination();
  const made: string[] = [];
  const destination: Destination = {
    ...real,
    async write(action, signal) {
      const isSecond = action.kind === "create-conversation" && action.body.includes("continued: part 2");
      if (action.kind === "add-part" && made.includes(action.conversationId)) {
        throw new SkipError(prose({ code: "refused", message: "Refused", remedy: "Try again." }));
      }
      const outcome = await real.write(action, signal);
      if (isSecond) made.push(outcome.destinationId);
      return outcome;
    },
  };
  expect(await drill.load({ destination })).toMatchObject({ kind: "done", exceptions: 1 });
  const { exceptions, migrationId } = drill;
  const open = await exceptions.list(migrationId, "production", 10);
  expect(open.map(({ source }) => source)).toEqual([{ type: "ticket", id: LONG }]);
  expect(await drill.load({ scope: { kind: "failed" }, runId: "run-2" })).toMatchObject({ exceptions: 0 });
  expect(await exceptions.list(migrationId, "production", 10)).toEqual([]);
  expect((await drill.reconcile()).discrepancies).toEqual([]);
});

it("keeps both conversations in a rollback where people wrote in one, and exports it by the ticket's number", async () => {
  drill = await start();
  await drill.provision();
  await drill.load();
  const [first, second] = conversationsOf(drill.intercom);
  drill.intercom.addAgentReply(second?.id ?? "");
  const edited: string[] = [];
  const { kept } = await drill.rollback({
    keepLaterEdits: async (found) => {
      edited.push(...found.map(({ ticketId, conversationId }) => `${ticketId} ${conversationId}`));
    },
  });
  expect(edited).toEqual([`${LONG} ${second?.id}`]);
  const conversations = kept.filter(({ kind }) => kind === "conversation");
  expect(conversations.map(({ destinationId }) => destinationId)).toEqual([first?.id, second?.id]);
  expect(print(conversations)[0]?.reason).toContain(`conversation ${second?.id} is kept`);
  expect([...drill.intercom.state.conversations.keys()].sort()).toEqual([first?.id, second?.id].sort());
  expect((await drill.rollback({ force: true })).kept).toEqual([]);
  expect(drill.intercom.state.conversations.size).toBe(0);
});
