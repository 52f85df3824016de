// `export-workflows FILE`: what is not migrated, as files beside FILE or in the folder that --out names.
import { resolve } from "node:path";
import type { Command } from "commander";
import type { Printed } from "../engine/model/sayings/printed.ts";
import type { ExportReport, Operator } from "../engine/operator.ts";
import { print } from "../words/en/telling.ts";
import { makeOutput, type Streams } from "./output.ts";

export interface ExportTools {
  readonly streams: Streams;
  /** Opens the migration that FILE names; `directory` is the folder that FILE lies in. */
  readonly withMigration: (
    path: string,
    use: (operator: Operator, migrationId: string, directory: string) => Promise<number>,
  ) => Promise<void>;
}

export function addExportCommand(program: Command, tools: ExportTools): void {
  program
    .command("export-workflows")
    .description("write workflows, SLAs, hierarchies and amounts to files, with a rebuild guide")
    .argument("<file>", "the migration, as JSON (README.md)")
    .option("--out <directory>", "where to write; beside FILE when absent")
    .option("--json", "print one JSON document")
    .action((path: string, flags: { readonly out?: string; readonly json?: boolean }) =>
      tools.withMigration(path, async (operator, migrationId, directory) => {
        const report = await operator.exportWorkflows(migrationId, resolve(flags.out ?? directory));
        makeOutput(tools.streams, flags.json === true).result(report, describeExport(print(report)));
        return report.warnings.length > 0 ? 1 : 0;
      }),
    );
}

function describeExport({ directory, files, workflows, scripts, warnings }: Printed<ExportReport>): string[] {
  return [
    `${workflows} workflow rules and ${scripts} Automate scripts: not migrated; workflows.md says how to rebuild them`,
    `Wrote to ${directory}:`,
    ...files.map(({ name, rows }) => `  ${name}: ${rows}`),
    ...warnings.map((warning) => `! ${warning}`),
  ];
}
