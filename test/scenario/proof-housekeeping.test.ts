// A migration left alone: deltas at their hours, then its customer data goes, counted; what proves it stays.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Forgotten } from "../../src/engine/engine.ts";
import { loadDeltaSchedule, switchDeltas } from "../../src/engine/use-cases/delta/delta-schedule.ts";
import { DEFAULT_HOUSEKEEPING, keepHouse } from "../../src/engine/use-cases/delta/scheduled-work.ts";
import { DAY, HOUR, OPERATOR, startWeek, type Week, type WeekCutover } from "./week-drill.ts";

let week: Week;
let cutover: WeekCutover;
let migrationId: string;
const told: { migrationId: string; forgotten: Forgotten; days: number }[] = [];
let deltas = 0;

beforeAll(async () => {
  week = await startWeek({ tickets: 20 });
  cutover = await week.cutover();
  const prepared = await cutover.prepare();
  migrationId = prepared.migrationId;
  await cutover.operator.apply(migrationId, prepared.planHash, OPERATOR);
}, 120_000);
afterAll(() => week?.stop());

const lookAgain = () =>
  keepHouse(cutover.deps, DEFAULT_HOUSEKEEPING, {
    startDelta: async (id) => {
      deltas += 1;
      await cutover.operator.delta(id, OPERATOR);
    },
    tellForgotten: async (id, forgotten, days) => {
      told.push({ migrationId: id, forgotten, days });
    },
  });

it("begins no delta while somebody verifies: its writes would be counted as discrepancies", async () => {
  const before = week.clock.ms;
  const lease = await cutover.deps.lease(`verification/${migrationId}`);
  week.clock.ms += DAY + HOUR;
  await lookAgain();
  expect(deltas).toBe(0);
  await lease?.release();
  week.clock.ms = before;
});

it("begins a delta after a day and another after two, and brings what changed", {
  timeout: 180_000,
}, async () => {
  await lookAgain();
  expect(deltas).toBe(0);
  const [ticket] = week.connectwise.tenant.tickets;
  if (!ticket) throw new RangeError("no ticket");
  week.connectwise.tenant.addNote(ticket.id, { text: "Still there tomorrow?", by: "tech" });
  week.clock.ms += DAY + HOUR;
  await lookAgain();
  await lookAgain();
  expect(deltas).toBe(1);
  const bodies = [...cutover.intercom.state.conversations.values()].flatMap(({ parts }) =>
    parts.map(({ body }) => body),
  );
  expect(bodies.join("\n")).toContain("Still there tomorrow?");
  await switchDeltas(cutover.deps, migrationId, false, OPERATOR);
  week.clock.ms += DAY;
  await lookAgain();
  expect(deltas).toBe(1);
  const schedule = () => loadDeltaSchedule(cutover.deps, migrationId, DEFAULT_HOUSEKEEPING.deltaHours);
  expect(await schedule()).toMatchObject({ on: false, isDue: true, by: OPERATOR });
  await switchDeltas(cutover.deps, migrationId, true, OPERATOR);
  await lookAgain();
  await lookAgain();
  expect(deltas).toBe(2);
  expect(await schedule()).toBeUndefined();
  const events = (await cutover.deps.store.audit.list(migrationId, 0, 1000)).map(({ event }) => event);
  expect(events.filter((event) => event.startsWith("deltas-"))).toEqual([
    "deltas-switched-off",
    "deltas-switched-on",
  ]);
});

it("deletes what it held thirty days later, counts it, and says so once", { timeout: 180_000 }, async () => {
  const { store, journal } = cutover.deps;
  await cutover.operator.verify(migrationId);
  const staged = await store.staging.count(migrationId, "ticket");
  await store.deliveries.first("an old click", new Date(week.clock.ms));
  week.clock.ms += 29 * DAY;
  await lookAgain();
  expect(told).toEqual([]);
  week.clock.ms += 3 * DAY;
  await lookAgain();
  await lookAgain();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject({ migrationId, days: 30 });
  const { records, credentials, operations, files } = told[0]?.forgotten ?? {};
  expect(records).toBeGreaterThan(staged);
  expect(credentials).toBe(2);
  expect(operations).toBeGreaterThanOrEqual(0);
  expect(files).toBeGreaterThanOrEqual(0);
  expect(await store.staging.count(migrationId, "ticket")).toBe(0);
  expect(await store.connections.load(migrationId)).toBeUndefined();
  expect(await store.exceptions.count(migrationId, "production")).toBe(0);
  expect((await cutover.operator.signedCertificate(migrationId)).certificate.migrationId).toBe(migrationId);
  const events = (await store.audit.list(migrationId, 0, 1000)).map(({ event }) => event);
  expect(events).toContain("forgotten");
  expect((await journal.measure({ migrationId, environment: "production" })).operations).toBeGreaterThan(20);
  // A click is remembered for a month, and then it may be forgotten too.
  expect(await store.deliveries.first("an old click", new Date(week.clock.ms))).toBe(true);
  expect(deltas).toBe(2);
});
