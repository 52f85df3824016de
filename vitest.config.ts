import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { TenSlowest } from "./test/support/ten-slowest.ts";

/** What takes longest on a clone that has no memory of earlier runs; the rest fills the gaps. */
const LONG = [
  ".drill.test",
  "/scenario/cli",
  "/scenario/kill",
  "/browser/",
  "/scenario/",
  "/database/",
  "/contract/",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((part) => moduleId.includes(part));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

const DRILLS = "test/**/*.drill.test.ts";
const UNIT = "test/unit/**/*.test.ts";

/** Guards against hanging, and no measures: machines differ. */
const guards = { testTimeout: 180_000, hookTimeout: 180_000 };
const longGuards = { testTimeout: 900_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    pool: "forks",
    // As the program does: without it each file's process spends 0.3 s and 240 MB on finding drizzle's files.
    execArgv: ["--import", fileURLToPath(new URL("src/start/resolve-quickly.ts", import.meta.url))],
    // Most tests wait for a database, a socket or a rate window, and little for the processor.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 120_000 } },
    reporters: ["default", new TenSlowest()],
    projects: [
      // Pure functions and fakes: nothing of one file is left to the next, so they share a process.
      {
        extends: true,
        test: { name: "unit", include: [UNIT], exclude: [DRILLS], isolate: false, ...guards },
      },
      {
        extends: true,
        test: { name: "whole", include: ["test/**/*.test.ts"], exclude: [UNIT, DRILLS], ...guards },
      },
      { extends: true, test: { name: "drills", include: [DRILLS], ...longGuards } },
    ],
  },
});
