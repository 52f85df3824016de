// Which program is meant: the bot, a worker, the command line, the demo or the sandbox. Each loads its own.
import { explainFailure } from "../cli/exit-code.ts";
import { type Config, parseConfig, slackConfigured } from "../config.ts";
import { waitForShutdown } from "./wait-for-shutdown.ts";

const NEEDED_NODE = 24;

async function runWorker(config: Config): Promise<number> {
  const { engineOptions, makeLog } = await import("./engine-options.ts");
  const { openEngine } = await import("../engine/index.ts");
  const log = makeLog(config.LOG_LEVEL);
  const open = await openEngine(engineOptions(config, log, "a worker"));
  await open.work({ conversation: false });
  log.info({}, "working");
  await waitForShutdown(() => open.close());
  return 0;
}

async function runBot(config: Config): Promise<number> {
  const { makeLog } = await import("./engine-options.ts");
  const { startCutover } = await import("./start-cutover.ts");
  const log = makeLog(config.LOG_LEVEL);
  const { port, stop } = await startCutover(config, log, {});
  log.info({ port }, "Cutover is up");
  await waitForShutdown(stop);
  return 0;
}

/** Returns the exit code: 0 done, 1 done with exceptions, 2 bad input, 3 refused, 70 a fault of ours. */
export async function run(argv: readonly string[]): Promise<number> {
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
      return slackConfigured(config)
        ? await runBot(config)
        : await (await import("./run-sandbox.ts")).runSandbox(config);
    if (command === "worker") return await runWorker(config);
    if (command === "demo") return await (await import("./run-sandbox.ts")).runDemo(config);
    return await (await import("./run-operator.ts")).runOperator(config, argv);
  } catch (error) {
    return explainFailure(error, (text) => process.stderr.write(text));
  }
}
