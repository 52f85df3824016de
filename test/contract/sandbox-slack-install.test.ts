// Installing a real Bolt app into workspaces of the Slack stand-in, and losing it again.
import { App, HTTPReceiver, type Installation, LogLevel } from "@slack/bolt";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SlackSandbox } from "../../sandbox/slack/sandbox.ts";
import { startSlack } from "../../sandbox/slack/start-slack.ts";

let slack: SlackSandbox;
let app: App;
let appUrl: string;
const installations = new Map<string, Installation>();

beforeEach(async () => {
  slack = await startSlack();
  installations.clear();
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: "a secret of the test",
    scopes: ["chat:write"],
    logLevel: LogLevel.ERROR,
    installationStore: {
      storeInstallation: async (installation) => {
        installations.set(installation.team?.id ?? "", installation);
      },
      fetchInstallation: async ({ teamId }) => {
        const found = installations.get(teamId ?? "");
        if (!found) throw new Error(`not installed in ${teamId}`);
        return found;
      },
      deleteInstallation: async ({ teamId }) => {
        installations.delete(teamId ?? "");
      },
    },
    installerOptions: {
      directInstall: true,
      authorizationUrl: `${slack.url}/oauth/v2/authorize`,
      clientOptions: { slackApiUrl: slack.apiUrl },
    },
  });
  app = new App({ receiver, clientOptions: { slackApiUrl: slack.apiUrl }, logLevel: LogLevel.ERROR });
  const address = (await receiver.start({ port: 0, host: "127.0.0.1" })).address();
  if (typeof address !== "object" || !address) throw new Error("the receiver has no address");
  appUrl = `http://127.0.0.1:${address.port}`;
  slack.setRequestUrl(`${appUrl}/slack/events`);
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

/** What a browser does: to the app, to Slack's consent, and back with the state's cookie. */
async function install(teamId: string): Promise<Response> {
  const begin = await fetch(`${appUrl}/slack/install`, { redirect: "manual" });
  const cookie = begin.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const consent = new URL(begin.headers.get("location") ?? "");
  consent.searchParams.set("redirect_uri", `${appUrl}/slack/oauth_redirect`);
  consent.searchParams.set("team", teamId);
  const back = await fetch(consent, { redirect: "manual" });
  return fetch(back.headers.get("location") ?? "", { headers: { cookie } });
}

it("installs into two workspaces, each with its own token", async () => {
  expect((await install("T0HOME")).status).toBe(200);
  expect((await install("T0CUSTOMER")).status).toBe(200);
  const home = installations.get("T0HOME");
  expect(home?.bot?.userId).toBe(slack.users.bot.id);
  expect(home?.user.id).toBe("U0ALEX");
  expect(installations.get("T0CUSTOMER")?.bot?.token).not.toBe(home?.bot?.token);
});

it("answers with the installed token, and forgets it when the app is uninstalled", async () => {
  await install("T0HOME");
  app.event("app_mention", async ({ say }) => {
    await say("installed and here");
  });
  app.event("app_uninstalled", async ({ body }) => {
    installations.delete(body.team_id);
  });
  await slack.as("U0DANA").mention("hello");
  await slack.waitForMessage((message) => message.text === "installed and here");
  await slack.uninstall();
  expect(installations.size).toBe(0);
  expect(slack.deliveries.map((d) => d.acked)).toEqual([true, true, true]);
});
