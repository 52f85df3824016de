// A signed certificate as lines for a person at a terminal.
import type { SignedCertificate } from "../engine/model/reports/certificate.ts";
import { describeCertificate } from "./describe.ts";

export function describeSignedCertificate(signed: SignedCertificate): string[] {
  const { certificate, proof, key } = signed;
  return [
    `Certificate of the ${certificate.environment} workspace ${certificate.workspace.name} (${certificate.workspace.id})`,
    `Verified ${certificate.verifiedAt}, signed ${signed.issuedAt}`,
    ...describeCertificate(certificate),
    `${proof.coverage.readBack} of ${proof.coverage.expected} records read back`,
    `Plan ${certificate.planHash ?? "none"}`,
    `Field map ${certificate.mapHash}`,
    `Source content ${certificate.desiredHash}`,
    `Destination content ${certificate.observedHash}`,
    ...certificate.approvals.map(
      ({ role, person, name, at, kind }) =>
        `Approved${kind === undefined ? "" : ` (${kind})`} by ${name ? `${name} (${person})` : person}, ${role}, ${at}`,
    ),
    `Journal: ${proof.journal.operations} operations, rows ${proof.journal.first ?? "-"} to ${proof.journal.last ?? "-"}`,
    `Audit log: entry ${proof.audit.sequence}, ${proof.audit.hash}`,
    `Key ${key.fingerprint}`,
    "`certificate verify` says whether the signature holds.",
  ];
}
