// The account manager is told in person what waits for them, in their own language, with what they approve.
import { afterEach, expect, test } from "vitest";
import { readManifest } from "../../sandbox/slack/manifest.ts";
import { defaultUsers } from "../../sandbox/slack/people.ts";
import { buildCard } from "../../src/bot/steps/catalogue.ts";
import { de } from "../../src/words/de.ts";
import { en } from "../../src/words/en.ts";
import { dataOf } from "../unit/bot/cards/card-data-of.ts";
import { ordinary } from "../unit/bot/cards/read-models.ts";
import { aState } from "../unit/bot/conversation/conversation-fixtures.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const german = { ...defaultUsers.customer, locale: "de-DE" };
const users = [german, defaultUsers.accountManager, defaultUsers.stranger];
const figures =
  "To be written: 12,004 conversations, 12,004 contacts, and 12,004 companies, in about 2 hours.";
const homeOf = (user: string): string =>
  JSON.stringify(bot.slack.views(user).filter((v) => v.type === "home"));

async function walkToCutover(words: typeof en | typeof de): Promise<void> {
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await bot.engine.connectByPage("m1", { team: bot.customer.user.teamId, user: bot.customer.user.id });
  const actions = ["terms.agree", "survey.propose", "map.accept", "plan.approve", "sample.approve"];
  for (const action of actions) await clickWhenThere(bot, bot.customer, action);
  for (const index of words.silence.items.keys())
    await clickWhenThere(bot, bot.customer, `silence.tick#${index}`);
  await clickWhenThere(bot, bot.customer, "silence.confirm");
  await bot.slack.waitForMessage((m) => m.text === words.cutover.title);
}

const inPerson = (part: string) =>
  bot.slack.waitForMessage((m) => m.text.includes(part) && m.channel !== bot.slack.channel.id);

test("a cutover that waits is a message to the account manager, with counts, losses, minutes and links", async () => {
  bot = await startBotOverHttp({ slack: { users } });
  await walkToCutover(de);
  const told = await inPerson(en.status.waitsForYou);
  expect(told.text).toContain(figures);
  expect(told.text).toContain("3 kinds of values do not fit");
  expect(told.text).toContain("/archives/");
  expect(told.text).toContain("/r/m1-sample");
  expect(told.text).not.toContain(de.status.waitsForYou);
  // Named in the channel too, in the channel's language, with the same figures.
  const card = await bot.slack.waitForMessage((m) => m.text === de.cutover.title);
  expect(JSON.stringify(card.blocks)).toContain(`<@${bot.manager.user.id}>`);
  expect(JSON.stringify(card.blocks)).toContain("12.004 Unterhaltungen");
  expect(bot.slack.violations).toEqual([]);
});

test("approvals carry the names of those who gave them, as Slack calls them", async () => {
  bot = await startBotOverHttp();
  await walkToCutover(en);
  await clickWhenThere(bot, bot.manager, "cutover.approve");
  await bot.slack.waitForMessage((m) => m.text.includes(en.work.running.title));
  const names = (await bot.engine.approvals("m1")).map(({ kind, name }) => [kind, name]);
  expect(names).toContainEqual(["plan", "Dana Ortiz"]);
  expect(names).toContainEqual(["cutover", "Alex Kim"]);
});

test("it is told once, and again when it comes to wait again", async () => {
  bot = await startBotOverHttp();
  await walkToCutover(en);
  await inPerson(en.status.waitsForYou);
  await bot.restart();
  await bot.customer.mention("where are we?");
  await bot.slack.waitForMessage(
    (m) => m.text.includes(en.where("cutover-review")) && m.channel === bot.slack.channel.id,
  );
  const all = () => bot.slack.messages().filter((m) => m.text.includes(en.status.waitsForYou));
  expect(all()).toHaveLength(1);
});

test("Home says first what waits for its reader, in the reader's language and with the same figures", async () => {
  bot = await startBotOverHttp({ slack: { users } });
  await walkToCutover(de);
  await bot.manager.openHome();
  await bot.slack.waitUntil(() => homeOf(bot.manager.user.id).includes(en.status.waitsForYou));
  expect(homeOf(bot.manager.user.id)).toContain(figures);
  expect(homeOf(bot.manager.user.id)).not.toContain(en.status.waitsFor(en.role("account-manager")));
  await bot.customer.openHome();
  await bot.slack.waitUntil(() =>
    homeOf(bot.customer.user.id).includes(de.status.waitsFor(de.role("account-manager"))),
  );
  expect(homeOf(bot.customer.user.id)).not.toContain(de.status.waitsForYou);
});

test("where nobody can be written to in person, it is said in the channel for their eyes alone", async () => {
  bot = await startBotOverHttp({
    slack: { manifest: { ...readManifest(), hasMessagesTab: false } },
  });
  await walkToCutover(en);
  await bot.slack.waitForMessage(
    (m) => m.ephemeralFor === bot.manager.user.id && m.text.includes(en.status.waitsForYou),
  );
});

test.each([en, de])(
  "the welcome is one screen: seven steps with who and how long, what nobody notices, the way back",
  (words) => {
    const managers = [{ team: "T0HOME", user: "U0ALEX" }];
    const { blocks } = buildCard(aState("welcome"), { ...dataOf(ordinary), managers }, words);
    const text = JSON.stringify(blocks);
    expect(words.welcome.road).toHaveLength(7);
    for (const line of [...words.welcome.road, words.welcome.notice, words.welcome.undo]) {
      expect(text).toContain(JSON.stringify(line).slice(1, -1));
      expect(line.length).toBeLessThan(190);
    }
    expect(text).toContain("<@U0ALEX>");
    expect(text.indexOf(words.welcome.notice)).toBeLessThan(text.indexOf(words.welcome.truths[0] ?? ""));
  },
);
