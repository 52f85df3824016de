// Every card, modal and answer, from ordinary data and from the largest and most hostile, as Slack would judge it.
import { describe, expect, test } from "vitest";
import { section, settle } from "../../../../src/bot/blocks/block.ts";
import { escapeMrkdwn } from "../../../../src/bot/blocks/limits.ts";
import {
  buildExceptions,
  buildHelp,
  buildStatus,
  buildWhereabouts,
} from "../../../../src/bot/cards/answers.ts";
import type { CardData } from "../../../../src/bot/cards/card-data.ts";
import { buildConnectModal } from "../../../../src/bot/cards/connect-modal.ts";
import { buildHomeView } from "../../../../src/bot/cards/home-view.ts";
import { buildChoiceModal } from "../../../../src/bot/cards/map-question.ts";
import { countPages, doubtfulRows } from "../../../../src/bot/cards/map-rows.ts";
import { buildRollbackModal } from "../../../../src/bot/cards/rollback-modal.ts";
import { buildStartModal } from "../../../../src/bot/cards/start-modal.ts";
import { buildTicketsModal, chooseTickets } from "../../../../src/bot/cards/tickets-modal.ts";
import { parseClickValue } from "../../../../src/bot/conversation/action-ids.ts";
import type { ConversationState } from "../../../../src/bot/conversation/state.ts";
import { buildCard } from "../../../../src/bot/steps/catalogue.ts";
import { worstFirst } from "../../../../src/bot/steps/sample-review/sample-card.ts";
import type { DeltaSummary } from "../../../../src/engine/model/reports/delta-summary.ts";
import { de } from "../../../../src/words/de.ts";
import { en } from "../../../../src/words/en.ts";
import { someGuides } from "../../../support/guide-builders.ts";
import { told, toldError } from "../../../support/in-words.ts";
import { aState, everyState } from "../conversation/conversation-fixtures.ts";
import { dataOf, migrationOf } from "./card-data-of.ts";
import * as models from "./read-models.ts";
import { findMessageFaults, findPings, findViewFaults } from "./slack-description.ts";

const bare: CardData = { migration: migrationOf(models.ordinary), hasPage: false, termsHash: "t" };
const value = { m: "m1", s: "map-review" } as const;
const nasty = (state: ConversationState, size: models.Size): ConversationState =>
  state.halt
    ? {
        ...state,
        halt: {
          ...state.halt,
          error: toldError(size.name("x"), size.name("y")),
        },
      }
    : state;

describe("work that stands still", () => {
  const cardsOf = (words: typeof en | typeof de) =>
    everyState()
      .filter(({ halt }) => halt)
      .map((state) => buildCard(state, dataOf(models.ordinary), words));

  test.each([
    ["English", en, /"Continue"|Try again/],
    ["German", de, /"Weiter"|Erneut versuchen/],
  ] as const)("goes on by one word, whatever had stopped it, in %s", (_, words, others) => {
    for (const card of cardsOf(words).filter(({ blocks }) => JSON.stringify(blocks).includes("task.retry"))) {
      const text = JSON.stringify(card.blocks.filter(({ type }) => type === "actions"));
      expect(text).toContain(`"${words.halt.resume}"`);
      expect(text).not.toMatch(others);
    }
    expect(`${words.halt.pausedRemedy} ${words.halt.cancelledRemedy} ${words.connect.again}`).not.toMatch(
      others,
    );
  });

  test("Cancel stands apart from everything else, and asks once more", () => {
    const cards = [...cardsOf(en), buildCard(aState("running"), dataOf(models.ordinary), en)];
    const rows = cards.flatMap(({ blocks }) =>
      blocks.filter((b) => JSON.stringify(b).includes("run.cancel")),
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { elements } of rows) {
      expect(elements).toHaveLength(1);
      expect(JSON.stringify(elements)).toContain(en.progress.cancelTitle);
    }
  });
});

test("a rollback lists everything that goes, before and after it, articles and collections too", () => {
  const before = JSON.stringify(
    buildRollbackModal(value, models.aRollbackPreview(models.ordinary), "Harborline", en),
  );
  const after = JSON.stringify(buildCard(aState("rolled-back"), dataOf(models.ordinary), en));
  for (const text of [before, after])
    expect(text).toContain("800 conversations, 290 contacts, 40 companies, 8 articles, and 5 collections");
  expect(before).toContain("Harborline");
});

test("what a rollback kept is told with times as the reader's own, and no part of a time becomes an emoji", () => {
  const reason = told("A teammate worked in it after the import (comment, 2026-11-28T11:24:19.000Z).");
  const kept = [{ kind: "conversation", destinationId: "77", reason }];
  const rollbackResult = { ...models.aRollbackResult(models.ordinary), kept };
  const card = buildCard(aState("rolled-back"), { ...dataOf(models.ordinary), rollbackResult }, en);
  const text = JSON.stringify(card.blocks);
  expect(text).toContain("Conversation 77: ");
  expect(text).toContain("<!date^1795865059^{date_short_pretty}, {time}|2026-11-28T11:24:19.000Z>");
  for (const hostile of [":24:", "at 11:24:19", ":+1:", "a:white_check_mark:b", "::x::"])
    expect(escapeMrkdwn(hostile)).not.toMatch(/:[\w+'-]+:/);
});

test.each([
  ["proved, with a page", false, true, ["show.report", "migrated.delta"]],
  ["proved, without a page", false, false, ["migrated.delta", "migrated.verify"]],
  ["not proved", true, true, ["migrated.delta", "migrated.verify"]],
] as const)(
  "a certificate that is %s has the two buttons that matter, the others in a menu",
  (_, discrepant, hasPage, main) => {
    const certificate = models.aCertificate(models.ordinary, discrepant);
    const data = { ...dataOf(models.ordinary), certificate, hasPage };
    const { blocks } = buildCard(aState("certified"), data, en);
    const row = blocks.find(({ type }) => type === "actions") as unknown as {
      block_id: string;
      elements: { type: string; action_id: string; options?: { value: string }[] }[];
    };
    expect(row.elements.map(({ action_id }) => action_id)).toEqual([...main, "more"]);
    const others = row.elements[2]?.options?.map(({ value: name }) => name) ?? [];
    const all = ["migrated.delta", "migrated.verify", "migrated.retry", "deltas.off", "rollback.open"];
    for (const name of all) expect([...main, ...others]).toContain(name);
    expect(parseClickValue(row.block_id)).toEqual({ m: "m1", s: "certified", h: "p".repeat(64) });
  },
);

describe.each([
  ["ordinary, in English", models.ordinary, en],
  ["as large and hostile as it gets, in English", models.hostile, en],
  ["ordinary, in German", models.ordinary, de],
  ["as large and hostile as it gets, in German", models.hostile, de],
] as const)("with data that are %s", (_, size, words) => {
  test("every card is one that Slack takes, before and after its decision", () => {
    for (const state of everyState())
      for (const data of [dataOf(size), bare]) {
        const card = buildCard(nasty(state, size), data, words);
        expect([state.step, findMessageFaults(card)]).toEqual([state.step, []]);
        expect([state.step, findMessageFaults(settle(card, "Done."))]).toEqual([state.step, []]);
        expect(findPings([card.blocks, { type: "mrkdwn", text: card.text }])).toEqual([]);
      }
  });

  test("every page of the map is one that Slack takes, and pages end", () => {
    const data = dataOf(size);
    const pages = countPages(models.aFieldMap(size));
    for (const page of Array.from({ length: pages + 1 }, (_item, n) => n)) {
      const card = buildCard(aState("map-review", { page }), data, words);
      expect([page, findMessageFaults(card)]).toEqual([page, []]);
    }
    const last = JSON.stringify(buildCard(aState("map-review", { page: pages - 1 }), data, words).blocks);
    expect(last).not.toContain(words.map.later);
  });

  test("no page of the map is without its menus: of what is open, and of the rows that are settled", () => {
    const data = dataOf(size);
    const open = doubtfulRows(models.aFieldMap(size)).length;
    for (let page = 0; page < countPages(models.aFieldMap(size)); page += 1) {
      const { blocks } = buildCard(aState("map-review", { page }), data, words);
      const text = JSON.stringify(blocks);
      const asked = blocks.filter(({ accessory }) => accessory !== undefined);
      if (size.many < 100 && open > 0) expect(asked.length, String(page)).toBeGreaterThan(0);
      expect(text, String(page)).toMatch(/map\.(change|choose)#/);
    }
  });

  test("a map whose every row is decided still offers each of them, and says how", () => {
    const map = models.aFieldMap(size);
    const decide = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, decided: true }));
    const { fields, statuses, boards, members } = map;
    const sure = {
      ...map,
      fields: decide(fields),
      statuses: decide(statuses),
      boards: decide(boards),
      members: decide(members),
    };
    const data = { ...dataOf(size), map: { map: sure, revision: 3, hash: "m".repeat(64) } };
    const offered = new Set<string>();
    for (let page = 0; page < countPages(sure); page += 1) {
      const card = buildCard(aState("map-review", { page }), data, words);
      expect([page, findMessageFaults(card)]).toEqual([page, []]);
      const text = JSON.stringify(card.blocks);
      expect(text).toContain(JSON.stringify(words.map.change.slice(0, 40)).slice(1, -1));
      for (const [, row = ""] of text.matchAll(/"value":"3\|(\w+\|\d+)\|\?"/g)) offered.add(row);
    }
    expect(offered.size).toBe(fields.length + statuses.length + boards.length + members.length);
  });

  test("every modal and Home is one that Slack takes", () => {
    const data = dataOf(size);
    const map = {
      map: models.aFieldMap(size),
      revision: 3,
      admins: models.admins(size),
      teams: models.teams(size),
    };
    const choice = buildChoiceModal(map, { kind: "member", index: 0 }, value, words);
    const preview = buildRollbackModal(
      value,
      models.aRollbackPreview(size),
      size.name("Harborline").slice(0, 200),
      words,
    );
    const entries = everyState().map((state, index) => ({
      migration: data.migration,
      state: nasty(state, size),
      isReachable: index % 3 > 0,
      link: "https://switchyard.slack.com/archives/C1/p11",
    }));
    for (const view of [
      choice ?? { blocks: [] },
      preview,
      buildConnectModal(value, "2026-01-01", words),
      buildHomeView(entries, words),
      buildHomeView([], words),
      buildStartModal(words),
      buildTicketsModal(models.aSample(size), models.admins(size), words),
      buildTicketsModal(undefined, [], words),
    ]) {
      expect(findViewFaults(view)).toEqual([]);
      expect(findPings(view)).toEqual([]);
    }
  });

  test("every answer is one that Slack takes, and pings nobody", () => {
    const found = {
      ticketId: "1",
      conversationId: size.name("c"),
      environment: "production",
      title: size.name("t"),
    } as const;
    const report = {
      migration: migrationOf(size),
      survey: true,
      runs: [],
      journal: { done: 1, sent: 2 },
      exceptions: 400,
      certificate: { verifiedAt: "2026-01-01T00:00:00Z", discrepancies: 1 },
    };
    const exceptions = Array.from({ length: 20 }, (_item, n) => models.anException(size, n));
    for (const text of [
      buildWhereabouts("1", found, words),
      buildWhereabouts("1", { ...found, continued: Array(30).fill(size.name("c")) }, words),
      buildWhereabouts(size.name("1"), undefined, words),
      buildHelp(words),
      buildExceptions({ total: 400, first: exceptions }, words),
      buildStatus(
        report,
        nasty(aState("running", { halt: { kind: "failed", message: "", remedy: "" } }), size),
        words,
      ),
    ]) {
      expect(findMessageFaults({ text, blocks: [section(text)] })).toEqual([]);
      expect(findPings({ type: "mrkdwn", text })).toEqual([]);
    }
  });
});

test("buttons survive however long the rest is", () => {
  const card = buildCard(aState("plan-review"), dataOf(models.hostile), en);
  expect(JSON.stringify(card.blocks)).toContain('"action_id":"plan.approve"');
  expect(JSON.stringify(card.blocks)).toContain('"action_id":"plan.back"');
});

test("the sample shows the worst first", () => {
  const order = worstFirst(models.aSample({ ...models.ordinary, many: 5 }).rows).map(
    ({ verdict }) => verdict,
  );
  expect(order).toEqual(["missing", "different", "extra", "altered", "same"]);
});

test.each([
  ["English", en],
  ["German", de],
] as const)("our words in %s shout nowhere", (_language, words) => {
  const texts = JSON.stringify(words, (_key, item) => (typeof item === "function" ? String(item) : item));
  expect(texts.replace(/!==?|\(!|!\w/g, "")).not.toMatch(/[a-z]!(?:\s|")/);
});

test("three tickets are shown, of different states where there are such, the talkative first", () => {
  const row = (id: string, field: string, desired = "x") =>
    ({ source: { type: "ticket", id }, field, desired, observed: desired, verdict: "same" }) as const;
  const rows = [
    ...["1", "2", "3", "4"].map((id) => row(id, "state", id === "4" ? "open" : "closed")),
    row("5", "parts[a].body"),
    ...["1", "2", "3", "4"].map((id) => row(id, "title")),
    row("2", "parts[a].body"),
    row("3", "parts[a].body"),
    row("3", "parts[b].body"),
  ];
  const chosen = chooseTickets({ rows, written: true }).map(([first]) => first?.source.id);
  expect(chosen).toEqual(["3", "4", "2"]);
});

test("the plan repeats no warning of the survey", () => {
  const survey = { ...models.aSurvey(models.ordinary), warnings: ["Known."] };
  const plan = { ...models.aPlan(models.ordinary), warnings: ["Known.", "New."] };
  const card = buildCard(aState("plan-review"), { ...dataOf(models.ordinary), survey, plan }, en);
  expect(JSON.stringify(card.blocks)).not.toContain("Known.");
  expect(JSON.stringify(card.blocks)).toContain("New.");
});

test("what did not make it is told by reason, each with its code and request, and tried again by a button", () => {
  const one = { environment: "production", saying: toldError("Refused.", "Correct it.") } as const;
  const first = ["1", "2", "3", "4"].map((id) => ({
    ...{ ...one, source: { type: "ticket", id }, code: "parameter_invalid" },
    requestId: `req-${id}`,
  }));
  const lone = { ...one, source: { type: "contact", id: "9" }, code: "reference_missing" };
  const listed = buildExceptions({ total: 5, first: [lone, ...first] }, en);
  expect(listed.indexOf("ticket 1 (parameter_invalid, Intercom's request req-1)")).toBeGreaterThan(0);
  expect(listed.indexOf("contact 9 (reference_missing)")).toBeGreaterThan(listed.indexOf("ticket 3"));
  expect(listed).not.toContain("ticket 4");
  const { delta: _delta, ...afterFull } = dataOf(models.ordinary);
  const run = models.aRun();
  const failed = { ...run, progress: { ...run.progress, exceptions: 1200 } };
  const card = buildCard(aState("migrated"), { ...afterFull, run: failed }, en);
  expect(JSON.stringify(card.blocks)).toContain("Try the 1,200 failed ones again");
  const done = { ...run, progress: { ...run.progress, exceptions: 0 } };
  const calm = buildCard(aState("migrated"), { ...dataOf(models.ordinary), run: done }, en);
  expect(JSON.stringify(calm.blocks)).not.toContain("migrated.retry");
});

describe.each([
  ["English", en],
  ["German", de],
] as const)("after a delta, in %s", (_language, words) => {
  const shown = (delta: DeltaSummary, more: object = {}) =>
    JSON.stringify(
      buildCard(aState("migrated"), { ...dataOf(models.ordinary), delta, ...more }, words).blocks,
    );
  const some = models.aDeltaSummary(models.ordinary);
  const none: DeltaSummary = {
    ...some,
    tickets: { new: 0, changed: 0, closed: 0, deleted: 0 },
    ...{ notes: 0, timeEntries: 0, edited: 0, articles: 0, changes: [] },
    ...{ contacts: { new: 0, changed: 0 }, companies: { new: 0, changed: 0 } },
    conflicts: { policy: "keep", list: [] },
  };

  test("the card says what came, ticket by ticket, what changed on both sides, and who decided", () => {
    const text = shown(some);
    expect(text).toContain(words.delta.changedTickets(5, 2));
    expect(text).toContain(words.delta.messages(8, 3));
    expect(text).toContain("Printer offline");
    expect(text).toContain(words.delta.conflicts(3, "0, 1, 2"));
    expect(text).toContain(words.delta.kept);
    expect(text).toContain("show.delta");
    expect(shown({ ...some, conflicts: { ...some.conflicts, policy: "overwrite" } })).toContain(
      words.delta.overwritten,
    );
  });

  test("the next one by the clock is told, and switched by a button that says what it would do", () => {
    const { aSchedule } = models;
    const off = { ...aSchedule, on: false, by: { team: "TC", user: "UDANA" } };
    expect(shown(some, { schedule: aSchedule })).toContain("deltas.off");
    expect(shown(some, { schedule: { ...aSchedule, isDue: true } })).toContain(words.delta.soon);
    expect(shown(some, { schedule: off })).toContain("deltas.on");
    expect(shown(some, { schedule: off })).toContain("<@UDANA>");
    expect(shown(some, { schedule: undefined })).not.toContain("deltas.");
  });

  test("what was decided by policy did not fail: only the others are tried again", () => {
    const run = models.aRun({ kind: "delta", state: "done" });
    const withExceptions = (exceptions: number) => ({
      run: { ...run, progress: { ...run.progress, exceptions } },
    });
    expect(shown(some, withExceptions(3))).not.toContain("migrated.retry");
    expect(shown(some, withExceptions(5))).toContain(words.migrated.retryFailed(2));
  });

  test("the first dozen tickets are named, the others counted, and all of them are on the page", () => {
    const many = models.aDeltaSummary({ ...models.ordinary, many: 40 });
    const text = shown(many);
    expect(text.match(/Printer offline/g)).toHaveLength(12);
    expect(text).toContain(words.delta.more(28));
    expect(shown(many, { hasPage: false })).not.toContain("show.delta");
  });

  test("a delta that found nothing says so, and counts nothing", () => {
    const text = shown(none);
    expect(text).toContain(words.delta.nothing);
    expect(text).not.toContain("show.delta");
    expect(text).not.toMatch(/\b0 /);
  });
});

test.each([
  [en, "5 workflow rules", "Rebuild guides"],
  [de, "5 Workflow-Regeln", "Anleitungen"],
] as const)(
  "the certificate says in one line what people rebuild, and opens its guides",
  (words, line, label) => {
    const data = dataOf(models.ordinary);
    const guides = someGuides();
    const [rule] = guides.workflows;
    const five = {
      ...guides,
      workflows: Array.from({ length: 5 }, () => rule).filter((one) => one !== undefined),
    };
    const state = aState("certified");
    const said = JSON.stringify(buildCard(state, { ...data, guides: five }, words).blocks);
    expect(said).toContain(line);
    expect(said).toContain(`"text":"${label}"`);
    expect(said).toContain("show.guides");
    const { guides: _guides, ...none } = data;
    for (const without of [none, { ...data, hasPage: false }]) {
      expect(JSON.stringify(buildCard(state, without, words).blocks)).not.toContain("show.guides");
    }
  },
);
