// The sandbox plays Slack, ConnectWise, Intercom and the model; Cutover runs in it, and nothing of it outlives the program.
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "../../sandbox/index.ts";
import type { Config } from "../config.ts";
import { Secret } from "../engine/model/secret.ts";
import { makeLog } from "./engine-options.ts";
import { startCutover } from "./start-cutover.ts";
import { type Stop, waitForShutdown } from "./wait-for-shutdown.ts";

/** The sandbox's world and Cutover in it; nothing of it outlives the program. */
async function startInSandbox(
  config: Config,
  level: string,
  fixedPorts: boolean,
): Promise<{ sandbox: Sandbox; stop: Stop }> {
  const { sandboxOptions, prefilledForm, startSandbox } = await import("../../sandbox/index.ts");
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
    const cutover = await startCutover(inSandbox, log, { prefilled: prefilledForm(sandbox) });
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

export async function runSandbox(config: Config): Promise<number> {
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
  await waitForShutdown(stop);
  return 0;
}

export async function runDemo(config: Config): Promise<number> {
  const { playDemo } = await import("../../sandbox/demo/play-demo.ts");
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
