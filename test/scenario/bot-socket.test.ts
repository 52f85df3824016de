// Socket Mode when its connection drops: what was clicked and said meanwhile is neither lost nor done twice.
import { afterEach, expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { type BotOverHttp, startBotOverHttp } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(() => bot.stop());

const start = () =>
  startBotOverHttp({
    ...{ socket: true, holds: true, slack: { ackTimeoutMs: 300 } },
    config: { socketPatienceMs: 100 },
  });
const cards = (title: string) => bot.slack.messages().filter((message) => message.text === title);
const card = (title: string) => bot.slack.waitForMessage((message) => message.text === title);

/** As people do: Slack says that the app did not answer, and they press again. */
const press = (actionId: string) =>
  expect.poll(async () => (await bot.customer.click({ actionId })).acked).toBe(true);

test.each(["refresh_requested", "cut"] as const)(
  "a line that is lost (%s) at every step loses nothing and repeats nothing",
  async (how) => {
    bot = await start();
    const drop = () => bot.slack.disconnectSockets(how);
    await bot.customer.mention("start");
    await card(en.welcome.title);
    drop();
    await press("welcome.go");
    await card(en.connect.title);
    drop();
    await bot.engine.connectByPage("m1", { team: bot.slack.team.id, user: bot.customer.user.id });
    await card(en.terms.title);
    drop();
    await press("terms.agree");
    await card(en.work.surveying.title);
    // Work ends while nobody is connected: the engine tells it all the same.
    drop();
    await bot.engine.end("m1", "survey");
    await bot.slack.waitForMessage((message) => JSON.stringify(message.blocks).includes('"survey.propose"'));
    drop();
    await press("survey.propose");
    await card(en.work.proposing.title);
    expect(bot.engine.started.map(({ task }) => task)).toEqual(["survey", "propose"]);
    for (const title of [en.welcome.title, en.connect.title, en.terms.title, en.work.proposing.title])
      expect([title, cards(title).length]).toEqual([title, 1]);
  },
);

test("an event whose acknowledgement was lost comes again, and is answered once", async () => {
  bot = await start();
  const { result } = await bot.customer.mention("start");
  await card(en.welcome.title);
  bot.slack.disconnectSockets("cut");
  await expect.poll(async () => (await bot.slack.redeliver(result?.id ?? "")).acked).toBe(true);
  await bot.customer.mention("where are we?");
  await bot.slack.waitForMessage((message) => message.text.includes("It waits for"));
  expect(cards(en.welcome.title)).toHaveLength(1);
});
