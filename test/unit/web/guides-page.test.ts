// The page for the people who rebuild: what was there, what to use instead, and nothing that a typed name could do.
import { expect, it } from "vitest";
import type { RebuildGuides } from "../../../src/engine/model/reports/rebuild-guides.ts";
import { makeWebApp } from "../../../src/web/app.ts";
import { NO_GUIDES, someGuides } from "../../support/guide-builders.ts";
import { HOSTILE, makeReportEngine } from "./report-engine.ts";

function open(guides: RebuildGuides | undefined) {
  const app = makeWebApp({
    engine: { ...makeReportEngine(), rebuildGuides: async () => guides },
    publicUrl: "https://cutover.example.com",
    onError: (error) => {
      throw error;
    },
  });
  return async (path = "/r/m1-guides") => {
    const answer = await app.request(path);
    return { answer, text: await answer.text() };
  };
}

it("says that nothing was migrated, and shows when, then, and what to rebuild it with", async () => {
  const { text } = await open(someGuides())();
  const order = [
    "Nothing of this was migrated",
    "Could not be read",
    "Remind client",
    "Status has been: Waiting on Client for 2 days",
    "Customer has been unresponsive",
    "Email, to Contact",
    "Send a message",
    "boardStatus = &gt;Closed",
    "Escalate breached SLA",
    "switched off",
    "It has no events",
    "Backup - restart VSS writers (812)",
    "board 9 (1,204 tickets), Help Desk (1 ticket)",
    "0.5 h",
    "Christmas Day",
    "140 projects, 31 of them open",
    "4,800",
    "911 of 3,204 configurations",
    "SQL-01, WEB-01",
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(order.filter((_part, at) => places[at] === -1)).toEqual([]);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(text.match(/switched off</g)).toHaveLength(1);
});

it("escapes whatever was typed, in every place, and cuts long texts", async () => {
  const { text } = await open(someGuides(HOSTILE))();
  expect(text.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(9);
  expect(text).not.toContain("<script");
  expect(text).not.toContain("\u202e");
  expect(text.match(/Please answer\./g)?.length).toBeLessThan(30);
});

it("gives all of it as data, by its own link only", async () => {
  const guides = someGuides();
  const get = open(guides);
  const { answer, text } = await get("/r/m1-guides/workflows.json");
  expect(answer.headers.get("content-disposition")).toContain("workflows.json");
  expect(JSON.parse(text)).toEqual(guides);
  expect((await get("/r/m1-survey/workflows.json")).answer.status).toBe(404);
  expect((await get("/r/m1-guides/download.csv")).answer.status).toBe(404);
});

it("says what there is none of, and that a verification comes first", async () => {
  const { scripts: _scripts, ...nothing } = someGuides("x", NO_GUIDES);
  const { text } = await open(nothing)();
  for (const part of [
    "No workflow rule was found",
    "Automate was not connected",
    "No SLA was found",
    "The extract has no projects",
    "The extract has no configurations",
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("Could not be read");
  const missing = await open(undefined)();
  expect(missing.answer.status).toBe(404);
  expect(missing.text).toContain("There is no verification yet");
});
