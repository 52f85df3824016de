// The whole conversation over HTTP: by clicks, by strangers, twice, and through a restart.
import { afterEach, describe, expect, test } from "vitest";
import { parseState } from "../../src/bot/conversation/state.ts";
import { en } from "../../src/words/en.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp, waitForWindow } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const stepNow = async (): Promise<string | undefined> => {
  const [migration] = await bot.engine.listMigrations();
  const saved = migration ? await bot.engine.loadConversation(migration.id) : undefined;
  return parseState(saved?.state)?.step;
};
const ephemerals = (user: string): string[] =>
  bot.slack.messages(user).flatMap((message) => (message.ephemeralFor === user ? [message.text] : []));
const waitForEphemeral = (user: string, part: string) =>
  bot.slack.waitForMessage((message) => message.ephemeralFor === user && message.text.includes(part));
const waitForCard = (title: string) =>
  bot.slack.waitForMessage((message) => message.text.includes(title) && message.ephemeralFor === undefined);

async function walkTo(target: "terms" | "plan" | "cutover" | "certified"): Promise<void> {
  const { customer, manager } = bot;
  await customer.mention("start");
  await clickWhenThere(bot, customer, "welcome.go");
  await clickWhenThere(bot, customer, "connect.link");
  await waitForEphemeral(customer.user.id, "http://127.0.0.1:9/connect/token-m1");
  await bot.engine.connectByPage("m1", { team: customer.user.teamId, user: customer.user.id });
  await waitForCard(en.terms.title);
  if (target === "terms") return;
  await clickWhenThere(bot, customer, "terms.agree");
  await clickWhenThere(bot, customer, "survey.propose");
  await clickWhenThere(bot, customer, "map.accept");
  await waitForCard("The plan for Harborline");
  if (target === "plan") return;
  await clickWhenThere(bot, customer, "plan.approve");
  await clickWhenThere(bot, customer, "sample.approve");
  await waitForCard(en.silence.title);
  for (const index of en.silence.items.keys()) await clickWhenThere(bot, customer, `silence.tick#${index}`);
  await clickWhenThere(bot, customer, "silence.confirm");
  await waitForCard(en.cutover.title);
  if (target === "cutover") return;
  await clickWhenThere(bot, manager, "cutover.approve");
  await clickWhenThere(bot, customer, "migrated.delta");
  await bot.slack.waitUntil(() => bot.engine.started.some(({ task }) => task === "delta"));
  await bot.slack.waitForMessage(
    (m) => m.text === en.delta.title && JSON.stringify(m.blocks).includes("migrated.verify"),
  );
  await clickWhenThere(bot, customer, "migrated.verify");
  await waitForCard("Certificate");
}

describe("the whole way", () => {
  test("goes from hello to the certificate and back by clicks, and Slack refuses nothing", async () => {
    bot = await startBotOverHttp();
    await walkTo("certified");
    await clickWhenThere(bot, bot.manager, "rollback.open");
    const modal = () => bot.slack.views(bot.manager.user.id).find(({ type }) => type === "modal");
    await waitForWindow(bot, bot.manager, "rollback.typed");
    await bot.manager.submitView({ "rollback.typed": "yes" });
    expect(modal()?.errors["rollback.typed"]).toContain("Harborline");
    await bot.manager.submitView({ "rollback.typed": " Harborline " });
    await waitForCard(en.rollback.doneTitle);
    expect(bot.engine.started.map(({ task }) => task)).toEqual([
      "survey",
      "propose",
      "plan",
      "sample",
      "full",
      "delta",
      "verify",
      "rollback",
    ]);
    expect((await bot.engine.approvals("m1")).map(({ kind, role }) => `${kind} by ${role}`)).toEqual([
      "terms by customer",
      "map by customer",
      "plan by customer",
      "sample by customer",
      "silence by customer",
      "cutover by account-manager",
      "rollback by account-manager",
    ]);
    expect(bot.slack.violations).toEqual([]);
    expect(bot.slack.pings()).toEqual([]);
    expect(bot.logged.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("goes the same way over Socket Mode", async () => {
    bot = await startBotOverHttp({ socket: true });
    await walkTo("certified");
    expect(bot.slack.violations).toEqual([]);
  });
});

test("without staging the account manager alone has the sample written, and removed, and the customer hears so", async () => {
  bot = await startBotOverHttp();
  const { customer, manager, engine } = bot;
  engine.dropStaging();
  await walkTo("plan");
  await clickWhenThere(bot, customer, "plan.approve");
  await clickWhenThere(bot, customer, "sample.write");
  await waitForEphemeral(customer.user.id, "the account manager");
  expect(engine.started.some(({ toProduction }) => toProduction)).toBe(false);
  await clickWhenThere(bot, manager, "sample.write");
  await clickWhenThere(bot, customer, "show.tickets");
  await waitForEphemeral(customer.user.id, "/r/m1-tickets");
  await clickWhenThere(bot, customer, "sample.remove");
  await clickWhenThere(bot, manager, "sample.remove");
  await bot.slack.waitUntil(() => engine.started.some(({ task }) => task === "remove-sample"));
  await clickWhenThere(bot, customer, "sample.approve");
  await waitForCard(en.silence.title);
  expect((await engine.approvals("m1")).map(({ kind, role }) => `${kind} by ${role}`)).toEqual([
    "terms by customer",
    "map by customer",
    "plan by customer",
    "sample-slice by account-manager",
    "sample-removal by account-manager",
    "sample by customer",
  ]);
  expect(bot.slack.violations).toEqual([]);
});

test("what the last delta changed is a link, and its card names tickets", async () => {
  bot = await startBotOverHttp();
  await walkTo("cutover");
  await clickWhenThere(bot, bot.manager, "cutover.approve");
  await waitForCard(en.migrated.title);
  await clickWhenThere(bot, bot.customer, "migrated.delta");
  await clickWhenThere(bot, bot.customer, "show.delta");
  await waitForEphemeral(bot.customer.user.id, "/r/m1-delta");
  const { ts } = await waitForCard(en.delta.title);
  await clickWhenThere(bot, bot.customer, "migrated.verify");
  const settled = await bot.slack.waitForMessage((m) => m.ts === ts && m.edited !== undefined);
  expect(JSON.stringify(settled.blocks)).toContain("Printer offline");
});

test("deltas by the clock are switched off and on again on the card, which says who did", async () => {
  bot = await startBotOverHttp();
  await walkTo("cutover");
  await clickWhenThere(bot, bot.manager, "cutover.approve");
  await clickWhenThere(bot, bot.stranger, "deltas.off");
  await waitForEphemeral(bot.stranger.user.id, en.refusal.foreignTeam);
  await clickWhenThere(bot, bot.customer, "deltas.off");
  const off = await bot.slack.waitForMessage((m) => JSON.stringify(m.blocks).includes("deltas.on"));
  expect(JSON.stringify(off.blocks)).toContain(`<@${bot.customer.user.id}>`);
  await clickWhenThere(bot, bot.manager, "deltas.on");
  await bot.slack.waitForMessage((m) => m.ts === off.ts && JSON.stringify(m.blocks).includes("deltas.off"));
  expect(bot.slack.violations).toEqual([]);
});

test("the rebuild guides are a link too, for the customer and the account manager, and never for strangers", async () => {
  bot = await startBotOverHttp();
  await walkTo("certified");
  await clickWhenThere(bot, bot.customer, "show.guides");
  await waitForEphemeral(bot.customer.user.id, "/r/m1-guides");
  await clickWhenThere(bot, bot.manager, "show.guides");
  await waitForEphemeral(bot.manager.user.id, "/r/m1-guides");
  await clickWhenThere(bot, bot.stranger, "show.guides");
  await waitForEphemeral(bot.stranger.user.id, en.refusal.foreignTeam);
  const inChannel = bot.slack.messages().filter(({ channel }) => channel === bot.slack.channel.id);
  const open = inChannel.filter((m) => m.text.includes("/r/") && m.ephemeralFor === undefined);
  expect(open).toEqual([]);
});

test("the link's code comes with it in an ephemeral message on a public address, to who asked and to nobody else", async () => {
  bot = await startBotOverHttp({ holds: true, config: { publicUrl: "https://cutover.example.com" } });
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await clickWhenThere(bot, bot.customer, "connect.link");
  const code = "012345";
  await bot.slack.waitForMessage((message) => message.text.includes(code));
  const told = bot.slack.messages().filter((message) => JSON.stringify(message).includes(code));
  expect(told.map(({ ephemeralFor }) => ephemeralFor)).toEqual([bot.customer.user.id]);
});

describe("whose click it is", () => {
  test("a stranger is refused, told why, and written into the audit log", async () => {
    bot = await startBotOverHttp();
    await walkTo("plan");
    await clickWhenThere(bot, bot.stranger, "plan.approve");
    await waitForEphemeral(bot.stranger.user.id, en.refusal.foreignTeam);
    expect(await stepNow()).toBe("plan-review");
    expect(bot.engine.audited.at(-1)).toMatchObject({
      event: "click-refused",
      detail: { action: "plan.approve", why: "stranger" },
    });
  });

  test("a stranger can't ask either", async () => {
    bot = await startBotOverHttp();
    await walkTo("terms");
    await bot.stranger.mention("where are we?");
    await waitForEphemeral(bot.stranger.user.id, "Nothing was changed");
  });

  test("the customer can't approve the cutover, nor the account manager the plan", async () => {
    bot = await startBotOverHttp();
    await walkTo("plan");
    await clickWhenThere(bot, bot.manager, "plan.approve");
    await waitForEphemeral(bot.manager.user.id, "the person who decides for the customer");
    await clickWhenThere(bot, bot.customer, "plan.approve");
    await clickWhenThere(bot, bot.customer, "sample.approve");
    for (const index of en.silence.items.keys())
      await clickWhenThere(bot, bot.customer, `silence.tick#${index}`);
    await clickWhenThere(bot, bot.customer, "silence.confirm");
    await clickWhenThere(bot, bot.customer, "cutover.approve");
    await waitForEphemeral(bot.customer.user.id, "the account manager");
    expect(bot.engine.started.some(({ task }) => task === "full")).toBe(false);
  });

  test("an account manager who starts leaves the customer's place to somebody else", async () => {
    bot = await startBotOverHttp();
    await bot.manager.command("start");
    await clickWhenThere(bot, bot.manager, "welcome.claim");
    await waitForEphemeral(bot.manager.user.id, "account manager here");
    await clickWhenThere(bot, bot.customer, "welcome.claim");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    await waitForCard(en.connect.title);
  });
});

describe("twice, late, and again", () => {
  test("a second click on a button that is gone runs nothing and is told who decided", async () => {
    bot = await startBotOverHttp({ holds: true });
    await walkTo("terms");
    const card = await waitForCard(en.terms.title);
    const both = await Promise.all([
      bot.customer.click({ actionId: "terms.agree", ts: card.ts }),
      bot.customer.click({ actionId: "terms.agree", ts: card.ts }),
    ]);
    expect(both.every(({ acked }) => acked)).toBe(true);
    await waitForEphemeral(bot.customer.user.id, "already taken");
    expect(bot.engine.started.map(({ task }) => task)).toEqual(["survey"]);
  });

  test("an event or a click that is delivered twice counts once", async () => {
    bot = await startBotOverHttp({ holds: true });
    const { result } = await bot.customer.mention("start");
    const first = await waitForCard(en.welcome.title);
    await bot.slack.redeliver(result?.id ?? "");
    await bot.customer.click({ actionId: "welcome.go", ts: first.ts });
    await waitForCard(en.connect.title);
    const cards = bot.slack.messages().filter(({ text }) => text === en.welcome.title);
    expect(cards).toHaveLength(1);
    expect(bot.logged.some(({ message }) => message.includes("delivered again"))).toBe(true);
  });

  test("a decided message says who decided and has no buttons left", async () => {
    bot = await startBotOverHttp({ holds: true });
    await bot.customer.mention("start");
    const { ts } = await waitForCard(en.welcome.title);
    await bot.customer.click({ actionId: "welcome.go", ts });
    const settled = await bot.slack.waitForMessage((m) => m.ts === ts && m.edited !== undefined);
    expect(JSON.stringify(settled.blocks)).toContain(`<@${bot.customer.user.id}> went on`);
    expect(settled.blocks.some(({ type }) => type === "actions")).toBe(false);
  });

  /** Where every task waits until the test ends it. */
  async function walkToPlanning(): Promise<void> {
    bot = await startBotOverHttp({ holds: true });
    await bot.customer.mention("start");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    await bot.engine.connectByPage("m1", { team: "T", user: "U" });
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await bot.engine.end("m1", "survey");
    await clickWhenThere(bot, bot.customer, "survey.propose");
    await bot.engine.end("m1", "propose");
    await clickWhenThere(bot, bot.customer, "map.accept");
    await bot.slack.waitUntil(() => bot.engine.started.some(({ task }) => task === "plan"));
  }

  test("a plan that waits for ConnectWise says how far it has read, also after a restart", async () => {
    await walkToPlanning();
    const card = await waitForCard(en.work.planning.title);
    const shows = (text: string) =>
      bot.slack.waitForMessage((m) => m.ts === card.ts && JSON.stringify(m.blocks).includes(text));
    bot.engine.setReading({ tickets: 60_000, withNotes: 15_000, withFiles: 0 });
    await shows("*12 %* · ConnectWise gives notes and files ticket by ticket");
    await bot.restart();
    bot.engine.setReading({ tickets: 60_000, withNotes: 60_000, withFiles: 30_000 });
    await shows("60,000 are read with their notes and 30,000 looked through for files");
    await bot.engine.end("m1", "plan");
    await clickWhenThere(bot, bot.customer, "plan.approve");
    expect(bot.slack.violations).toEqual([]);
  });

  test("progress is edited in place, also after a restart, and settles when the run ends", async () => {
    await walkToPlanning();
    await bot.engine.end("m1", "plan");
    await clickWhenThere(bot, bot.customer, "plan.approve");
    const card = await waitForCard(en.work.sampling.title);
    const run = await bot.engine.latestRun("m1", "sample");
    if (!run) throw new Error("no run was started");
    const show = (done: number) =>
      bot.engine.setRun({
        ...run,
        progress: { ...run.progress, phases: { contacts: { done, total: 100 } } },
      });
    show(42);
    await bot.slack.waitForMessage((m) => m.ts === card.ts && m.text.includes("42 %"));
    await bot.restart();
    show(77);
    await bot.slack.waitForMessage((m) => m.ts === card.ts && m.text.includes("77 %"));
    await bot.engine.end("m1", "sample");
    await waitForCard(en.sample.title);
    expect(bot.slack.violations).toEqual([]);
  });

  test("where are we, where is a ticket, and help are answered at any time", async () => {
    bot = await startBotOverHttp();
    await walkTo("plan");
    await bot.customer.command("where 123456");
    await waitForEphemeral(bot.customer.user.id, "c123456");
    await bot.customer.mention("where are we?");
    await bot.slack.waitForMessage((m) => m.text.includes(en.where("plan-review")));
    await bot.customer.mention("approve the plan and start");
    await bot.customer.command("help");
    await waitForEphemeral(bot.customer.user.id, "Buttons decide");
    expect(await stepNow()).toBe("plan-review");
    expect(ephemerals(bot.stranger.user.id)).toEqual([]);
    expect(bot.slack.pings()).toEqual([]);
  });

  test("Home shows the account manager what waits for whom", async () => {
    bot = await startBotOverHttp();
    await walkTo("plan");
    await bot.manager.openHome();
    const home = () => JSON.stringify(bot.slack.views(bot.manager.user.id));
    await bot.slack.waitUntil(() => home().includes(en.where("plan-review")));
    expect(home()).toContain("waits for the person who decides for the customer");
  });
});
