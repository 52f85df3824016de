// The Slack stand-in answers its Web API as Slack does, refusals and limits included.
import { webApi } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readManifest } from "../../../sandbox/slack/manifest.ts";
import type { SlackSandbox } from "../../../sandbox/slack/sandbox.ts";
import { startSlack } from "../../../sandbox/slack/start-slack.ts";

let slack: SlackSandbox;
let client: webApi.WebClient;
let clock = 0;

const manifest = readManifest();
/** What our own app does not ask for. */
const more = ["im:write", "im:read", "channels:history"];

const quick = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, logLevel: webApi.LogLevel.ERROR };
const plain = (text: string) => ({ type: "plain_text" as const, text });
const section = (text: string) => ({ type: "section" as const, text: plain(text) });
const go = { type: "button" as const, text: plain("Go"), action_id: "go" };
const modal = (title: string, extra: object = {}) => ({
  type: "modal" as const,
  title: plain(title),
  blocks: [section("a")],
  ...extra,
});

/** The error's code, or `ok`. */
const outcome = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "ok",
    (error: { data?: { error?: string }; code?: string }) => error.data?.error ?? error.code ?? String(error),
  );

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 24, 9);
  slack = await startSlack({
    now: () => clock,
    manifest: { ...manifest, scopes: [...manifest.scopes, ...more] },
  });
  client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, ...quick });
});

afterEach(() => slack.stop());

describe("who may call", () => {
  it("knows no token, a wrong one and the app's", async () => {
    const without = await fetch(`${slack.apiUrl}auth.test`, { method: "POST" });
    expect(await without.json()).toEqual({ ok: false, error: "not_authed" });
    const stranger = new webApi.WebClient("xoxb-wrong", { slackApiUrl: slack.apiUrl, ...quick });
    expect(await outcome(stranger.auth.test())).toBe("invalid_auth");
    expect(await client.auth.test()).toMatchObject({ team_id: "T0HOME", user_id: slack.users.bot.id });
  });

  it("opens a socket for the app token only", async () => {
    expect(await outcome(client.apps.connections.open())).toBe("not_allowed_token_type");
  });

  it("refuses a revoked token after the app is uninstalled", async () => {
    await slack.uninstall();
    expect(await outcome(client.auth.test())).toBe("invalid_auth");
  });

  it("grants what the manifest asks for, and refuses what needs more", async () => {
    const own = await startSlack();
    const app = new webApi.WebClient(own.botToken, { slackApiUrl: own.apiUrl, ...quick });
    const channel = own.channel.id;
    expect(await outcome(app.chat.postMessage({ channel, text: "hi" }))).toBe("ok");
    expect(await outcome(app.conversations.history({ channel }))).toBe("missing_scope");
    expect(await outcome(app.files.getUploadURLExternal({ filename: "a", length: 1 }))).toBe("missing_scope");
    expect(own.violations[0]?.messages[0]).toBe("needed: channels:history");
    await own.stop();
  });

  it("takes JSON as well as forms", async () => {
    const answer = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        authorization: `Bearer ${slack.botToken}`,
      },
      body: JSON.stringify({ channel: slack.channel.id, text: "hi", blocks: [section("hi")] }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, message: { text: "hi", bot_id: "B0CUTOVER" } });
  });
});

describe("messages", () => {
  const post = (args: object) => client.chat.postMessage({ channel: slack.channel.id, text: "", ...args });

  it("are refused with Slack's reasons, and the refusals are kept", async () => {
    expect(await outcome(post({ channel: "C0NOWHERE", text: "a" }))).toBe("channel_not_found");
    expect(await outcome(post({}))).toBe("no_text");
    expect(await outcome(post({ text: "x".repeat(40_001) }))).toBe("msg_too_long");
    expect(
      await outcome(post({ text: "a", blocks: [{ type: "header", text: plain("x".repeat(151)) }] })),
    ).toBe("invalid_blocks");
    expect(slack.violations.map((v) => v.error)).toEqual(["no_text", "msg_too_long", "invalid_blocks"]);
    expect(slack.violations[2]?.messages[0]).toContain("/blocks/0/text/text");
    expect(slack.calls.count("chat.postMessage")).toBe(4);
  });

  it("need the app in the channel", async () => {
    const channel = slack.addChannel("elsewhere");
    expect(await outcome(post({ channel: channel.id, text: "a" }))).toBe("not_in_channel");
    await slack.as("U0ALEX").invite(channel.id);
    expect(await outcome(post({ channel: channel.id, text: "a" }))).toBe("ok");
  });

  it("find no private channel that the app is not in, and take nothing there", async () => {
    const { id } = slack.addChannel("secret", undefined, { isPrivate: true });
    expect(await outcome(client.conversations.info({ channel: id }))).toBe("channel_not_found");
    expect(await outcome(post({ channel: id, text: "a" }))).toBe("channel_not_found");
    const user = "U0DANA";
    expect(await outcome(client.chat.postEphemeral({ channel: id, user, text: "a" }))).toBe(
      "channel_not_found",
    );
    await slack.as("U0ALEX").invite(id);
    expect(await outcome(post({ channel: id, text: "a" }))).toBe("ok");
  });

  it("follow their channel when sharing gives it another id", async () => {
    const old = slack.channel.id;
    const { ts } = await post({ text: "one" });
    const id = await slack.shareChannel(old);
    expect(await outcome(post({ channel: old, text: "a" }))).toBe("channel_not_found");
    expect(await outcome(client.chat.update({ channel: id, ts: String(ts), text: "two" }))).toBe("ok");
  });

  it("reach a person only where the app has a tab for messages", async () => {
    expect(await outcome(post({ channel: "U0DANA", text: "a" }))).toBe("ok");
    const mute = await startSlack({ manifest: { ...manifest, hasMessagesTab: false } });
    const app = new webApi.WebClient(mute.botToken, { slackApiUrl: mute.apiUrl, ...quick });
    expect(await outcome(app.chat.postMessage({ channel: "U0DANA", text: "a" }))).toBe(
      "messages_tab_disabled",
    );
    await mute.stop();
  });

  it("are edited and deleted by the app that wrote them only", async () => {
    const { ts } = await post({ text: "one" });
    const channel = slack.channel.id;
    await client.chat.update({ channel, ts: String(ts), text: "two" });
    expect(slack.messages()[0]?.text).toBe("two");
    const { message } = await slack.as("U0DANA").say("mine");
    expect(await outcome(client.chat.update({ channel, ts: message.ts, text: "no" }))).toBe(
      "cant_update_message",
    );
    expect(await outcome(client.chat.delete({ channel, ts: message.ts }))).toBe("cant_delete_message");
    expect(await outcome(client.chat.delete({ channel, ts: String(ts) }))).toBe("ok");
    expect(await outcome(client.chat.delete({ channel, ts: String(ts) }))).toBe("message_not_found");
  });

  it("that are ephemeral are seen by one person", async () => {
    await client.chat.postEphemeral({ channel: slack.channel.id, user: "U0SAM", text: "only you" });
    expect(slack.messages("U0SAM")).toHaveLength(1);
    expect(slack.messages("U0DANA")).toHaveLength(0);
    const history = await client.conversations.history({ channel: slack.channel.id });
    expect(history.messages).toEqual([]);
  });

  it("form threads", async () => {
    const { ts } = await post({ text: "parent" });
    await post({ text: "reply", thread_ts: ts });
    const thread = await client.conversations.replies({ channel: slack.channel.id, ts: String(ts) });
    expect(thread.messages?.map((m) => m.text)).toEqual(["parent", "reply"]);
    const history = await client.conversations.history({ channel: slack.channel.id });
    expect(history.messages).toMatchObject([{ text: "parent", reply_count: 1 }]);
  });

  it("that would ping everybody are noticed", async () => {
    await post({ text: "a &lt;!channel&gt; in a ticket" });
    expect(slack.pings()).toHaveLength(0);
    await post({ text: "b", blocks: [{ type: "section", text: { type: "mrkdwn", text: "<!channel> ha" } }] });
    expect(slack.pings()).toHaveLength(1);
  });
});

describe("rates", () => {
  const raw = (method: string, args: object) =>
    fetch(slack.apiUrl + method, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel: slack.channel.id, text: "a", ...args }),
    });

  it("let a burst of posts through and then one a second a channel", async () => {
    const answers = [];
    for (let i = 0; i < 9; i += 1) answers.push(await raw("chat.postMessage", {}));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429]);
    expect(answers[8]?.headers.get("retry-after")).toBe("1");
    expect(await answers[8]?.json()).toEqual({ ok: false, error: "ratelimited" });
    clock += 1000;
    expect((await raw("chat.postMessage", {})).status).toBe(200);
    expect((await raw("chat.postMessage", {})).status).toBe(429);
    expect(slack.counters().rateLimited).toBe(2);
  });

  it("let about fifty edits a minute through", async () => {
    const { ts } = await client.chat.postMessage({ channel: slack.channel.id, text: "a" });
    const statuses: number[] = [];
    for (let i = 0; i < 51; i += 1) statuses.push((await raw("chat.update", { ts })).status);
    expect(statuses.filter((s) => s === 200)).toHaveLength(50);
    const refused = await raw("chat.update", { ts });
    expect(Number(refused.headers.get("retry-after"))).toBe(2);
  });
});

describe("modals", () => {
  /** Clicks, and takes the trigger from what would have been delivered. */
  const trigger = async (): Promise<string> => {
    await client.chat.postMessage({
      channel: slack.channel.id,
      text: "a",
      blocks: [{ type: "actions", elements: [go] }],
    });
    await slack.as("U0DANA").click({ actionId: "go" });
    return String(slack.deliveries.at(-1)?.envelope.payload.trigger_id);
  };

  it("open once, within three seconds", async () => {
    const first = await trigger();
    expect(await outcome(client.views.open({ trigger_id: "made-up", view: modal("A") }))).toBe(
      "invalid_trigger_id",
    );
    expect(await outcome(client.views.open({ trigger_id: first, view: modal("A") }))).toBe("ok");
    expect(await outcome(client.views.open({ trigger_id: first, view: modal("A") }))).toBe(
      "exchanged_trigger_id",
    );
    const second = await trigger();
    clock += 3001;
    expect(await outcome(client.views.open({ trigger_id: second, view: modal("A") }))).toBe(
      "expired_trigger_id",
    );
  });

  it("go three deep and no deeper", async () => {
    await client.views.open({ trigger_id: await trigger(), view: modal("1") });
    await client.views.push({ trigger_id: await trigger(), view: modal("2") });
    await client.views.push({ trigger_id: await trigger(), view: modal("3") });
    expect(await outcome(client.views.push({ trigger_id: await trigger(), view: modal("4") }))).toBe(
      "push_limit_reached",
    );
    expect(slack.views("U0DANA")).toHaveLength(3);
  });

  it("are updated by id, external id and hash", async () => {
    const { view } = await client.views.open({
      trigger_id: await trigger(),
      view: modal("1", { external_id: "e" }),
    });
    expect(await outcome(client.views.update({ external_id: "e", view: modal("2") }))).toBe("ok");
    const stale = { view_id: view?.id ?? "", hash: view?.hash ?? "", view: modal("3") };
    expect(await outcome(client.views.update(stale))).toBe("hash_conflict");
  });
});

describe("people and channels", () => {
  it("say whose team somebody is of", async () => {
    const { user } = await client.users.info({ user: "U0DANA" });
    expect(user).toMatchObject({ team_id: "T0CUSTOMER", real_name: "Dana Ortiz", is_stranger: false });
    expect((await client.users.info({ user: "U0SAM" })).user?.is_stranger).toBe(true);
    expect(await outcome(client.users.info({ user: "U0NOBODY" }))).toBe("user_not_found");
  });

  it("tell a shared channel and open a direct message", async () => {
    const { channel } = await client.conversations.info({ channel: slack.channel.id });
    expect(channel?.is_ext_shared).toBe(true);
    const members = await client.conversations.members({ channel: slack.channel.id });
    expect(members.members).toContain(slack.users.bot.id);
    const direct = await client.conversations.open({ users: "U0ALEX" });
    await client.chat.postMessage({ channel: direct.channel?.id ?? "", text: "psst" });
    expect(slack.messages("U0ALEX")).toHaveLength(1);
    expect(slack.messages("U0DANA")).toHaveLength(0);
  });
});
