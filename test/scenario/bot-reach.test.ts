// Progress in the thread, Home, and what happens when the way to Slack closes: the move is kept, and somebody is told.
import { afterEach, describe, expect, test, vi } from "vitest";
import { parseState } from "../../src/bot/conversation/state.ts";
import { en } from "../../src/words/en.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const waitForCard = (title: string) =>
  bot.slack.waitForMessage((message) => message.text.includes(title) && message.ephemeralFor === undefined);
const homeOf = (user: string): string => JSON.stringify(bot.slack.views(user));
const waitForHome = (user: string, part: string) => bot.slack.waitUntil(() => homeOf(user).includes(part));
const stepNow = async () => parseState((await bot.engine.loadConversation("m1"))?.state)?.step;
const refuseWith = (path: string, error: string) =>
  bot.slack.faults.inject({ kind: "status", status: 200, path, body: { ok: false, error } });

async function walkToTerms(): Promise<void> {
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await waitForCard(en.connect.title);
  await bot.engine.connectByPage("m1", { team: bot.customer.user.teamId, user: bot.customer.user.id });
  await waitForCard(en.terms.title);
}

async function walkToRunning(): Promise<void> {
  await walkToTerms();
  for (const [action, task] of [
    ["terms.agree", "survey"],
    ["survey.propose", "propose"],
    ["map.accept", "plan"],
    ["plan.approve", "sample"],
  ] as const) {
    await clickWhenThere(bot, bot.customer, action);
    await bot.slack.waitUntil(() => bot.engine.started.some((one) => one.task === task));
    await bot.engine.end("m1", task);
  }
  await clickWhenThere(bot, bot.customer, "sample.approve");
  await waitForCard(en.silence.title);
  for (const index of en.silence.items.keys())
    await clickWhenThere(bot, bot.customer, `silence.tick#${index}`);
  await clickWhenThere(bot, bot.customer, "silence.confirm");
  await clickWhenThere(bot, bot.manager, "cutover.approve");
  await waitForCard(en.work.running.title);
}

describe("progress", () => {
  test("phases and groups of exceptions go to the thread, milestones to the channel, each once", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToRunning();
    const card = await waitForCard(en.work.running.title);
    const inThread = (part: string) =>
      bot.slack.waitForMessage((m) => m.threadTs === card.ts && m.text.includes(part));
    await inThread(en.progress.phaseBegins(en.phase("contacts"), 300));
    await inThread("Intercom refused the ticket.");
    const run = await bot.engine.latestRun("m1", "full");
    if (!run) throw new Error("no run was started");
    for (const done of [30, 60, 80])
      for (const _again of [1, 2]) {
        bot.engine.setRun({
          ...run,
          progress: {
            ...run.progress,
            phase: "conversations",
            phases: { conversations: { done, total: 100 } },
          },
        });
        await bot.slack.waitForMessage((m) => m.ts === card.ts && m.text.includes(`${done} %`));
      }
    await waitForCard("80 % done");
    const milestones = bot.slack.messages().filter(({ text }) => /\d+ % done/.test(text));
    expect(milestones.map(({ text }) => /\d+ %/.exec(text)?.[0])).toEqual(["30 %", "60 %", "80 %"]);
    expect(bot.slack.violations).toEqual([]);
  });
});

describe("Home", () => {
  test("links to the waiting message, and follows the move by itself", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    await bot.customer.openHome();
    await waitForHome(bot.customer.user.id, en.where("terms"));
    expect(homeOf(bot.customer.user.id)).toContain("/archives/");
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await waitForHome(bot.customer.user.id, en.where("surveying"));
    await bot.engine.end("m1", "survey");
    await waitForHome(bot.customer.user.id, en.where("survey-review"));
    await waitForHome(bot.manager.user.id, en.where("survey-review"));
    expect(bot.slack.violations).toEqual([]);
  });

  test("starts a move in a channel that is chosen there", async () => {
    bot = await startBotOverHttp();
    await bot.customer.openHome();
    await waitForHome(bot.customer.user.id, en.home.none.slice(0, 20));
    await bot.customer.click({ actionId: "home.start" });
    await bot.slack.waitUntil(() => homeOf(bot.customer.user.id).includes("modal.start"));
    await bot.customer.submitView({ "start.channel": bot.slack.channel.id });
    await waitForCard(en.welcome.title);
    await waitForHome(bot.customer.user.id, en.where("welcome"));
    expect(bot.slack.violations).toEqual([]);
  });
});

describe("a closed way", () => {
  test.each(["channel_not_found", "not_in_channel", "is_archived", "token_revoked"])(
    "%s: nothing crashes, the move goes on, Home says so, and asking brings it back",
    async (error) => {
      bot = await startBotOverHttp({ holds: true });
      await walkToTerms();
      await clickWhenThere(bot, bot.customer, "terms.agree");
      await waitForCard(en.work.surveying.title);
      const repaired = [refuseWith("chat.postMessage$", error), refuseWith("chat.update$", error)];
      await bot.engine.end("m1", "survey");
      expect(await stepNow()).toBe("survey-review");
      await bot.manager.openHome();
      await waitForHome(bot.manager.user.id, "post in its channel");
      for (const repair of repaired) repair();
      await bot.customer.mention("where are we?");
      await waitForCard("Survey of");
      await bot.manager.openHome();
      await vi.waitFor(() => expect(homeOf(bot.manager.user.id)).not.toContain("post in its channel"));
      expect(bot.logged.filter(({ level }) => level === "error")).toEqual([]);
    },
  );

  test("an uninstalled app keeps the move, and a command from there gets an answer", async () => {
    bot = await startBotOverHttp({ holds: true, installed: true });
    await bot.slack.as(bot.manager.user.id).command("start");
    const answered = await bot.slack.waitForMessage((m) => m.text.includes("not installed"));
    expect(answered.text).toBe(en.refusal.notInstalled);
    expect(bot.logged.filter(({ level }) => level === "error")).toEqual([]);
  });
});
