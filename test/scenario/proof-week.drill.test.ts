// A week of changes in ConnectWise, with a delta each day, ends where a fresh full run of the final source ends.
import { afterAll, beforeAll, expect, it } from "vitest";
import { linesOf } from "../support/in-words.ts";
import { playWeek, type WeekPlayed } from "./week-play.ts";

let played: WeekPlayed;
beforeAll(async () => {
  played = await playWeek({ tickets: 64 });
}, 180_000);
afterAll(() => played?.stop());

const keysOf = (of: Readonly<Record<string, readonly number[]>>, ...names: readonly string[]) =>
  names
    .flatMap((name) => of[name] ?? [])
    .map(String)
    .sort();

it("every day's delta ends, and writes what changed", () => {
  expect(played.runs.map(({ name, state }) => `${name}: ${state}`)).toEqual(
    played.runs.map(({ name }) => `${name}: done`),
  );
  expect(played.runs.filter(({ writes }) => writes === 0).map(({ name }) => name)).toEqual([]);
});

it("ends as a fresh run does, but for what Intercom can't take back", () => {
  expect(played.differences.filter(({ reason }) => reason === undefined)).toEqual([]);
});

it("leaves to people what they did in Intercom, and lists it", () => {
  const { contested } = played.touched;
  expect(played.conflicts.map(({ source }) => source.id)).toEqual(contested.map(String));
  expect(linesOf(played.conflicts)[0]).toMatch(/Intercom's state was kept/);
});

it("verifies the end of the week, and names the requester that can't be changed", () => {
  const named = [...new Set(played.discrepancies.map(({ source }) => source.id))].sort();
  expect(named).toEqual(keysOf(played.touched, "requesterChanged", "contested", "noteDeleted"));
});
