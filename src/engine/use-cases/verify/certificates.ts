// The certificate as a document that can be checked without us: what it leans on, its signature, the audit log beside it.

import { contentHash } from "../../model/hash.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import type { Plan } from "../../model/plan.ts";
import type { Certificate, SignedCertificate } from "../../model/reports/certificate.ts";
import { fingerprintOf, signCertificate } from "../../proof/sign-certificate.ts";
import type { Dependencies } from "../dependencies.ts";

/** Signs what a reconciliation found; the audit log's last entry is the one that tells of it. */
export async function issueCertificate(
  deps: Dependencies,
  certificate: Certificate,
  plan: Plan | undefined,
): Promise<SignedCertificate> {
  const { store, journal } = deps;
  const { migrationId, environment, objects } = certificate;
  const [audit, extent, pair] = await Promise.all([
    store.audit.last(migrationId),
    journal.measure({ migrationId, environment }),
    store.signingKeys.loadOrCreate(),
  ]);
  const total = (of: "expected" | "found") =>
    Object.values(objects).reduce((sum, counts) => sum + counts[of], 0);
  const issuedAt = deps.clock();
  const signed = signCertificate(
    {
      certificate: deps.print(certificate),
      proof: {
        ...(plan === undefined ? {} : { planDigest: contentHash(deps.print(plan)) }),
        coverage: { scope: "all", expected: total("expected"), readBack: total("found") },
        journal: extent,
        audit,
      },
      issuedAt: issuedAt.toISOString(),
    },
    pair,
  );
  await store.documents.saveReport(migrationId, "signed-certificate", signed, issuedAt, environment);
  await store.audit.append({
    migrationId,
    at: signed.issuedAt,
    actor: "cutover",
    event: "certificate-issued",
    detail: { environment, certificate: contentHash(signed), key: signed.key.fingerprint },
  });
  return signed;
}

export async function loadSignedCertificate(
  { store }: Dependencies,
  migrationId: string,
  environment: EnvironmentName = "production",
): Promise<SignedCertificate | undefined> {
  return store.documents.loadReport(migrationId, "signed-certificate", environment);
}

/** What a customer is told once, to know our signature by. */
export async function loadPublicKey({ store }: Dependencies) {
  const { publicKey } = await store.signingKeys.loadOrCreate();
  return { publicKey, fingerprint: fingerprintOf(publicKey) };
}
