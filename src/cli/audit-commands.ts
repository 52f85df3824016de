// The audit log as a file: exported, and checked without a database or a network.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import type { Operator } from "../engine/operator.ts";
import { makeOutput } from "./output.ts";
import { FILE, type ProofTools, REFUSED } from "./proof-tools.ts";
import { readJson } from "./read-file.ts";
import { linesOf } from "./read-lines.ts";

const PAGE = 1000;

export function addAuditCommands(group: Command, { streams, withMigration, exit }: ProofTools): void {
  group
    .command("export")
    .description("write the audit log to a file, one JSON entry a line")
    .argument("<file>", FILE)
    .requiredOption("--out <path>", "where to write it")
    .action((path: string, { out }: { out: string }) =>
      withMigration(path, async (operator, migrationId) => {
        await pipeline(Readable.from(auditLines(operator, migrationId)), createWriteStream(out));
        streams.out(`Wrote ${out}\n`);
        return 0;
      }),
    );
  group
    .command("verify")
    .description("check an audit log for edits and gaps, without a database or a network")
    .argument("<log>", "a file that `audit export` wrote")
    .option("--certificate <certificate>", "finds also a log that was cut at its end or written anew")
    .option("--json", "print one JSON document")
    .action(async (path: string, flags: { certificate?: string; json?: boolean }) => {
      const { checkAuditLines, parseSignedCertificate } = await import("../engine/index.ts");
      const last =
        flags.certificate === undefined
          ? undefined
          : parseSignedCertificate(await readJson(flags.certificate)).proof.audit;
      const verdict = await checkAuditLines(linesOf(path), last);
      makeOutput(streams, flags.json === true).result(verdict, [
        verdict.sound
          ? `The audit log is whole: ${verdict.entries} entries, the last one's hash is ${verdict.lastHash}.`
          : `The audit log is refused at entry ${verdict.sequence}: ${verdict.reason}`,
      ]);
      exit(verdict.sound ? 0 : REFUSED);
    });
}

async function* auditLines(operator: Operator, migrationId: string): AsyncGenerator<string> {
  const { toAuditLine } = await import("../engine/index.ts");
  for (let after = 0; ; ) {
    const page = await operator.auditEntries(migrationId, after, PAGE);
    for (const entry of page) yield `${toAuditLine(entry)}\n`;
    after = page.at(-1)?.sequence ?? after;
    if (page.length < PAGE) return;
  }
}
