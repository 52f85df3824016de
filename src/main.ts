#!/usr/bin/env node
// The only place that builds real clients: the bot, a worker, the command line, and the demo.
import "./keep-memory-low.ts";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "../sandbox/index.ts";
import { explainFailure } from "./cli/exit-code.ts";
import { runCommandLine } from "./cli/program.ts";
import { type Config, parseConfig, slackConfigured } from "./config.ts";
import { openEngine, openOperator } from "./engine/index.ts";
import { Secret } from "./engine/model/secret.ts";
import { engineOptions, makeLog, type Stop, startCutover } from "./start-cutover.ts";

const NEEDED_NODE = 24;
/** How long work under way may take to end when the program is asked to. */
const GRACE_MS = 25_000;

async function runWorker(config: Config): Promise<number> {
  const log = makeLog(config.LOG_LEVEL);
  const open = await openEngine(engineOptions(config, log, "a worker"));
  await open.work({ conversation: false });
  log.info({}, "working");
  await untilAsked(() => open.close());
  return 0;
}

async function runBot(config: Config): Promise<number> {
  const log = makeLog(config.LOG_LEVEL);
  const { port, stop } = await startCutover(config, log, {});
  log.info({ port }, "Cutover is up");
  await untilAsked(stop);
  return 0;
}

/** The sandbox's world and Cutover in it; nothing of it outlives the program. */
async function startInSandbox(
  config: Config,
  level: string,
  fixedPorts: boolean,
): Promise<{ sandbox: Sandbox; stop: Stop }> {
  const { sandboxOptions, prefilledForm, startSandbox } = await import("../sandbox/index.ts");
  const sandbox = await startSandbox(sandboxOptions(fixedPorts));
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-"));
  const { slack, openai } = sandbox;
  const log = makeLog(level);
  const port = fixedPorts ? config.PORT : await findFreePort();
  try {
    const inSandbox: Config = {
      ...config,
      DATABASE_URL: undefined,
      CUTOVER_DATA: dataDirectory,
      CUTOVER_SEARCH_LAG_SECONDS: config.CUTOVER_SEARCH_LAG_SECONDS ?? 2,
      // Nobody else uses the quota of a made-up workspace.
      CUTOVER_RESERVE: config.CUTOVER_RESERVE ?? 0,
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      ACCOUNT_MANAGERS: [{ team: slack.users.accountManager.teamId, user: slack.users.accountManager.id }],
      SLACK_BOT_TOKEN: new Secret(slack.botToken),
      SLACK_SIGNING_SECRET: new Secret(slack.signingSecret),
      SLACK_API_URL: slack.apiUrl,
      OPENAI_API_KEY: new Secret(openai.apiKey),
      OPENAI_BASE_URL: openai.baseUrl,
    };
    const cutover = await startCutover(inSandbox, log, {
      hostname: "127.0.0.1",
      prefilled: prefilledForm(sandbox),
    });
    slack.setRequestUrl(`http://127.0.0.1:${cutover.port}/slack/events`);
    return {
      sandbox,
      stop: async () => {
        await cutover.stop();
        await sandbox.stop();
        await rm(dataDirectory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await sandbox.stop();
    await rm(dataDirectory, { recursive: true, force: true });
    throw error;
  }
}

/** Links name the port before anybody listens on it. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function runSandbox(config: Config): Promise<number> {
  console.log("No Slack tokens are set, so the sandbox plays Slack, ConnectWise and Intercom. Starting …");
  const { sandbox, stop } = await startInSandbox(
    config,
    config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL,
    true,
  );
  console.log(
    [
      "",
      `Open ${sandbox.slack.pageUrl} and say hello to @Cutover.`,
      "You are Dana, the customer; switch to Alex, the account manager, at the top.",
      `What arrives in Intercom: ${sandbox.production.url}/_sandbox/inbox (staging: ${sandbox.staging.url}/_sandbox/inbox)`,
      "Everything here is made up and gone when you press Ctrl+C.",
      "",
    ].join("\n"),
  );
  await untilAsked(stop);
  return 0;
}

async function runDemo(config: Config): Promise<number> {
  const { playDemo } = await import("../sandbox/demo/play-demo.ts");
  const { sandbox, stop } = await startInSandbox(
    config,
    config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL,
    false,
  );
  try {
    return (await playDemo(sandbox, (line) => console.log(line))) ? 0 : 1;
  } finally {
    await stop();
  }
}

function runOperator(config: Config, argv: readonly string[]): Promise<number> {
  const log = makeLog(config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL);
  return runCommandLine(argv, {
    env: process.env,
    actor: { team: "local", user: userInfo().username },
    streams: {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
    },
    withOperator: async (use) => {
      const open = await openOperator(engineOptions(config, log, `cutover ${argv[0] ?? ""}`));
      try {
        return await use(open.operator);
      } finally {
        await open.close();
      }
    },
  });
}

/** Waits for Ctrl+C or the system's request to end, then stops in order; a second request ends at once. */
async function untilAsked(stop: Stop): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  const late = setTimeout(() => process.exit(1), GRACE_MS);
  late.unref();
  await stop();
}

async function main(argv: readonly string[]): Promise<number> {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < NEEDED_NODE) {
    console.error(
      `Cutover needs Node ${NEEDED_NODE}; this is ${process.versions.node}. Run it through npm (npm start).`,
    );
    return 2;
  }
  try {
    const config = parseConfig(process.env);
    const [command] = argv;
    if (command === undefined)
      return slackConfigured(config) ? await runBot(config) : await runSandbox(config);
    if (command === "worker") return await runWorker(config);
    if (command === "demo") return await runDemo(config);
    return await runOperator(config, argv);
  } catch (error) {
    return explainFailure(error, (text) => process.stderr.write(text));
  }
}

process.exitCode = await main(process.argv.slice(2));
// A library's open handle must not keep a finished command alive.
process.exit();
