// The commands of DESIGN: each reads FILE, calls one use case and prints what came of it.
import { writeFile } from "node:fs/promises";
import { Command, CommanderError, Option } from "commander";
import type { Actor } from "../engine/model/migration.ts";
import type { Operator } from "../engine/operator.ts";
import { print } from "../words/en/telling.ts";
import {
  describeCertificate,
  describePlan,
  describeRollback,
  describeRun,
  describeSample,
  describeStatus,
  describeSurvey,
} from "./describe.ts";
import { exitCodeOf, explainFailure } from "./exit-code.ts";
import { addExportCommand } from "./export-command.ts";
import { addMapCommands } from "./map-commands.ts";
import { makeOutput, type Output, type Streams } from "./output.ts";
import { addPreflightCommand } from "./preflight-command.ts";
import { addProofCommands } from "./proof-commands.ts";
import { type MigrationFile, readJson, readMigrationFile } from "./read-file.ts";

export interface CliDependencies {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly streams: Streams;
  readonly actor: Actor;
  /** Opens the engine when a command needs it, and closes it after. */
  readonly withOperator: <T>(use: (operator: Operator) => Promise<T>) => Promise<T>;
}

interface Step {
  readonly operator: Operator;
  readonly migrationId: string;
  readonly file: MigrationFile;
  readonly output: Output;
}

interface Flags {
  readonly json?: boolean;
  readonly plan?: string;
  readonly insist?: boolean;
  readonly onlyFailed?: boolean;
  readonly from?: string;
}

/** Runs one command line and returns the exit code: 0 done, 1 done with exceptions, 2 bad input, 3 refused. */
export async function runCommandLine(
  argv: readonly string[],
  dependencies: CliDependencies,
): Promise<number> {
  let exitCode = 0;
  const { streams, actor } = dependencies;

  /** Declares a command whose work returns its exit code. */
  const command = (
    program: Command,
    name: string,
    description: string,
    work: (step: Step, flags: Flags) => Promise<number>,
    find: (operator: Operator, file: MigrationFile) => Promise<{ readonly migrationId: string }> = (
      operator,
      { credentials },
    ) => operator.open(credentials, actor),
  ) =>
    program
      .command(name)
      .description(description)
      .argument("<file>", "the migration, as JSON (README.md)")
      .option("--json", "print one JSON document")
      .action(async (path: string, flags: Flags) => {
        const file = await readMigrationFile(path, dependencies.env);
        exitCode = await dependencies.withOperator(async (operator) => {
          const { migrationId } = await find(operator, file);
          return work(
            { operator, migrationId, file, output: makeOutput(streams, flags.json === true) },
            flags,
          );
        });
      });

  const program = new Command("cutover")
    .description("Moves a helpdesk from ConnectWise PSA to Intercom. Without a command: the bot.")
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: streams.error });

  command(
    program,
    "survey",
    "count, sample, grade and estimate the source",
    async ({ operator, migrationId, output }) => {
      const survey = await operator.survey(migrationId);
      output.result(survey, describeSurvey(survey));
      return 0;
    },
  );
  addPreflightCommand(program, {
    streams,
    ask: async (path, use) => {
      const { credentials, mapPath } = await readMigrationFile(path, dependencies.env);
      // Before one was proposed there is none.
      const map = await readJson(mapPath).catch(() => undefined);
      exitCode = await dependencies.withOperator(async (operator) =>
        use(await operator.preflight(credentials, actor, map)),
      );
    },
  });
  command(
    program,
    "propose",
    "draft the field map and write it to the map's path",
    async ({ operator, migrationId, file, output }, flags) => {
      const earlier = flags.from === undefined ? undefined : await readJson(flags.from);
      const { map, notes, questions } = await operator.propose(migrationId, earlier);
      await writeFile(file.mapPath, `${JSON.stringify(map, null, 2)}\n`);
      output.result({ map: file.mapPath, notes, questions }, [
        `Wrote ${file.mapPath}`,
        ...notes,
        ...questions.map((q) => `? ${q}`),
      ]);
      return 0;
    },
  ).option("--from <map>", "an earlier customer's map to start from");
  command(program, "plan", "print what would change, and the hash to approve", async (step) => {
    await useMap(step, actor);
    const plan = await step.operator.plan(step.migrationId, step.output.progress);
    step.output.result(plan, describePlan(plan));
    return 0;
  });
  command(
    program,
    "sample",
    "write a covering sample to the staging workspace and compare it field by field",
    async (step) => {
      await useMap(step, actor);
      const diff = await step.operator.sample(step.migrationId, actor, step.output.progress);
      step.output.result(diff, describeSample(diff));
      return diff.discrepancies > 0 ? 1 : 0;
    },
  );
  command(program, "apply", "run an approved plan", async (step, flags) => {
    await useMap(step, actor);
    const { operator, migrationId, output } = step;
    const hash = flags.plan ?? "";
    const report = flags.onlyFailed
      ? await operator.retryFailed(migrationId, hash, actor, output.progress)
      : await operator.apply(migrationId, hash, actor, output.progress);
    step.output.result(report, describeRun(report));
    return exitCodeOf(report);
  })
    .addOption(new Option("--plan <hash>", "the approved plan's hash").makeOptionMandatory())
    .option("--only-failed", "try again what did not make it, and nothing else");
  command(program, "delta", "write what changed since", async (step) => {
    await useMap(step, actor);
    const report = await step.operator.delta(step.migrationId, actor, step.output.progress);
    step.output.result(report, describeRun(report));
    return exitCodeOf(report);
  });
  command(
    program,
    "verify",
    "read everything back and name every discrepancy; writes nothing",
    async ({ operator, migrationId, output }) => {
      const certificate = await operator.verify(migrationId);
      output.result(certificate, describeCertificate(print(certificate)));
      return certificate.discrepancies.length + certificate.exceptions.length > 0 ? 1 : 0;
    },
  );
  command(program, "rollback", "take everything back", async ({ operator, migrationId, output }, flags) => {
    const result = await operator.rollback(
      migrationId,
      actor,
      { force: flags.insist === true },
      output.progress,
    );
    output.result(result, describeRollback(result));
    return result.kept.length > 0 ? 1 : 0;
  }).option("--insist", "also delete what people touched since");
  command(
    program,
    "status",
    "say where the migration stands, as the database knows it",
    async ({ operator, migrationId, output }) => {
      const status = await operator.status(migrationId);
      output.result(status, describeStatus(status));
      return 0;
    },
    (operator, { credentials }) => operator.recall(credentials, actor),
  );
  addProofCommands(program, {
    streams,
    actor,
    publicUrl: dependencies.env.PUBLIC_URL,
    exit: (code) => {
      exitCode = code;
    },
    withOperator: async (use) => {
      exitCode = await dependencies.withOperator(use);
    },
    withMigration: async (path, use) => {
      const { credentials } = await readMigrationFile(path, dependencies.env);
      exitCode = await dependencies.withOperator(async (operator) =>
        use(operator, (await operator.find(credentials)).migrationId),
      );
    },
  });

  addMapCommands(program, {
    streams,
    schema: async () => (await import("../engine/field-map/index.ts")).assembleMapSchema(),
    importMap: (operator, migrationId, map) => operator.useMap(migrationId, map, actor),
    withMigration: async (path, use) => {
      const { credentials, mapPath } = await readMigrationFile(path, dependencies.env);
      exitCode = await dependencies.withOperator(async (operator) =>
        use(operator, (await operator.open(credentials, actor)).migrationId, mapPath),
      );
    },
  });
  addExportCommand(program, {
    streams,
    withMigration: async (path, use) => {
      const { credentials, directory } = await readMigrationFile(path, dependencies.env);
      exitCode = await dependencies.withOperator(async (operator) =>
        use(operator, (await operator.open(credentials, actor)).migrationId, directory),
      );
    },
  });

  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return explainFailure(error, streams.error);
  }
}

async function useMap({ operator, migrationId, file }: Step, actor: Actor): Promise<void> {
  await operator.useMap(migrationId, await readJson(file.mapPath), actor);
}
