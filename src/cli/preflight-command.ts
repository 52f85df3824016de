// `cutover preflight`: named checks of both systems before anything is decided; it exits 2 when one failed.
import type { Command } from "commander";
import { type CheckReport, failedChecks, type Preflight, warnedChecks } from "../engine/model/preflight.ts";
import { en } from "../words/en.ts";
import { makeOutput, type Streams } from "./output.ts";

export interface PreflightTools {
  readonly streams: Streams;
  /** Asks both systems that FILE names. */
  readonly ask: (path: string, use: (preflight: Preflight) => number) => Promise<void>;
}

const FAILED = 2;

export function addPreflightCommand(program: Command, { streams, ask }: PreflightTools): void {
  program
    .command("preflight")
    .description("check both systems before anything is decided; reads only")
    .argument("<file>", "the migration, as JSON (README.md)")
    .option("--json", "print one JSON document")
    .action((path: string, flags: { readonly json?: boolean }) =>
      ask(path, (preflight) => {
        const checks = preflight.checks.map(explain);
        makeOutput(streams, flags.json === true).result({ at: preflight.at, checks }, describe(preflight));
        return failedChecks(preflight).length > 0 ? FAILED : 0;
      }),
    );
}

/** As `--json` prints it. */
function explain({ name, system, result, finding }: CheckReport) {
  const { message: why, remedy } = en.finding(finding);
  return { name, system, result, why, remedy };
}

const MARKS = { passed: "ok     ", warning: "warning", failed: "FAILED " } as const;

function describe(preflight: Preflight): string[] {
  const lines = preflight.checks.map(explain).flatMap(({ name, system, result, why, remedy }) => {
    const line = `${MARKS[result]}  ${system}  ${en.checkNames[name] ?? name}: ${why}`;
    return result === "passed" || remedy === "" ? [line] : [line, `         ${remedy}`];
  });
  const [failed, warned] = [failedChecks(preflight).length, warnedChecks(preflight).length];
  return [
    ...lines,
    `${preflight.checks.length} checks: ${failed} failed, ${warned} ${warned === 1 ? "warning" : "warnings"}`,
  ];
}
