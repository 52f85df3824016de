// The bot on real Bolt against the Slack stand-in, over HTTP, with an engine in memory.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type SlackOptions, startSlack } from "../../sandbox/slack/start-slack.ts";
import { startBot } from "../../src/bot/app.ts";
import type { BotConfig } from "../../src/bot/slack/bot-config.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { makeUnderstand } from "../../src/llm/chat/understand.ts";
import { createFakeEngine } from "../support/fake-engine.ts";

interface Logged {
  readonly level: string;
  readonly detail: object;
  readonly message: string;
}

export async function startBotOverHttp(
  options: {
    holds?: boolean;
    config?: Partial<BotConfig>;
    slack?: SlackOptions;
    socket?: boolean;
    /** Without a public URL, keys are entered in a modal. */
    withoutPage?: boolean;
    /** Installed over OAuth instead of a token; the public URL is then the bot's own. */
    installed?: boolean;
  } = {},
) {
  const slack = await startSlack({ rates: false, ...options.slack });
  const engine = createFakeEngine({ holds: options.holds ?? false });
  const logged: Logged[] = [];
  const at = (level: string) => (detail: object, message: string) => {
    logged.push({ level, detail, message });
  };
  const manager = slack.users.accountManager;
  const server = createServer((request, response) => {
    if (!bot.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const installations = new Map<string, unknown>();
  const access = options.installed
    ? {
        clientId: slack.clientId,
        clientSecret: new Secret(slack.clientSecret),
        authorizationUrl: `${slack.url}/oauth/v2/authorize`,
        accountManagers: [],
        publicUrl: url,
        installations: {
          save: async (key: string, installation: unknown) => void installations.set(key, installation),
          load: async (key: string) => installations.get(key),
          remove: async (key: string) => void installations.delete(key),
        },
      }
    : { botToken: new Secret(slack.botToken) };
  const start = () =>
    startBot({
      engine,
      understand: makeUnderstand(),
      log: { info: at("info"), warn: at("warn"), error: at("error") },
      config: {
        slackApiUrl: slack.apiUrl,
        signingSecret: new Secret(slack.signingSecret),
        ...(options.socket ? { appToken: new Secret(slack.appToken) } : {}),
        accountManagers: [{ team: manager.teamId, user: manager.id }],
        ...(options.withoutPage ? {} : { publicUrl: "http://127.0.0.1:9" }),
        progressEveryMs: 20,
        ...access,
        ...options.config,
      },
    });
  let bot = await start();
  if (!options.socket) slack.setRequestUrl(`${url}/slack/events`);
  return {
    slack,
    engine,
    logged,
    url,
    installations,
    customer: slack.as(slack.users.customer.id),
    manager: slack.as(manager.id),
    stranger: slack.as(slack.users.stranger.id),
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async stop() {
      await engine.idle();
      await bot.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}
export type BotOverHttp = Awaited<ReturnType<typeof startBotOverHttp>>;

/** A window opens at once and is filled afterwards: waits for its content. */
export const waitForWindow = (bot: BotOverHttp, who: BotOverHttp["customer"], part: string): Promise<void> =>
  bot.slack.waitUntil(() =>
    bot.slack.views(who.user.id).some((view) => view.type === "modal" && JSON.stringify(view).includes(part)),
  );

/** Waits until a message with this action can be clicked or chosen, and does so. */
export async function clickWhenThere(
  bot: BotOverHttp,
  who: BotOverHttp["customer"],
  actionId: string,
): Promise<string> {
  const isOption = (blocks: unknown): boolean => JSON.stringify(blocks).includes(`"value":"${actionId}"`);
  const carries = (blocks: unknown): boolean =>
    JSON.stringify(blocks).includes(`"action_id":"${actionId}"`) || isOption(blocks);
  const message = await bot.slack.waitForMessage(({ blocks }) => carries(blocks));
  // Some stand in a card's menu of further actions.
  if (isOption(message.blocks)) return (await who.select("more", actionId, { ts: message.ts }))?.id ?? "";
  return (await who.click({ actionId })).id;
}
