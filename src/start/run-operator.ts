// The command line: a command that needs the engine loads it, opens it and closes it after.
import { userInfo } from "node:os";
import { runCommandLine } from "../cli/program.ts";
import type { Config } from "../config.ts";

export function runOperator(config: Config, argv: readonly string[]): Promise<number> {
  return runCommandLine(argv, {
    env: process.env,
    actor: { team: "local", user: userInfo().username },
    streams: {
      out: (text) => process.stdout.write(text),
      error: (text) => process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
    },
    withOperator: async (use) => {
      const { engineOptions, makeLog } = await import("./engine-options.ts");
      const { openOperator } = await import("../engine/index.ts");
      const log = makeLog(config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL);
      const open = await openOperator(engineOptions(config, log, `cutover ${argv[0] ?? ""}`));
      try {
        return await use(open.operator);
      } finally {
        await open.close();
      }
    },
  });
}
