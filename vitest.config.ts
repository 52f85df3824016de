import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest on a clone that has no memory of earlier runs; the rest fills the gaps. */
const LONG = ["/scenario/kill", "/scenario/cli", "/browser/", "/scenario/", "/database/", "/contract/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((part) => moduleId.includes(part));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A guard against hanging, and no measure: machines differ.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: "forks",
    // Most tests wait for a database, a socket or a rate window, and little for the processor.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
  },
});
