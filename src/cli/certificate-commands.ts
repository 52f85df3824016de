// Certificates as files: exported, shown, and checked without a database or a network.
import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { describeSignedCertificate } from "./describe-proof.ts";
import { makeOutput } from "./output.ts";
import { FILE, type ProofTools, REFUSED } from "./proof-tools.ts";
import { readJson } from "./read-file.ts";
import { linesOf, unreadable } from "./read-lines.ts";

interface VerifyFlags {
  readonly audit?: string;
  readonly plan?: string;
  readonly map?: string;
  readonly key?: string;
  readonly json?: boolean;
}

export function addCertificateCommands(
  group: Command,
  { streams, withMigration, withOperator, exit }: ProofTools,
) {
  group
    .command("export")
    .description("write the newest signed certificate to a file, and as a PDF beside it")
    .argument("<file>", FILE)
    .requiredOption("--out <path>", "where to write it")
    .action((path: string, { out }: { out: string }) =>
      withMigration(path, async (operator, migrationId) => {
        const signed = await operator.signedCertificate(migrationId);
        await writeFile(out, `${JSON.stringify(signed, null, 2)}\n`);
        const { renderCertificatePdf } = await import("../engine/index.ts");
        const pdf = `${out.replace(/\.json$/i, "")}.pdf`;
        await writeFile(pdf, await renderCertificatePdf(signed, signed.certificate.workspace.name));
        streams.out(`Wrote ${out} and ${pdf}, signed by key ${signed.key.fingerprint}\n`);
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
      const { checkCertificate, parseSignedCertificate } = await import("../engine/index.ts");
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
      const { parseSignedCertificate } = await import("../engine/index.ts");
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

async function readKey(given: string): Promise<string> {
  if (/^[0-9a-f]{64}$/i.test(given.trim())) return given;
  try {
    return await readFile(given, "utf8");
  } catch (error) {
    throw unreadable(given, error);
  }
}
