// The whole of Cutover in this process: the sandbox's world, the engine with its queue, the bot and the pages.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { prefilledForm, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/index.ts";
import { startBot } from "../../src/bot/app.ts";
import type { BotConfig } from "../../src/bot/slack/bot-config.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { type EngineOptions, openEngine } from "../../src/engine/index.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { makeUnderstand } from "../../src/llm/chat/understand.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { makeAskModel } from "../../src/llm/openai/ask-model.ts";
import { makeProposer } from "../../src/llm/proposer.ts";
import { makeWebApp } from "../../src/web/app.ts";
import { startServer } from "../../src/web/server.ts";
import { print } from "../../src/words/en/telling.ts";

export interface LoggedLine {
  readonly level: "info" | "warn" | "error";
  readonly detail: object;
  readonly message: string;
}

export interface CutoverOptions {
  /** The world to be in; a busy but unhurried one of 40 tickets unless told. It is stopped with Cutover. */
  readonly sandbox?: SandboxOptions;
  /** Called once the world stands and before Cutover does: faults, an emptied workspace. */
  readonly prepare?: (sandbox: Sandbox) => void;
  /** `databaseUrl`, `reserveShare`, `rateCard` and their like; PGlite in a fresh directory unless told. */
  readonly engine?: Partial<EngineOptions>;
  readonly bot?: Partial<BotConfig>;
  /** The one-time page shows empty fields instead of the sandbox's credentials. */
  readonly emptyForm?: boolean;
}

export interface RunningCutover {
  readonly sandbox: Sandbox;
  readonly engine: Engine;
  /** Where the one-time page, health and Slack's requests are; no slash at its end. */
  readonly url: string;
  readonly logged: readonly LoggedLine[];
  readonly dataDirectory: string;
  /** Stops Cutover alone: its world goes on, and its data can be looked at. */
  leave(): Promise<void>;
  /** Stops Cutover and its world, and removes its data. */
  stop(): Promise<void>;
}

/** Small enough for a test to go the whole way in seconds, and never throttled. */
export const smallWorld: SandboxOptions = {
  tenant: { companies: 8, contacts: 24, tickets: 40 },
  slack: { rates: { postPerSecond: 100, postBurst: 200, updatePerMinute: 6000 } },
  intercom: { ratePerWindow: 20_000, workspaceRatePerWindow: 50_000, conversationThrottle: false },
};

const SEARCH_LAG_MS = 200;
const PROGRESS_EVERY_MS = 250;

function collectLog() {
  const logged: LoggedLine[] = [];
  const at = (level: LoggedLine["level"]) => (detail: object, message: string) => {
    logged.push({ level, detail, message });
  };
  return { logged, log: { info: at("info"), warn: at("warn"), error: at("error") } };
}

/** As `npm start` does in its sandbox, on ports of its own and with everything to be had from outside. */
export async function startCutover(options: CutoverOptions = {}): Promise<RunningCutover> {
  const sandbox = await startSandbox(options.sandbox ?? smallWorld);
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-test-"));
  const undo: (() => Promise<unknown>)[] = [
    () => rm(dataDirectory, { recursive: true, force: true }),
    () => sandbox.stop(),
  ];
  const world = undo.length;
  const leave = async () => {
    for (const step of undo.splice(world).reverse()) await step();
  };
  const stop = async () => {
    await leave();
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    options.prepare?.(sandbox);
    const { logged, log } = collectLog();
    const open = await openEngine({
      dataDirectory,
      print,
      proposer: makeProposer({
        offline: makeOfflineProposer(),
        ask: makeAskModel({
          apiKey: sandbox.openai.apiKey,
          baseUrl: sandbox.openai.baseUrl,
          model: "sandbox",
        }),
      }),
      log,
      program: "a test",
      searchLagMs: SEARCH_LAG_MS,
      ...options.engine,
    });
    undo.push(() => open.close());
    // Links name the port, so it is taken before there is anything to serve.
    const pages = new Hono();
    const slack: { handle?: Awaited<ReturnType<typeof startBot>>["handle"] } = {};
    const server = await startServer({
      pages: new Hono().all("*", (c) => pages.fetch(c.req.raw, c.env)),
      slack: (request, response) => slack.handle?.(request, response) ?? false,
      port: 0,
      hostname: "127.0.0.1",
    });
    undo.push(() => server.close());
    const url = `http://127.0.0.1:${server.port}`;
    pages.route(
      "/",
      makeWebApp({
        engine: open.engine,
        publicUrl: url,
        onError: (error) => log.error({ err: error }, "a page failed"),
        ...(options.emptyForm ? {} : { prefilled: prefilledForm(sandbox) }),
      }),
    );
    const { accountManager } = sandbox.slack.users;
    const bot = await startBot({
      engine: open.engine,
      understand: makeUnderstand(),
      log,
      config: {
        accountManagers: [{ team: accountManager.teamId, user: accountManager.id }],
        installations: open.installations,
        publicUrl: url,
        slackApiUrl: sandbox.slack.apiUrl,
        signingSecret: new Secret(sandbox.slack.signingSecret),
        botToken: new Secret(sandbox.slack.botToken),
        progressEveryMs: PROGRESS_EVERY_MS,
        ...options.bot,
      },
    });
    undo.push(() => bot.stop());
    slack.handle = bot.handle;
    await open.work();
    sandbox.slack.setRequestUrl(`${url}/slack/events`);
    return { sandbox, engine: open.engine, url, logged, dataDirectory, leave, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
