// When things go wrong around the bot: refusals, faults, rate limits, damage, keys without a page, many workspaces.
import { afterEach, describe, expect, test } from "vitest";
import { RefusedError } from "../../src/engine/errors.ts";
import { en } from "../../src/words/en.ts";
import { prose } from "../support/in-words.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp, waitForWindow } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const waitForEphemeral = (user: string, part: string) =>
  bot.slack.waitForMessage((message) => message.ephemeralFor === user && message.text.includes(part));
const waitForCard = (title: string) =>
  bot.slack.waitForMessage((message) => message.text.includes(title) && message.ephemeralFor === undefined);
const person = () => ({ team: bot.customer.user.teamId, user: bot.customer.user.id });

async function walkToTerms(): Promise<void> {
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await waitForCard(en.connect.title);
  await bot.engine.connectByPage("m1", person());
  await waitForCard(en.terms.title);
}

async function walkToSampling(): Promise<void> {
  await walkToTerms();
  for (const [action, task] of [
    ["terms.agree", "survey"],
    ["survey.propose", "propose"],
    ["map.accept", "plan"],
  ] as const) {
    await clickWhenThere(bot, bot.customer, action);
    await bot.slack.waitUntil(() => bot.engine.started.some((one) => one.task === task));
    await bot.engine.end("m1", task);
  }
  await clickWhenThere(bot, bot.customer, "plan.approve");
  await waitForCard(en.work.sampling.title);
}

describe("errors", () => {
  test("the engine's refusal is said with its remedy, to the person alone, and the decision stays open", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    const refused = new RefusedError(
      prose({ code: "x", message: "The clock is wrong.", remedy: "Set the clock." }),
    );
    const { startTask } = bot.engine;
    bot.engine.startTask = async () => Promise.reject(refused);
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await waitForEphemeral(bot.customer.user.id, "The clock is wrong. Set the clock.");
    bot.engine.startTask = startTask;
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await waitForCard(en.work.surveying.title);
  });

  test("anything else is a reference that leads to the log, and no word of the error itself", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    bot.engine.startTask = async () => Promise.reject(new Error("secret internals"));
    await clickWhenThere(bot, bot.customer, "terms.agree");
    const { text } = await waitForEphemeral(bot.customer.user.id, "on our side");
    const reference = /reference: (\w+)/.exec(text)?.[1];
    expect(text).not.toContain("secret");
    expect(bot.logged.filter(({ level }) => level === "error").map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ reference }),
    );
  });

  test("a failed task says why, takes new keys, and goes on by Resume", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await waitForCard(en.work.surveying.title);
    await bot.engine.end("m1", "survey", "failed");
    const card = await waitForCard(en.halt.failed(en.work.surveying.title));
    expect(JSON.stringify(card.blocks)).toContain("Intercom was away.");
    await bot.customer.click({ actionId: "connect.link", ts: card.ts });
    await waitForEphemeral(bot.customer.user.id, "/connect/token-m1");
    await bot.customer.click({ actionId: "task.retry", ts: card.ts });
    await bot.slack.waitUntil(() => bot.engine.started.length === 2);
    await bot.engine.end("m1", "survey");
    await waitForCard("Survey of");
  });

  test("a damaged state starts over instead of silence", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    const saved = await bot.engine.loadConversation("m1");
    await bot.engine.saveConversation("m1", { version: 99 }, saved?.version ?? 0);
    await bot.customer.mention("where are we?");
    await bot.slack.waitForMessage((m) => m.text.includes(en.where("welcome")));
    expect(bot.logged.some(({ message }) => message.includes("damaged"))).toBe(true);
  });

  test("a card that could not be posted is posted at the next start", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkToTerms();
    const broken = bot.slack.faults.inject({
      kind: "status",
      status: 200,
      path: "chat.postMessage$",
      body: { ok: false, error: "fatal_error" },
    });
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await waitForEphemeral(bot.customer.user.id, en.error.notShown);
    broken();
    await bot.restart();
    await waitForCard(en.work.surveying.title);
    expect(bot.engine.started.map(({ task }) => task)).toEqual(["survey"]);
  });
});

describe("rate limits", () => {
  test("a 429 on edits delays neither the next message nor a window", async () => {
    bot = await startBotOverHttp({ holds: true, withoutPage: true });
    await walkToSampling();
    bot.slack.faults.inject({
      kind: "status",
      status: 429,
      path: "chat.update$",
      body: { ok: false, error: "ratelimited" },
      headers: { "Retry-After": "30" },
    });
    const run = await bot.engine.latestRun("m1", "sample");
    if (!run) throw new Error("no run was started");
    bot.engine.setRun({ ...run, progress: { ...run.progress, writes: 4711 } });
    await expect.poll(() => bot.slack.faults.hits.status).toBeGreaterThan(2);
    const before = Date.now();
    const other = bot.slack.addChannel("another-move");
    const there = (title: string) =>
      bot.slack.waitForMessage((message) => message.channel === other.id && message.text === title);
    await bot.customer.invite(other.id);
    await bot.customer.click({ actionId: "welcome.go", ts: (await there(en.welcome.title)).ts });
    await bot.customer.click({ actionId: "connect.form", ts: (await there(en.connect.title)).ts });
    await bot.slack.waitUntil(() => bot.slack.views(bot.customer.user.id).length > 0);
    // Slack said that edits wait for half a minute.
    expect(Date.now() - before).toBeLessThan(28_000);
  });
});

describe("keys without a page", () => {
  test("come through a window, and nothing typed is ever seen in Slack or in the log", async () => {
    bot = await startBotOverHttp({ holds: true, withoutPage: true });
    await bot.customer.mention("start");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    await clickWhenThere(bot, bot.customer, "connect.form");
    await waitForWindow(bot, bot.customer, "source.connectwise.url");
    await bot.customer.submitView({
      "source.connectwise.url": "https://cw.example",
      "source.connectwise.company": "harborline",
      "source.connectwise.publicKey": "planted-public",
      "source.connectwise.privateKey": "planted-private",
      "source.connectwise.clientId": "planted-client",
      "destination.intercom.token": "planted-token",
    });
    await waitForCard(en.terms.title);
    const everything = JSON.stringify([bot.slack.messages(), bot.slack.calls.all, bot.logged]);
    expect(everything).not.toContain("planted-");
  });
});

describe("many workspaces", () => {
  test("an installation over OAuth names the account manager, and its token answers", async () => {
    bot = await startBotOverHttp({ holds: true, installed: true });
    const begin = await fetch(`${bot.url}/slack/install`, { redirect: "manual" });
    const consent = await fetch(begin.headers.get("location") ?? "", { redirect: "manual" });
    const done = await fetch(consent.headers.get("location") ?? "", {
      headers: {
        cookie: begin.headers
          .getSetCookie()
          .map((one) => one.split(";")[0])
          .join("; "),
      },
    });
    expect(done.status).toBe(200);
    expect([...bot.installations.keys()]).toEqual([bot.slack.team.id]);
    await bot.manager.mention("start");
    await clickWhenThere(bot, bot.manager, "welcome.claim");
    await waitForEphemeral(bot.manager.user.id, "account manager here");
    await bot.slack.uninstall();
    await expect.poll(() => bot.installations.size).toBe(0);
  });
});

test("tells the channel, in one message, that customer data went by the clock", async () => {
  bot = await startBotOverHttp({ holds: true });
  await walkToTerms();
  const forgotten = {
    ...{ records: 1200, credentials: 2, reportRows: 40, documents: 3, operations: 900 },
    ...{ files: 17, exceptions: 2 },
  };
  await bot.engine.emitForgotten({ migrationId: "m1", forgotten, days: 30 });
  const { text } = await waitForCard("30 days after the end");
  expect(text).toContain("1,200 staged records, 17 files, 2 credentials, 45 report rows");
});
