// Commands about proof: certificates, audit logs, report pages, people's work, and the end of the data.
import { writeFile } from "node:fs/promises";
import { Argument, type Command } from "commander";
import { REPORT_PAGES, type ReportPage } from "../engine/engine.ts";
import { InputError } from "../engine/errors.ts";
import type { Operator } from "../engine/operator.ts";
import { addAuditCommands } from "./audit-commands.ts";
import { addCertificateCommands } from "./certificate-commands.ts";
import { makeOutput } from "./output.ts";
import { FILE, type ProofTools } from "./proof-tools.ts";

export function addProofCommands(program: Command, tools: ProofTools): void {
  addCertificateCommands(program.command("certificate").description("certificates, and their checks"), tools);
  addAuditCommands(program.command("audit").description("the audit log as a file, and its check"), tools);
  program
    .command("report")
    .description("print the address of a report page, which the running bot serves")
    .argument("<file>", FILE)
    .addArgument(new Argument("<page>", "which page").choices(REPORT_PAGES))
    .option("--days <days>", "how long it works", "30")
    .action((path: string, page: ReportPage, { days }: { days: string }) =>
      tools.withMigration(path, async (operator, migrationId) => {
        const link = await operator.reportLink(migrationId, page, parseDays(days));
        tools.streams.out(`${tools.publicUrl?.replace(/\/$/, "") ?? ""}${link}\n`);
        return 0;
      }),
    );
  program
    .command("work")
    .description("write what people wrote in Intercom before the last rollback, as JSON and Markdown")
    .argument("<file>", FILE)
    .requiredOption("--out <path>", "where to write it, without an ending")
    .action((path: string, { out }: { out: string }) =>
      tools.withMigration(path, (operator, migrationId) => writeWork(operator, migrationId, out, tools)),
    );
  program
    .command("forget")
    .description("delete staged customer data and credentials; certificate and audit log stay")
    .argument("<file>", FILE)
    .option("--json", "print one JSON document")
    .action((path: string, flags: { json?: boolean }) =>
      tools.withMigration(path, async (operator, migrationId) => {
        const gone = await operator.forget(migrationId, tools.actor);
        makeOutput(tools.streams, flags.json === true).result(gone, [
          `Deleted ${gone.records} staged records, ${gone.credentials} credentials, ${gone.reportRows} report rows, ${gone.documents} documents, ${gone.files} files and ${gone.exceptions} exceptions`,
          `${gone.operations} journal rows were reduced to hashes`,
        ]);
        return 0;
      }),
    );
}

/** Throws InputError. */
function parseDays(given: string): number {
  const days = Number(given);
  if (Number.isFinite(days) && days > 0 && days <= 366) return days;
  throw new InputError({ code: "invalid_days" });
}

async function writeWork(
  operator: Operator,
  migrationId: string,
  out: string,
  { streams }: ProofTools,
): Promise<number> {
  const work = await operator.laterEdits(migrationId);
  if (work === undefined) {
    streams.out("Nobody wrote anything that a rollback had to keep.\n");
    return 0;
  }
  const { describeWork } = await import("../engine/index.ts");
  await writeFile(`${out}.json`, `${JSON.stringify(work, null, 2)}\n`);
  await writeFile(`${out}.md`, describeWork(work));
  streams.out(`Wrote ${out}.json and ${out}.md: ${work.conversations.length} conversations\n`);
  return 0;
}
