// The message that says how far the work is.
import { expect, test } from "vitest";
import type { CardData } from "../../../../src/bot/cards/card-data.ts";
import { buildCard } from "../../../../src/bot/steps/catalogue.ts";
import type { Run } from "../../../../src/engine/model/run.ts";
import { en } from "../../../../src/words/en.ts";
import { aState } from "../conversation/conversation-fixtures.ts";
import { aRun } from "./read-models.ts";

const migration: CardData["migration"] = {
  id: "m1",
  key: "k1",
  title: "#moving",
  createdBy: { team: "TC", user: "UDANA" },
  createdAt: "2026-01-01T00:00:00Z",
};

function draw(step: "running" | "verifying", run?: Run) {
  const state = aState(step);
  if (state.step !== step) throw new Error("another state than asked for");
  const data = { migration, hasPage: true, termsHash: "t", ...(run ? { run } : {}) };
  return buildCard({ ...state, step }, data, en);
}

const halfWay = aRun({
  progress: {
    phases: { companies: { done: 4, total: 4 }, conversations: { done: 6, total: 16 } },
    phase: "conversations",
    writes: 10,
    exceptions: 0,
    rate: 5,
    etaSeconds: { low: 2, high: 2 },
    waiting: { code: "waits_for_quota", args: { seconds: 6 } },
  },
});
const statuses = (run: Run): unknown =>
  draw("running", run)
    .blocks.filter((block) => block.type === "plan")
    .flatMap((plan) => (plan.tasks as { status: string }[]).map(({ status }) => status));

test("says how much is done, what is left and what it waits for", () => {
  const text = JSON.stringify(draw("running", halfWay));
  expect(text).toContain("*50 %* · 10 of 20 records");
  expect(text).toContain("about 2 seconds left");
  expect(text).toContain("quota is used up");
  expect(statuses(halfWay)).toEqual(["complete", "in_progress"]);
});

test("marks the phase in which a run failed", () => {
  expect(statuses({ ...halfWay, state: "failed" })).toEqual(["complete", "error"]);
});

test("says of a run that is done neither what is left nor what it waits for", () => {
  const done: Run = { ...halfWay, state: "done" };
  const text = JSON.stringify(draw("running", done));
  expect(text).not.toContain("left");
  expect(text).not.toContain("quota is used up");
  expect(statuses(done)).toEqual(["complete", "complete"]);
});

test("offers nothing to stop, and counts nothing, where no run is", () => {
  const { blocks } = draw("verifying");
  expect(blocks.map(({ type }) => type)).toEqual(["header", "section"]);
  expect(JSON.stringify(blocks)).toContain(en.work.verifying.text);
});

test("says how far ConnectWise is read while a plan waits for it, and nothing where nothing is read", () => {
  const state = aState("planning");
  if (state.step !== "planning") throw new Error("another state than asked for");
  const plan = (more: Partial<CardData>) =>
    JSON.stringify(buildCard(state, { migration, hasPage: true, termsHash: "t", ...more }, en));
  const text = plan({ reading: { tickets: 200, withNotes: 50 } });
  expect(text).toContain("*25 %*");
  expect(text).toContain("Of 200 tickets, 50 are read with their notes.");
  expect(plan({})).not.toContain("%");
});
