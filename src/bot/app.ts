// Starts the bot on Bolt: one receiver, one middleware, thin listeners, and the engine's own events.
import type { IncomingMessage, ServerResponse } from "node:http";
import { App, type Authorize, webApi } from "@slack/bolt";
import type { Engine, ForgottenEvent } from "../engine/engine.ts";
import type { Actor } from "../engine/model/migration.ts";
import { type BotContext, inChannel } from "./context.ts";
import { understandPlainly } from "./listeners/parse-question.ts";
import { createLookUp } from "./listeners/person-in-migration.ts";
import { registerListeners } from "./listeners/register.ts";
import { installMiddleware } from "./middleware.ts";
import { createHomes } from "./shell/homes.ts";
import { createProgress } from "./shell/progress.ts";
import { createReadingProgress, type ReadingProgress } from "./shell/reading-progress.ts";
import { createRunner, type Runner } from "./shell/runner.ts";
import type { BotConfig } from "./slack/bot-config.ts";
import { type BotLog, boltLogger } from "./slack/bot-log.ts";
import { createChannelAvailability } from "./slack/channel-availability.ts";
import { loadInstaller, NotInstalledError } from "./slack/installations.ts";
import { createKeyedMutex } from "./slack/keyed-mutex.ts";
import { createPeople } from "./slack/people.ts";
import { createReceivers, type Receivers } from "./slack/receivers.ts";
import type { SlackOf } from "./slack/slack.ts";
import { createSlack } from "./slack/slack-client.ts";
import type { Understand } from "./understand-port.ts";

export interface BotOptions {
  readonly engine: Engine;
  readonly config: BotConfig;
  readonly log: BotLog;
  readonly clock?: () => Date;
  /** Without it, only the plainest questions are understood, and no corrections. */
  readonly understand?: Understand;
}

export interface Bot {
  /** Takes Slack's requests and the installation's pages; false when a request is not one of them. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  stop(): Promise<void>;
}

const PROGRESS_EVERY_MS = 3000;
/** Counting tickets costs the database more than looking at a run. */
const READING_EVERY_MS = 15_000;

/** Tokens are found anew each time: they may be rotated. */
async function authorize(installer: Receivers["installer"], team: string): Promise<string | undefined> {
  try {
    return (await installer?.authorize({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false }))
      ?.botToken;
  } catch (error) {
    throw new NotInstalledError(team, { cause: error });
  }
}

function createSlackOf(config: BotConfig, receivers: Receivers, log: BotLog): SlackOf {
  const facts = {
    logger: boltLogger(log),
    ...(config.slackApiUrl ? { slackApiUrl: config.slackApiUrl } : {}),
  };
  const byToken = new Map<string, ReturnType<typeof createSlack>>();
  return async (team) => {
    const installer = receivers.installer;
    const found = config.botToken?.reveal() ?? (await authorize(installer, team));
    if (!found) throw new NotInstalledError(team);
    const slack = byToken.get(found) ?? createSlack(found, facts);
    byToken.set(found, slack);
    return slack;
  };
}

/** The team of a single installation, asked once; a wrong token is told here and not at the first click. */
async function loadHomeTeam(config: BotConfig, log: BotLog): Promise<string | undefined> {
  if (!config.botToken) return undefined;
  const client = new webApi.WebClient(config.botToken.reveal(), {
    logger: boltLogger(log),
    retryConfig: { retries: 3, minTimeout: 300, maxTimeout: 2000 },
    ...(config.slackApiUrl ? { slackApiUrl: config.slackApiUrl } : {}),
  });
  return (await client.auth.test()).team_id;
}

function createApp(config: BotConfig, receivers: Receivers, log: BotLog): App {
  const { installer, receiver, isSocket } = receivers;
  return new App({
    receiver,
    logger: boltLogger(log),
    ...(config.slackApiUrl ? { clientOptions: { slackApiUrl: config.slackApiUrl } } : {}),
    // Bolt finds the installer of an HTTP receiver by itself, and forbids to name it again.
    ...(config.botToken ? { token: config.botToken.reveal() } : {}),
    ...(!config.botToken && isSocket && installer
      ? { authorize: installer.authorize as Authorize<boolean> }
      : {}),
  });
}

/** Said in the channel: it changes no step, and nobody has to answer. */
async function postForgotten(bot: BotContext, { migrationId, forgotten, days }: ForgottenEvent) {
  const { engine, people, slackOf } = bot;
  const migration = inChannel(await engine.findMigration(migrationId));
  if (!migration) return;
  const words = await people.wordsIn(migration, null);
  const slack = await slackOf(migration.channel.team);
  const { records, files, credentials, operations } = forgotten;
  const rows = forgotten.reportRows + forgotten.documents + forgotten.exceptions;
  const text = words.certificate.forgotten(days, records, files, credentials, rows, operations);
  await slack.post(migration.channel.id, { text, blocks: [] });
}

function listenToEngine(bot: BotContext, runner: Runner): void {
  const { engine } = bot;
  engine.onForgotten((event) => postForgotten(bot, event));
  engine.onTaskEvent((task) => runner.handle(task.migrationId, { kind: "task", task }));
  engine.onConnected(({ migrationId, person }) => runner.handle(migrationId, { kind: "connected", person }));
}

/** What a crash left unsaid is said now. */
async function repairAll(
  { engine, log }: BotContext,
  runner: Runner,
  reading: ReadingProgress,
): Promise<void> {
  for (const { id } of await engine.listMigrations()) {
    reading.watch(id);
    try {
      await runner.repair(id);
    } catch (error) {
      log.warn({ migration: id, err: error }, "a card could not be posted; it comes with the next event");
    }
  }
}

/** Throws when Slack refuses the token, or when Socket Mode can't connect. */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { engine, config, log, clock = () => new Date() } = options;
  const receivers = createReceivers(config, boltLogger(log));
  const homeTeam = await loadHomeTeam(config, log);
  const accountManagers = async (team: string): Promise<readonly Actor[]> => {
    if (config.accountManagers.length > 0) return config.accountManagers;
    const installer = await loadInstaller(config.installations, team);
    return installer ? [installer] : [];
  };
  if (homeTeam && (await accountManagers(homeTeam)).length === 0)
    log.warn({}, "nobody can approve a cutover: name account managers in ACCOUNT_MANAGERS");
  const slackOf = createSlackOf(config, receivers, log);
  const bot: BotContext = {
    engine,
    slackOf,
    people: createPeople(slackOf, clock, log),
    understand: options.understand ?? understandPlainly,
    channels: createChannelAvailability(),
    log,
    clock,
    withLock: createKeyedMutex(),
    publicUrl: config.publicUrl?.replace(/\/+$/, ""),
    accountManagers,
  };
  const homes = createHomes(bot);
  const reading = createReadingProgress(bot);
  const runner = createRunner(bot, (migrationId, step) => {
    void homes.refresh(migrationId);
    if (step === "planning") reading.watch(migrationId);
  });
  const app = createApp(config, receivers, log);
  app.error(async (error) => log.error({ err: error }, "Bolt could not deal with a request"));
  installMiddleware(app, bot, createLookUp(bot), homeTeam);
  registerListeners(app, bot, runner, homes, config.installations);
  listenToEngine(bot, runner);
  const progress = createProgress(bot);
  if (receivers.isSocket) await app.start();
  await repairAll(bot, runner, reading);
  progress.start(config.progressEveryMs ?? PROGRESS_EVERY_MS);
  reading.start(config.progressEveryMs ?? READING_EVERY_MS);
  return {
    handle: receivers.handle,
    async stop() {
      await Promise.all([progress.stop(), reading.stop()]);
      if (receivers.isSocket) await app.stop();
    },
  };
}
