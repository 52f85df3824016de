// What people write to the bot: corrections that a button carries out, questions at any time, in their own language.
import { afterEach, describe, expect, test, vi } from "vitest";
import { defaultUsers } from "../../sandbox/slack/people.ts";
import { parseState } from "../../src/bot/conversation/state.ts";
import { de } from "../../src/words/de.ts";
import { en } from "../../src/words/en.ts";
import type { Words } from "../../src/words/words.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp, waitForWindow } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const german = [
  { ...defaultUsers.customer, locale: "de-DE" },
  defaultUsers.accountManager,
  defaultUsers.stranger,
];
const waitForEphemeral = (user: string, part: string) =>
  bot.slack.waitForMessage((message) => message.ephemeralFor === user && message.text.includes(part));
const waitForCard = (title: string) =>
  bot.slack.waitForMessage((message) => message.text.includes(title) && message.ephemeralFor === undefined);
const stateNow = async () => parseState((await bot.engine.loadConversation("m1"))?.state);
const statusesNow = async () => (await bot.engine.fieldMap("m1"))?.map.statuses.map(({ state }) => state);

async function walkTo(target: "map" | "plan", words: Words = en): Promise<void> {
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await waitForCard(words.connect.title);
  await bot.engine.connectByPage("m1", { team: bot.customer.user.teamId, user: bot.customer.user.id });
  await clickWhenThere(bot, bot.customer, "terms.agree");
  await clickWhenThere(bot, bot.customer, "survey.propose");
  await waitForCard(words.map.title);
  if (target === "map") return;
  await clickWhenThere(bot, bot.customer, "map.accept");
  await waitForCard(words.plan.title("Harborline"));
}

describe("a correction in words", () => {
  test("is shown as a diff, changes nothing by itself, and is carried out by its button", async () => {
    bot = await startBotOverHttp();
    await walkTo("map");
    await bot.customer.mention("send 'Waiting' to snoozed, and leave out Board 1");
    const shown = await waitForCard(en.correction.title);
    expect(JSON.stringify(shown.blocks)).toContain("Open → *Snoozed*");
    expect(JSON.stringify(shown.blocks)).toContain("*left out*");
    expect(await statusesNow()).toEqual(["open", "open", "open"]);
    await bot.customer.click({ actionId: "correction.confirm", ts: shown.ts });
    await bot.slack.waitForMessage((m) => m.ts === shown.ts && m.edited !== undefined);
    expect(await statusesNow()).toEqual(["snoozed", "snoozed", "snoozed"]);
    expect((await bot.engine.fieldMap("m1"))?.map.boards[1]?.migrate).toBe(false);
    const settled = bot.slack.messages().find(({ ts }) => ts === shown.ts);
    expect(settled?.blocks.some(({ type }) => type === "actions")).toBe(false);
    expect(JSON.stringify(settled?.blocks)).toContain("confirmed this change");
    expect(bot.slack.violations).toEqual([]);
  });

  test("after the plan leads back to the map, so that the plan is approved anew", async () => {
    bot = await startBotOverHttp();
    await walkTo("plan");
    await bot.manager.command("close Waiting");
    const shown = await waitForCard(en.correction.title);
    await bot.customer.click({ actionId: "correction.confirm", ts: shown.ts });
    await vi.waitFor(async () => expect((await stateNow())?.step).toBe("map-review"));
    await clickWhenThere(bot, bot.customer, "map.accept");
    expect((await bot.engine.approvals("m1")).map(({ kind }) => kind)).not.toContain("plan");
  });

  test("that comes while another waits takes it along: both are shown, and one button does both", async () => {
    bot = await startBotOverHttp();
    await walkTo("map");
    await bot.customer.mention("close Waiting");
    const old = await waitForCard(en.correction.title);
    await vi.waitFor(async () => expect((await stateNow())?.proposal?.ts).toBeTruthy());
    const stale = JSON.parse(
      (old.blocks.find(({ type }) => type === "actions") as unknown as { elements: { value: string }[] })
        .elements[0]?.value ?? "{}",
    ) as { h: string };
    await bot.manager.mention("leave out Board 1");
    const settled = await bot.slack.waitForMessage((m) => m.ts === old.ts && m.edited !== undefined);
    expect(JSON.stringify(settled.blocks)).toContain(en.correction.joined);
    const both = await bot.slack.waitForMessage((m) => m.text === en.correction.title && m.ts > old.ts);
    expect(JSON.stringify(both.blocks)).toContain("Open → *Closed*");
    expect(JSON.stringify(both.blocks)).toContain("*left out*");
    expect((await stateNow())?.proposal?.id).not.toBe(stale.h);
    expect(await statusesNow()).toEqual(["open", "open", "open"]);
    await bot.customer.click({ actionId: "correction.confirm", ts: both.ts });
    await bot.slack.waitForMessage((m) => m.ts === both.ts && m.edited !== undefined);
    expect(await statusesNow()).toEqual(["closed", "closed", "closed"]);
    expect((await bot.engine.fieldMap("m1"))?.map.boards[1]?.migrate).toBe(false);
  });

  test("of the same row again: the later one holds", async () => {
    bot = await startBotOverHttp();
    await walkTo("map");
    await bot.customer.mention("close Waiting");
    const first = await waitForCard(en.correction.title);
    await vi.waitFor(async () => expect((await stateNow())?.proposal?.ts).toBeTruthy());
    await bot.customer.mention("snooze Waiting");
    const both = await bot.slack.waitForMessage((m) => m.text === en.correction.title && m.ts > first.ts);
    expect(JSON.stringify(both.blocks)).not.toContain("*Closed*");
    await bot.customer.click({ actionId: "correction.confirm", ts: both.ts });
    await vi.waitFor(async () => expect(await statusesNow()).toEqual(["snoozed", "snoozed", "snoozed"]));
  });

  test("any row of the map is changed by its menu, as often as one likes", async () => {
    bot = await startBotOverHttp();
    await walkTo("map");
    const revision = async () => (await bot.engine.fieldMap("m1"))?.revision;
    for (const state of ["closed", "snoozed", "open"] as const) {
      const card = await bot.slack.waitForMessage((m) =>
        JSON.stringify(m.blocks).includes("map.choose#rows"),
      );
      const before = await revision();
      await bot.slack.waitForMessage(
        (m) => m.ts === card.ts && JSON.stringify(m.blocks).includes(`${before}|status|1|?`),
      );
      await bot.customer.select("map.choose#rows", `${before}|status|1|?`, { ts: card.ts });
      await waitForWindow(bot, bot.customer, "map.choice");
      await bot.customer.submitView({ "map.choice": `${before}|status|1|${state}` });
      await vi.waitFor(async () => expect((await statusesNow())?.[1]).toBe(state));
    }
    expect(bot.slack.violations).toEqual([]);
  });

  test("from somebody who may not is refused; unclear names are asked back", async () => {
    bot = await startBotOverHttp();
    await walkTo("map");
    await bot.stranger.mention("close Waiting");
    await waitForEphemeral(bot.stranger.user.id, "Nothing was changed");
    await bot.customer.mention("put Board 1 into team Quality");
    await bot.slack.waitForMessage((m) => m.text.includes("Intercom has no team “Quality”"));
    expect((await stateNow())?.proposal).toBeNull();
  });

  test("while a run is on is refused with the reason", async () => {
    bot = await startBotOverHttp({ holds: true });
    await bot.customer.mention("start");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    await waitForCard(en.connect.title);
    await bot.engine.connectByPage("m1", { team: bot.customer.user.teamId, user: bot.customer.user.id });
    for (const [action, task] of [
      ["terms.agree", "survey"],
      ["survey.propose", "propose"],
    ] as const) {
      await clickWhenThere(bot, bot.customer, action);
      await bot.slack.waitUntil(() => bot.engine.started.some((one) => one.task === task));
      await bot.engine.end("m1", task);
    }
    // There is a map from now on, and planning reads it.
    await clickWhenThere(bot, bot.customer, "map.accept");
    await waitForCard(en.work.planning.title);
    await bot.customer.mention("close Waiting");
    await bot.slack.waitForMessage((m) => m.text.includes("Work is under way"));
  });
});

test("questions are answered from the read models, with their numbers and no others", async () => {
  bot = await startBotOverHttp();
  await walkTo("plan");
  const asked = [
    ["how long will it take?", "about 2 hours"],
    ["what does it cost?", "1,900 EUR"],
    ["what happens to time entries?", "900 time entries"],
    ["do the SLAs come along?", "SLA reporting starts anew"],
    ["what can't be undone?", "ConnectWise is only read"],
    ["who may approve?", `<@${bot.manager.user.id}>`],
    ["how do I stop it?", "Pause or Cancel"],
    ["what failed and why?", "Intercom refused the ticket."],
  ] as const;
  for (const [question, part] of asked) {
    await bot.customer.command(question);
    await waitForEphemeral(bot.customer.user.id, part);
  }
  expect(bot.engine.started.map(({ task }) => task)).toEqual(["survey", "propose", "plan"]);
  expect(bot.slack.violations).toEqual([]);
});

describe("German", () => {
  test("is spoken in the channel of a customer whose Slack is German, and in what only they read", async () => {
    bot = await startBotOverHttp({ slack: { users: german } });
    await walkTo("plan", de);
    await bot.customer.command("Wie lange dauert das?");
    await waitForEphemeral(bot.customer.user.id, "2 Stunden");
    await bot.customer.mention("Setze Waiting auf zurückgestellt");
    const shown = await waitForCard(de.correction.title);
    expect(JSON.stringify(shown.blocks)).toContain("Offen → *Zurückgestellt*");
    await bot.customer.openHome();
    await bot.slack.waitUntil(() =>
      JSON.stringify(bot.slack.views(bot.customer.user.id)).includes(de.home.title),
    );
    expect(bot.slack.violations).toEqual([]);
  });

  test("an English account manager reads English in ephemeral messages, in a German channel", async () => {
    bot = await startBotOverHttp({ slack: { users: german } });
    await walkTo("plan", de);
    await clickWhenThere(bot, bot.manager, "plan.approve");
    await waitForEphemeral(bot.manager.user.id, en.role("customer"));
    await bot.manager.openHome();
    await bot.slack.waitUntil(() =>
      JSON.stringify(bot.slack.views(bot.manager.user.id)).includes(en.home.title),
    );
  });
});

test("the full report is a link for whoever asked, and never for strangers", async () => {
  bot = await startBotOverHttp();
  await walkTo("plan");
  await clickWhenThere(bot, bot.customer, "plan.approve");
  await clickWhenThere(bot, bot.customer, "show.report");
  await waitForEphemeral(bot.customer.user.id, "/r/m1-sample");
  await clickWhenThere(bot, bot.stranger, "show.report");
  await waitForEphemeral(bot.stranger.user.id, "Nothing was changed");
  const open = bot.slack.messages().filter((m) => m.text.includes("/r/") && m.ephemeralFor === undefined);
  expect(open).toEqual([]);
  await clickWhenThere(bot, bot.customer, "sample.show");
  await bot.slack.waitUntil(() => bot.slack.views(bot.customer.user.id).some(({ type }) => type === "modal"));
});
