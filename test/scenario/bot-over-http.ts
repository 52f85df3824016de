// The bot on real Bolt against the Slack stand-in, over HTTP, with an engine in memory.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type SlackOptions, startSlack } from "../../sandbox/slack/start-slack.ts";
import { startBot } from "../../src/bot/app.ts";
import type { BotConfig } from "../../src/bot/bot-config.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { createFakeEngine } from "../support/fake-engine.ts";

interface Logged {
  readonly level: string;
  readonly detail: object;
  readonly message: string;
}

export async function startBotOverHttp(
  options: { holds?: boolean; config?: Partial<BotConfig>; slack?: SlackOptions; socket?: boolean } = {},
) {
  const slack = await startSlack({ rates: false, ...options.slack });
  const engine = createFakeEngine({ holds: options.holds ?? false });
  const logged: Logged[] = [];
  const at = (level: string) => (detail: object, message: string) => {
    logged.push({ level, detail, message });
  };
  const manager = slack.users.accountManager;
  const start = () =>
    startBot({
      engine,
      log: { info: at("info"), warn: at("warn"), error: at("error") },
      config: {
        slackApiUrl: slack.apiUrl,
        signingSecret: new Secret(slack.signingSecret),
        botToken: new Secret(slack.botToken),
        ...(options.socket ? { appToken: new Secret(slack.appToken) } : {}),
        accountManagers: [{ team: manager.teamId, user: manager.id }],
        publicUrl: "http://127.0.0.1:9",
        progressEveryMs: 20,
        ...options.config,
      },
    });
  let bot = await start();
  const server = createServer((request, response) => {
    if (!bot.handle(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  if (!options.socket)
    slack.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return {
    slack,
    engine,
    logged,
    customer: slack.as(slack.users.customer.id),
    manager: slack.as(manager.id),
    stranger: slack.as(slack.users.stranger.id),
    async restart() {
      await bot.stop();
      bot = await start();
    },
    async stop() {
      await bot.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.stop();
    },
  };
}
export type BotOverHttp = Awaited<ReturnType<typeof startBotOverHttp>>;

/** Waits until a message with this action can be clicked, and clicks it. */
export async function clickWhenThere(
  bot: BotOverHttp,
  who: BotOverHttp["customer"],
  actionId: string,
): Promise<string> {
  const carries = (blocks: unknown): boolean => JSON.stringify(blocks).includes(`"action_id":"${actionId}"`);
  await bot.slack.waitForMessage((message) => carries(message.blocks));
  return (await who.click({ actionId })).id;
}
