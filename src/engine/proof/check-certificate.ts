// Checks a certificate, and what lies beside it, without a database or a network.
import { mapHash } from "../field-map/hash.ts";
import { fieldMap } from "../field-map/schema.ts";
import { contentHash } from "../model/hash.ts";
import type { SignedCertificate } from "../model/reports/certificate.ts";
import type { AuditVerdict } from "./audit-chain.ts";
import { checkAuditLines } from "./audit-lines.ts";
import { fingerprintOf, isSignatureSound } from "./sign-certificate.ts";

export interface Beside {
  /** Lines of an exported audit log. */
  readonly audit?: AsyncIterable<string> | Iterable<string>;
  /** The plan as `cutover plan --json` printed it. */
  readonly plan?: unknown;
  readonly map?: unknown;
  /** The key that it must be signed by: a fingerprint (hex) or a public key (PEM). */
  readonly key?: string;
}

export interface CertificateCheck {
  readonly sound: boolean;
  /** One sentence for each thing that was looked at. */
  readonly findings: readonly {
    readonly of: "certificate" | "key" | "audit" | "plan" | "map";
    readonly sound: boolean;
    readonly sentence: string;
  }[];
}

type Finding = CertificateCheck["findings"][number];

/** Looks at everything that is given, also after a first fault. */
export async function checkCertificate(
  document: SignedCertificate,
  { audit, plan, map, key }: Beside = {},
): Promise<CertificateCheck> {
  const findings: Finding[] = [checkSignature(document)];
  if (key !== undefined) findings.push(checkKey(document, key));
  if (audit !== undefined) findings.push(checkAudit(await checkAuditLines(audit, document.proof.audit)));
  if (plan !== undefined) findings.push(checkPlan(document, plan));
  if (map !== undefined) findings.push(checkMap(document, map));
  return { sound: findings.every((one) => one.sound), findings };
}

function checkSignature(document: SignedCertificate): Finding {
  return isSignatureSound(document)
    ? {
        of: "certificate",
        sound: true,
        sentence: `The certificate is as it was signed on ${document.issuedAt} by key ${document.key.fingerprint.slice(0, 16)}.`,
      }
    : {
        of: "certificate",
        sound: false,
        sentence: "The certificate was changed after it was signed, or its signature is not its own.",
      };
}

function checkKey({ key }: SignedCertificate, trusted: string): Finding {
  const wanted = trusted.includes("BEGIN PUBLIC KEY")
    ? tryFingerprint(trusted)
    : trusted.trim().toLowerCase();
  const sound = wanted === key.fingerprint;
  const sentence = sound
    ? "It is signed by the key that you trust."
    : "It is signed by another key than the one that you trust.";
  return { of: "key", sound, sentence };
}

function tryFingerprint(pem: string): string | undefined {
  try {
    return fingerprintOf(pem);
  } catch {
    return undefined;
  }
}

function checkAudit(verdict: AuditVerdict): Finding {
  return verdict.sound
    ? { of: "audit", sound: true, sentence: `The audit log is whole: ${verdict.entries} entries.` }
    : {
        of: "audit",
        sound: false,
        sentence: `The audit log fails at entry ${verdict.sequence}: ${verdict.reason}`,
      };
}

function checkPlan({ certificate, proof }: SignedCertificate, plan: unknown): Finding {
  const hash = typeof plan === "object" && plan !== null && "hash" in plan ? plan.hash : undefined;
  const finding = (sound: boolean, sentence: string): Finding => ({ of: "plan", sound, sentence });
  if (certificate.planHash === undefined) return finding(false, "The certificate names no plan.");
  if (hash !== certificate.planHash) return finding(false, "This is another plan than the certificate's.");
  if (proof.planDigest !== contentHash(plan)) {
    return finding(
      false,
      "The plan was changed, or printed at another time than the one that was carried out.",
    );
  }
  return finding(true, "The plan is the one that was carried out.");
}

function checkMap({ certificate }: SignedCertificate, map: unknown): Finding {
  const parsed = fieldMap.safeParse(map);
  const sound = parsed.success && mapHash(parsed.data) === certificate.mapHash;
  const sentence = sound
    ? "The field map is the one that was carried out."
    : "The field map was changed, or is another one.";
  return { of: "map", sound, sentence };
}
