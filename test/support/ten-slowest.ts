// Ends a long run of tests with the files that took longest, so that nobody has to look for what became slow.
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const SHOWN = 10;
/** A run of a few files has no slowest ones. */
const WORTH_TELLING = 30;

export class TenSlowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < WORTH_TELLING) return;
    const files = modules
      .map((module) => {
        const { duration, setupDuration, prepareDuration, collectDuration } = module.diagnostic();
        return {
          path: relative(process.cwd(), module.moduleId),
          seconds: (duration + setupDuration + prepareDuration + collectDuration) / 1000,
        };
      })
      .toSorted((a, b) => b.seconds - a.seconds);
    const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
    console.log(`\nThe ${SHOWN} slowest of ${files.length} files (${all.toFixed(0)} s in all):`);
    for (const { path, seconds } of files.slice(0, SHOWN))
      console.log(`${seconds.toFixed(1).padStart(7)} s  ${path}`);
  }
}
