// Builds the program from the environment's settings: engine, bot and pages on one port.
import { startBot } from "../bot/app.ts";
import type { Config } from "../config.ts";
import { openEngine } from "../engine/index.ts";
import { makeAskCorrection } from "../llm/chat/ask-correction.ts";
import { makeUnderstand } from "../llm/chat/understand.ts";
import { makeDailyTokens } from "../llm/daily-tokens.ts";
import { makeWebApp } from "../web/app.ts";
import { listeningAddress, startServer } from "../web/server.ts";
import { engineOptions, type Log } from "./engine-options.ts";
import type { Stop } from "./wait-for-shutdown.ts";

const CHAT_TOKENS_A_DAY = 1_000_000;

/** What people write in their own words: rules first, a model where the rules end. */
function understandOf(config: Config, log: Log) {
  const key = config.OPENAI_API_KEY?.reveal();
  if (key === undefined) return makeUnderstand();
  const daily = makeDailyTokens(config.CUTOVER_MODEL_TOKENS ?? CHAT_TOKENS_A_DAY, () => new Date());
  const ask = makeAskCorrection({
    apiKey: key,
    model: config.OPENAI_MODEL,
    ...(config.OPENAI_BASE_URL === undefined ? {} : { baseUrl: config.OPENAI_BASE_URL }),
    onUsage: (usage) => {
      daily.spend(usage.promptTokens + usage.completionTokens);
      log.info(usage, "the model read a correction");
    },
  });
  return makeUnderstand({
    ask: async (text, about) => (daily.isLeft() ? ask(text, about) : undefined),
  });
}

interface Surface {
  readonly prefilled?: Readonly<Record<string, string>>;
  readonly authorizationUrl?: string;
}

/** Engine, bot and pages; returns the port and how to stop. */
export async function startCutover(
  config: Config,
  log: Log,
  surface: Surface,
): Promise<{ port: number; stop: Stop }> {
  const open = await openEngine(engineOptions(config, log, "the bot"));
  const { engine } = open;
  const publicUrl = config.PUBLIC_URL;
  const hostname = listeningAddress(publicUrl);
  try {
    const bot = await startBot({
      engine,
      log,
      understand: understandOf(config, log),
      config: {
        ...(surface.authorizationUrl === undefined ? {} : { authorizationUrl: surface.authorizationUrl }),
        accountManagers: config.ACCOUNT_MANAGERS,
        installations: open.installations,
        ...(publicUrl === undefined ? {} : { publicUrl }),
        ...(config.SLACK_API_URL === undefined ? {} : { slackApiUrl: config.SLACK_API_URL }),
        ...(config.SLACK_SIGNING_SECRET === undefined ? {} : { signingSecret: config.SLACK_SIGNING_SECRET }),
        ...(config.SLACK_BOT_TOKEN === undefined ? {} : { botToken: config.SLACK_BOT_TOKEN }),
        ...(config.SLACK_APP_TOKEN === undefined ? {} : { appToken: config.SLACK_APP_TOKEN }),
        ...(config.SLACK_CLIENT_ID === undefined ? {} : { clientId: config.SLACK_CLIENT_ID }),
        ...(config.SLACK_CLIENT_SECRET === undefined ? {} : { clientSecret: config.SLACK_CLIENT_SECRET }),
      },
    });
    const server = await startServer({
      pages: makeWebApp({
        engine,
        publicUrl: publicUrl ?? `http://127.0.0.1:${config.PORT}`,
        onError: (error) => log.error({ err: error }, "a page failed"),
        ...(config.METRICS_TOKEN === undefined ? {} : { metricsToken: config.METRICS_TOKEN }),
        ...(surface.prefilled === undefined ? {} : { prefilled: surface.prefilled }),
      }),
      slack: bot.handle,
      port: config.PORT,
      ...(hostname === undefined ? {} : { hostname }),
    });
    await open.work();
    return {
      port: server.port,
      stop: async () => {
        await server.close();
        await bot.stop();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}
