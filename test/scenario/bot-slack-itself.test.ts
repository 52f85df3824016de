// What Slack itself does: channels that we are not in, ids that change, organizations, floods, and windows that come late.
import { afterEach, describe, expect, test } from "vitest";
import { readManifest } from "../../sandbox/slack/manifest.ts";
import { defaultUsers } from "../../sandbox/slack/people.ts";
import type { Channel } from "../../sandbox/slack/types.ts";
import { parseState } from "../../src/bot/conversation/state.ts";
import { en } from "../../src/words/en.ts";
import { type BotOverHttp, clickWhenThere, startBotOverHttp, waitForWindow } from "./bot-over-http.ts";

let bot: BotOverHttp;
afterEach(async () => {
  await bot.stop();
});

const waitForEphemeral = (user: string, part: string, channel?: string) =>
  bot.slack.waitForMessage(
    (m) =>
      m.ephemeralFor === user && m.text.includes(part) && (channel === undefined || m.channel === channel),
  );
const toldTo = (user: string) => bot.slack.messages(user).filter((m) => m.ephemeralFor === user);
const errors = () => bot.logged.filter(({ level }) => level === "error");
const refuseWith = (path: string, error: string) =>
  bot.slack.faults.inject({ kind: "status", status: 200, path, body: { ok: false, error } });
const homeOf = (user: string): string =>
  JSON.stringify(bot.slack.views(user).filter((v) => v.type === "home"));

async function beginAndConnect(): Promise<void> {
  await bot.customer.mention("start");
  await clickWhenThere(bot, bot.customer, "welcome.go");
  await bot.engine.connectByPage("m1", { team: bot.customer.user.teamId, user: bot.customer.user.id });
  await bot.slack.waitForMessage((m) => m.text === en.terms.title);
}

test("the scopes that an installation asks for are the manifest's", async () => {
  bot = await startBotOverHttp({ installed: true });
  const consent = await fetch(`${bot.url}/slack/install`, { redirect: "manual" });
  const asked = new URL(consent.headers.get("location") ?? "").searchParams.get("scope")?.split(",");
  expect(asked?.toSorted()).toEqual(readManifest().scopes.toSorted());
});

describe("where we are not", () => {
  const kinds = ["a public", "a private"] as const;
  const added = (kind: (typeof kinds)[number]): Channel =>
    bot.slack.addChannel("elsewhere", undefined, { isPrivate: kind === "a private" });

  test.each(kinds)("every command in %s channel is answered there, with how to invite us", async (kind) => {
    bot = await startBotOverHttp();
    const { id: channel } = added(kind);
    for (const said of ["help", "status", "start", "where 123", "snoozd the Sales board"]) {
      const before = toldTo(bot.customer.user.id).length;
      await bot.customer.command(said, { channel });
      await bot.slack.waitUntil(() => toldTo(bot.customer.user.id).length > before);
      expect(toldTo(bot.customer.user.id).at(-1)).toMatchObject({ channel });
      expect(toldTo(bot.customer.user.id).at(-1)?.text, said).toContain(en.refusal.inviteMe);
    }
    expect(await bot.engine.listMigrations()).toEqual([]);
    expect(errors()).toEqual([]);
    // An invitation begins the move by itself.
    await bot.customer.invite(channel);
    await bot.slack.waitForMessage((m) => m.channel === channel && m.text === en.welcome.title);
  });

  test("a command in the channel of a move that removed us is answered, and says how it goes on", async () => {
    bot = await startBotOverHttp({ holds: true });
    await beginAndConnect();
    bot.slack.channel.members.delete(bot.slack.users.bot.id);
    await bot.customer.command("where 123456");
    await waitForEphemeral(bot.customer.user.id, "c123456");
    await bot.customer.command("status");
    await waitForEphemeral(bot.customer.user.id, en.refusal.inviteMe);
    expect(errors()).toEqual([]);
  });

  test("a stranger's refusal reaches them there too", async () => {
    bot = await startBotOverHttp();
    const { id: channel } = added("a private");
    await bot.stranger.command("help", { channel });
    await waitForEphemeral(bot.stranger.user.id, en.refusal.foreignTeam, channel);
  });

  test("who submits a window of a move that we were removed from is told in person", async () => {
    bot = await startBotOverHttp({ holds: true, withoutPage: true });
    await bot.customer.mention("start");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    await clickWhenThere(bot, bot.customer, "connect.form");
    await waitForWindow(bot, bot.customer, "source.connectwise.url");
    bot.slack.channel.members.delete(bot.slack.users.bot.id);
    bot.engine.connect = async () => {
      throw new Error("planted");
    };
    const key = "source.connectwise";
    await bot.customer.submitView({
      ...{ [`${key}.url`]: "https://cw.example", [`${key}.company`]: "harborline" },
      ...{ [`${key}.publicKey`]: "k", [`${key}.privateKey`]: "k", [`${key}.clientId`]: "k" },
      "destination.intercom.token": "t",
    });
    const told = await bot.slack.waitForMessage((m) => m.text.includes("on our side"));
    expect(told.channel).not.toBe(bot.slack.channel.id);
  });
});

describe("a channel that gets another id", () => {
  test("keeps its move: clicks, questions and cards go to the new one", async () => {
    bot = await startBotOverHttp({ holds: true });
    await beginAndConnect();
    const channel = await bot.slack.shareChannel(bot.slack.channel.id);
    await clickWhenThere(bot, bot.customer, "terms.agree");
    await bot.slack.waitForMessage((m) => m.channel === channel && m.text.includes(en.work.surveying.title));
    await bot.engine.end("m1", "survey");
    await bot.slack.waitForMessage((m) => m.channel === channel && m.text.includes("Survey of"));
    await bot.customer.mention("where are we?", { channel });
    await bot.slack.waitForMessage(
      (m) => m.channel === channel && m.text.includes(en.where("survey-review")),
    );
    expect(await bot.engine.listMigrations()).toMatchObject([{ channel: { id: channel } }]);
    expect(errors()).toEqual([]);
  });

  test("keeps it also where somebody began another one there before we heard of it", async () => {
    bot = await startBotOverHttp({ holds: true, slack: { events: ["app_mention"] } });
    await beginAndConnect();
    const old = bot.slack.channel.id;
    const channel = await bot.slack.shareChannel(old);
    await bot.customer.mention("start", { channel });
    await bot.slack.waitForMessage((m) => m.channel === channel && m.text === en.welcome.title);
    await bot.engine.moveChannel("m1", {
      key: `slack:T0HOME/${channel}`,
      channel: { team: "T0HOME", id: channel },
    });
    await bot.customer.mention("where are we?", { channel });
    await bot.slack.waitForMessage((m) => m.channel === channel && m.text.includes(en.where("terms")));
  });
});

describe("an Enterprise Grid", () => {
  const enterprise = { id: "E0ORG", teams: [defaultUsers.customer.teamId, "T0BRANCH"] };
  const users = [
    { ...defaultUsers.customer, enterprise },
    defaultUsers.accountManager,
    defaultUsers.stranger,
  ];

  test("a person is the same from every workspace of their organization", async () => {
    bot = await startBotOverHttp({ holds: true, slack: { users } });
    await beginAndConnect();
    const elsewhere = bot.slack.as(bot.customer.user.id, "T0BRANCH");
    await clickWhenThere(bot, elsewhere, "terms.agree");
    await bot.slack.waitForMessage((m) => m.text.includes(en.work.surveying.title));
    expect(bot.engine.started[0]?.actor).toEqual({ team: "T0CUSTOMER", user: bot.customer.user.id });
  });

  test("the same id from another organization is somebody else", async () => {
    bot = await startBotOverHttp({ holds: true, slack: { users } });
    await beginAndConnect();
    await clickWhenThere(bot, bot.slack.as(bot.customer.user.id, "T0FOREIGN"), "terms.agree");
    await waitForEphemeral(bot.customer.user.id, "Nothing was changed");
    expect(bot.engine.started).toEqual([]);
  });
});

describe("a flood", () => {
  test("of somebody who is refused: they hear it once, and the customer is answered behind nobody", async () => {
    bot = await startBotOverHttp({ holds: true, slack: { rates: {} } });
    await beginAndConnect();
    const flood = Array.from({ length: 60 }, (_, n) => bot.stranger.mention(n % 2 ? "help" : "status"));
    await Promise.all(flood);
    await bot.customer.mention("help");
    await bot.slack.waitForMessage((m) => m.text.includes("Buttons decide"));
    await waitForEphemeral(bot.stranger.user.id, en.refusal.foreignTeam);
    expect(toldTo(bot.stranger.user.id)).toHaveLength(1);
    expect(bot.engine.audited.filter(({ event }) => event === "question-refused")).toHaveLength(1);
  });

  test("of somebody who only asks: the customer is answered before them", async () => {
    const observer = { ...defaultUsers.stranger, id: "U0OBS", teamId: defaultUsers.customer.teamId };
    const { isStranger: _isStranger, ...colleague } = observer;
    const users = [...Object.values(defaultUsers), colleague];
    bot = await startBotOverHttp({ holds: true, slack: { users, rates: {} } });
    await beginAndConnect();
    await Promise.all(Array.from({ length: 60 }, () => bot.slack.as("U0OBS").mention("what failed?")));
    await bot.customer.mention("help");
    await bot.slack.waitForMessage((m) => m.text.includes("Buttons decide"));
    const answered = bot.slack.messages().filter((m) => m.text.includes("did not make it"));
    expect(answered.length).toBeLessThan(30);
  });
});

describe("a window", () => {
  test("opens at once and is filled when what it shows is there", async () => {
    bot = await startBotOverHttp();
    await beginAndConnect();
    for (const action of ["terms.agree", "survey.propose", "map.accept", "plan.approve"])
      await clickWhenThere(bot, bot.customer, action);
    const rows = bot.engine.sampleRows;
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    await bot.slack.waitForMessage((m) => m.text === en.sample.title);
    bot.engine.sampleRows = async (...given) => {
      await held;
      return rows(...given);
    };
    await clickWhenThere(bot, bot.customer, "sample.show");
    await waitForWindow(bot, bot.customer, en.window.loading);
    go();
    await waitForWindow(bot, bot.customer, en.sample.ticketsIntro);
    expect(bot.slack.violations).toEqual([]);
  });

  test("that can't be opened any more is told where it was asked for", async () => {
    bot = await startBotOverHttp({ holds: true, withoutPage: true });
    await bot.customer.mention("start");
    await clickWhenThere(bot, bot.customer, "welcome.go");
    refuseWith("views.open$", "expired_trigger_id");
    await clickWhenThere(bot, bot.customer, "connect.form");
    await waitForEphemeral(bot.customer.user.id, en.refusal.tooLate);
    expect(errors()).toEqual([]);
  });

  test("that can't be opened from Home is told on Home", async () => {
    bot = await startBotOverHttp();
    await bot.customer.openHome();
    await bot.slack.waitUntil(() => homeOf(bot.customer.user.id).includes("home.start"));
    refuseWith("views.open$", "expired_trigger_id");
    await bot.customer.click({ actionId: "home.start" });
    await bot.slack.waitUntil(() => homeOf(bot.customer.user.id).includes(en.refusal.tooLate));
    expect(errors()).toEqual([]);
  });

  test("says itself why it stays empty, when what it was for has changed meanwhile", async () => {
    bot = await startBotOverHttp();
    await beginAndConnect();
    for (const action of ["terms.agree", "survey.propose", "map.accept", "plan.approve"])
      await clickWhenThere(bot, bot.customer, action);
    const card = await bot.slack.waitForMessage((m) => m.text === en.sample.title);
    const state = parseState((await bot.engine.loadConversation("m1"))?.state);
    if (!state) throw new Error("there is no conversation");
    const { version } = (await bot.engine.loadConversation("m1")) ?? { version: 0 };
    await bot.engine.saveConversation("m1", { ...state, planHash: "another" }, version);
    await bot.customer.click({ actionId: "sample.show", ts: card.ts });
    await waitForWindow(bot, bot.customer, en.refusal.changedSince);
  });
});
