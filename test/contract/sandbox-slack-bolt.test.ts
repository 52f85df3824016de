// A real Bolt app against the Slack stand-in, over both of its receivers: the same behaviours on each.
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signatureOf } from "../../sandbox/slack/delivery/sign.ts";
import { readManifest } from "../../sandbox/slack/manifest.ts";
import type { SlackSandbox } from "../../sandbox/slack/sandbox.ts";
import { startSlack } from "../../sandbox/slack/start-slack.ts";

let slack: SlackSandbox;
let app: App;
let requestUrl = "";

const button = (text: string, actionId: string) => ({
  type: "button" as const,
  text: { type: "plain_text" as const, text },
  action_id: actionId,
  value: "m1",
});

const modal = (title: string) => ({
  type: "modal" as const,
  callback_id: "details",
  title: { type: "plain_text" as const, text: title },
  submit: { type: "plain_text" as const, text: "Save" },
  notify_on_close: true,
  blocks: [
    {
      type: "input" as const,
      block_id: "site",
      label: { type: "plain_text" as const, text: "Site" },
      element: { type: "plain_text_input" as const, action_id: "site_url" },
    },
  ],
});

const withButtons = (text: string) => [
  { type: "section" as const, text: { type: "mrkdwn" as const, text } },
  { type: "actions" as const, elements: [button("Open", "open_modal"), button("Done", "done")] },
];

/** A small app that uses what the stand-in must carry. */
function behave(bolt: App, seen: string[]): void {
  bolt.event("app_mention", async ({ event, say, body }) => {
    seen.push(`mention ${body.event_id}`);
    await say({ text: `Hello <@${event.user}>`, blocks: withButtons("Hello"), channel: event.channel });
  });
  bolt.command("/cutover", async ({ ack, command, respond }) => {
    await ack({ text: `Got ${command.text}` });
    await respond({ text: `Later: ${command.text} for ${command.team_id}` });
  });
  bolt.action("open_modal", async ({ ack, body, client }) => {
    await ack();
    if (!("trigger_id" in body)) throw new Error("no trigger");
    await client.views.open({ trigger_id: body.trigger_id, view: modal("Details") });
  });
  bolt.action("done", async ({ ack, respond, body }) => {
    seen.push(`done by ${body.user.team_id}/${body.user.id}`);
    await ack();
    await respond({ replace_original: true, text: "It is done" });
  });
  bolt.view("details", async ({ ack, view, client, body }) => {
    const url = view.state.values.site?.site_url?.value ?? "";
    if (!url.startsWith("https://"))
      return ack({ response_action: "errors", errors: { site: "https only" } });
    await ack();
    seen.push(`installed in ${view.app_installed_team_id}, submitted from ${body.team?.id}`);
    await client.chat.postMessage({ channel: slack.channel.id, text: `Saved ${url} for ${body.user.id}` });
  });
  bolt.view({ callback_id: "details", type: "view_closed" }, async ({ ack }) => {
    seen.push("closed");
    await ack();
  });
  bolt.event("app_home_opened", async ({ event, client }) => {
    const text = { type: "plain_text" as const, text: "Your migrations" };
    await client.views.publish({
      user_id: event.user,
      view: { type: "home", blocks: [{ type: "header", text }] },
    });
  });
  bolt.event("member_joined_channel", async ({ event, say }) => {
    await say(`I joined ${event.channel}`);
  });
}

async function startHttp(): Promise<App> {
  const receiver = new HTTPReceiver({ signingSecret: slack.signingSecret, logLevel: LogLevel.ERROR });
  const bolt = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  const server = await receiver.start({ port: 0, host: "127.0.0.1" });
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("the receiver has no address");
  requestUrl = `http://127.0.0.1:${address.port}/slack/events`;
  slack.setRequestUrl(requestUrl);
  return bolt;
}

async function startSocket(): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const bolt = new App({
    token: slack.botToken,
    receiver,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  });
  await bolt.start();
  return bolt;
}

describe.each([
  ["HTTP", startHttp],
  ["Socket Mode", startSocket],
])("a Bolt app over %s", (_name, start) => {
  let seen: string[];

  beforeEach(async () => {
    seen = [];
    const manifest = readManifest();
    slack = await startSlack({ manifest: { ...manifest, scopes: [...manifest.scopes, "files:write"] } });
    app = await start();
    behave(app, seen);
  });

  afterEach(async () => {
    await app.stop();
    await slack.stop();
  });

  it("hears a mention and answers in the channel", async () => {
    const { result } = await slack.as("U0DANA").mention("hello");
    expect(result?.acked).toBe(true);
    const answer = await slack.waitForMessage((m) => m.botId !== undefined);
    expect(answer.text).toBe("Hello <@U0DANA>");
  });

  it("hears nothing when nobody mentions it", async () => {
    const { result } = await slack.as("U0DANA").say("just talking");
    expect(result).toBeUndefined();
    expect(slack.deliveries).toHaveLength(0);
  });

  it("answers a slash command twice, privately, with the person's own team", async () => {
    await slack.as("U0DANA").command("status");
    const later = await slack.waitForMessage((m) => m.text.startsWith("Later"));
    expect(later.text).toBe("Later: status for T0CUSTOMER");
    expect(slack.messages("U0DANA").map((m) => m.text)).toContain("Got status");
    expect(slack.messages("U0ALEX")).toHaveLength(0);
  });

  it("replaces a clicked message through response_url, and knows who clicked", async () => {
    await slack.as("U0DANA").mention("hello");
    await slack.waitForMessage((m) => m.blocks.length > 0);
    await slack.as("U0ALEX").click({ text: "Done" });
    const replaced = await slack.waitForMessage((m) => m.text === "It is done");
    expect(replaced.blocks).toEqual([]);
    expect(seen).toContain("done by T0HOME/U0ALEX");
  });

  it("opens a modal, is told of errors, and then saves", async () => {
    await slack.as("U0DANA").mention("hello");
    await slack.waitForMessage((m) => m.blocks.length > 0);
    const dana = slack.as("U0DANA");
    await dana.click({ actionId: "open_modal" });
    await slack.waitUntil(() => slack.views("U0DANA").length === 1);

    await dana.submitView({});
    expect(slack.views("U0DANA")[0]?.errors).toEqual({ site: "Please complete this required field." });
    await dana.submitView({ site_url: "ftp://x" });
    expect(slack.views("U0DANA")[0]?.errors).toEqual({ site: "https only" });
    await dana.submitView({ site: "https://example.test" });
    await slack.waitForMessage((m) => m.text === "Saved https://example.test for U0DANA");
    expect(slack.views("U0DANA")).toHaveLength(0);
    expect(seen).toContain("installed in T0HOME, submitted from T0CUSTOMER");
  });

  it("hears that a modal was closed", async () => {
    await slack.as("U0DANA").mention("hello");
    await slack.waitForMessage((m) => m.blocks.length > 0);
    await slack.as("U0DANA").click({ actionId: "open_modal" });
    await slack.waitUntil(() => slack.views("U0DANA").length === 1);
    const closed = await slack.as("U0DANA").closeView();
    expect(closed?.acked).toBe(true);
    expect(seen).toContain("closed");
  });

  it("publishes a Home, and greets the channel it joins", async () => {
    await slack.as("U0ALEX").openHome();
    await slack.waitUntil(() => slack.views("U0ALEX").some((v) => v.type === "home"));
    const channel = slack.addChannel("second-move");
    await slack.as("U0ALEX").invite(channel.id);
    await slack.waitForMessage((m) => m.channel === channel.id && m.text === `I joined ${channel.id}`);
  });

  it("runs twice when the same event or click comes twice", async () => {
    const { result } = await slack.as("U0DANA").mention("hello");
    await slack.waitForMessage((m) => m.botId !== undefined);
    await slack.redeliver(result?.id ?? "");
    await slack.waitUntil(() => slack.messages().filter((m) => m.botId).length === 2);
    expect(seen).toEqual([`mention ${result?.id}`, `mention ${result?.id}`]);
    const click = await slack.as("U0DANA").click({ actionId: "done" });
    await slack.redeliver(click.id);
    await slack.waitUntil(() => seen.filter((s) => s.startsWith("done")).length === 2);
  });

  it("uploads a file into a thread", async () => {
    const { message } = await slack.as("U0DANA").say("the report, please");
    await app.client.files.uploadV2({
      channel_id: slack.channel.id,
      thread_ts: message.ts,
      initial_comment: "Here",
      filename: "diff.csv",
      content: "a,b\n1,2\n",
    });
    const [file] = slack.files();
    expect(file?.content?.toString()).toBe("a,b\n1,2\n");
    const shown = slack.messages().find((m) => m.fileIds.includes(file?.id ?? ""));
    expect(shown?.threadTs).toBe(message.ts);
    const download = await fetch(`${slack.url}/files/${file?.id}`);
    expect(await download.text()).toBe("a,b\n1,2\n");
  });
});

describe("what only HTTP has", () => {
  beforeEach(async () => {
    slack = await startSlack({ retryDelaysMs: [0, 0, 0] });
    app = await startHttp();
  });

  afterEach(async () => {
    await app.stop();
    await slack.stop();
  });

  it("passes Slack's handshake with a new request URL", async () => {
    expect(await slack.verifyRequestUrl()).toBe(true);
  });

  it("is refused by Bolt when the signature is wrong or stale", async () => {
    const body = JSON.stringify({ type: "url_verification", challenge: "c" });
    const post = (secret: string, timestamp: number) =>
      fetch(requestUrl, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "x-slack-request-timestamp": String(timestamp),
          "x-slack-signature": signatureOf(secret, timestamp, body),
        },
      });
    const now = Math.floor(Date.now() / 1000);
    expect((await post(slack.signingSecret, now)).status).toBe(200);
    expect((await post("another secret", now)).status).toBe(401);
    expect((await post(slack.signingSecret, now - 600)).status).toBe(401);
  });

  it("retries an event that was not acknowledged, three times, but not a click", async () => {
    slack.setRequestUrl(`${requestUrl}/nowhere`);
    const { result } = await slack.as("U0DANA").mention("hello");
    expect(result).toMatchObject({ acked: false, reason: "http_error" });
    await slack.waitUntil(() => slack.deliveries.length === 4);
    expect(slack.deliveries.map((d) => d.retry)).toEqual([0, 1, 2, 3]);

    await app.client.chat.postMessage({ channel: slack.channel.id, text: "x", blocks: withButtons("x") });
    await slack.as("U0DANA").click({ actionId: "done" });
    expect(slack.deliveries).toHaveLength(5);
  });
});

describe("what only Socket Mode has", () => {
  it("comes back after Slack recycles the connection", async () => {
    slack = await startSlack();
    const receiver = new SocketModeReceiver({
      appToken: slack.appToken,
      logLevel: LogLevel.ERROR,
      clientPingTimeout: 20,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    app = new App({ token: slack.botToken, receiver, clientOptions: { slackApiUrl: slack.apiUrl } });
    behave(app, []);
    await app.start();
    const again = new Promise((resolve) => receiver.client.once("connected", resolve));
    slack.disconnectSockets();
    await again;
    await slack.as("U0DANA").mention("hello");
    await slack.waitForMessage((m) => m.text === "Hello <@U0DANA>");
    await app.stop();
    await slack.stop();
  });
});
