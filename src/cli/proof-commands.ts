// Commands about proof: certificates and audit logs as files, checked without a database, and the end of the data.
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { InputError } from "../engine/errors.ts";
import {
  checkAuditLines,
  checkCertificate,
  describeWork,
  parseSignedCertificate,
  toAuditLine,
} from "../engine/index.ts";
import type { Actor } from "../engine/model/migration.ts";
import type { Operator } from "../engine/operator.ts";
import { describeSignedCertificate } from "./describe-proof.ts";
import { makeOutput, type Streams } from "./output.ts";
import { readJson } from "./read-file.ts";

export interface ProofCommands {
  readonly streams: Streams;
  readonly actor: Actor;
  /** Opens the migration that FILE names. */
  readonly withMigration: (
    path: string,
    use: (operator: Operator, migrationId: string) => Promise<number>,
  ) => Promise<void>;
  readonly withOperator: (use: (operator: Operator) => Promise<number>) => Promise<void>;
  readonly exit: (code: number) => void;
}

const REFUSED = 3;
const PAGE = 1000;
const FILE = "the migration, as JSON (README.md)";

export function addProofCommands(program: Command, tools: ProofCommands): void {
  addCertificateCommands(program.command("certificate").description("certificates, and their checks"), tools);
  addAuditCommands(program.command("audit").description("the audit log as a file, and its check"), tools);
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
          `Deleted ${gone.records} staged records, ${gone.credentials} credentials, ${gone.reportRows} report rows and ${gone.documents} documents`,
          `${gone.operations} journal rows were reduced to hashes`,
        ]);
        return 0;
      }),
    );
}

async function writeWork(
  operator: Operator,
  migrationId: string,
  out: string,
  { streams }: ProofCommands,
): Promise<number> {
  const work = await operator.rescuedWork(migrationId);
  if (work === undefined) {
    streams.out("Nobody wrote anything that a rollback had to keep.\n");
    return 0;
  }
  await writeFile(`${out}.json`, `${JSON.stringify(work, null, 2)}\n`);
  await writeFile(`${out}.md`, describeWork(work));
  streams.out(`Wrote ${out}.json and ${out}.md: ${work.conversations.length} conversations\n`);
  return 0;
}

interface VerifyFlags {
  readonly audit?: string;
  readonly plan?: string;
  readonly map?: string;
  readonly key?: string;
  readonly json?: boolean;
}

function addCertificateCommands(
  group: Command,
  { streams, withMigration, withOperator, exit }: ProofCommands,
) {
  group
    .command("export")
    .description("write the newest signed certificate to a file")
    .argument("<file>", FILE)
    .requiredOption("--out <path>", "where to write it")
    .action((path: string, { out }: { out: string }) =>
      withMigration(path, async (operator, migrationId) => {
        const signed = await operator.signedCertificate(migrationId);
        await writeFile(out, `${JSON.stringify(signed, null, 2)}\n`);
        streams.out(`Wrote ${out}, signed by key ${signed.key.fingerprint}\n`);
        return 0;
      }),
    );
  group
    .command("verify")
    .description("check a certificate, and what lies beside it, without a database or a network")
    .argument("<certificate>", "a file that `certificate export` wrote")
    .option("--audit <log>", "a file that `audit export` wrote")
    .option("--plan <plan>", "what `plan --json` printed")
    .option("--map <map>", "the field map")
    .option("--key <key>", "the key that it must be signed by: a fingerprint, or the path of a PEM file")
    .option("--json", "print one JSON document")
    .action(async (path: string, flags: VerifyFlags) => {
      const check = await checkCertificate(parseSignedCertificate(await readJson(path)), {
        ...(flags.audit === undefined ? {} : { audit: linesOf(flags.audit) }),
        ...(flags.plan === undefined ? {} : { plan: await readJson(flags.plan) }),
        ...(flags.map === undefined ? {} : { map: await readJson(flags.map) }),
        ...(flags.key === undefined ? {} : { key: await readKey(flags.key) }),
      });
      const mark = (sound: boolean) => (sound ? "ok  " : "FAIL");
      makeOutput(streams, flags.json === true).result(check, [
        ...check.findings.map(({ of, sound, sentence }) => `${mark(sound)} ${of}: ${sentence}`),
        check.sound ? "The certificate holds." : "The certificate is refused.",
        ...(check.sound && flags.key === undefined
          ? ["Whose key it is, only `--key` can say: give the fingerprint that you were told."]
          : []),
      ]);
      exit(check.sound ? 0 : REFUSED);
    });
  group
    .command("show")
    .description("print what a certificate says")
    .argument("<certificate>", "a file that `certificate export` wrote")
    .option("--json", "print one JSON document")
    .action(async (path: string, flags: { json?: boolean }) => {
      const signed = parseSignedCertificate(await readJson(path));
      makeOutput(streams, flags.json === true).result(signed, describeSignedCertificate(signed));
    });
  group
    .command("key")
    .description("print this installation's public key, to be given to customers")
    .action(() =>
      withOperator(async (operator) => {
        const { publicKey, fingerprint } = await operator.publicKey();
        streams.out(`${publicKey}Fingerprint ${fingerprint}\n`);
        return 0;
      }),
    );
}

function addAuditCommands(group: Command, { streams, withMigration, exit }: ProofCommands): void {
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
  for (let after = 0; ; ) {
    const page = await operator.auditEntries(migrationId, after, PAGE);
    for (const entry of page) yield `${toAuditLine(entry)}\n`;
    after = page.at(-1)?.sequence ?? after;
    if (page.length < PAGE) return;
  }
}

/** Throws InputError when the file can't be read. */
async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function readKey(given: string): Promise<string> {
  if (/^[0-9a-f]{64}$/i.test(given.trim())) return given;
  try {
    return await readFile(given, "utf8");
  } catch (error) {
    throw unreadable(given, error);
  }
}

function unreadable(path: string, cause: unknown): InputError {
  return new InputError({
    code: "invalid_file",
    message: `${path} can't be read.`,
    remedy: "Check the path.",
    cause,
  });
}
