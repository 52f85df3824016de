// The result of a reconciliation: every record read back and compared with what it should be.
import type { EnvironmentName } from "../operation.ts";
import type { Exception } from "../run.ts";
import type { Printed } from "../sayings/printed.ts";
import type { Saying } from "../sayings/saying.ts";

export type Verdict = "same" | "altered" | "missing" | "different" | "extra";

/** One field of one record that is not as desired (or, in a field diff, any field). */
export interface FieldVerdict {
  readonly source: { readonly type: string; readonly id: string };
  readonly destinationId?: string;
  /** `title`, `attributes.Priority__c`, `parts[note:17].createdAt`, `state`, … */
  readonly field: string;
  /** The source's value and the rule that made the desired one, where a field diff shows them. */
  readonly sourceValue?: string;
  readonly rule?: string;
  readonly desired: string;
  readonly observed: string;
  readonly verdict: Verdict;
  readonly reason?: Saying;
}

export type Discrepancy = FieldVerdict & { readonly verdict: "missing" | "different" | "extra" };

export interface ObjectCounts {
  readonly expected: number;
  readonly found: number;
  readonly same: number;
  readonly discrepant: number;
  /** Further conversations of tickets too long for one, read back too: their ticket is counted once, above. */
  readonly continued?: number;
}

export interface Certificate {
  readonly migrationId: string;
  readonly environment: EnvironmentName;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly planHash?: string;
  readonly mapHash: string;
  /** ISO-8601. */
  readonly verifiedAt: string;
  readonly objects: Readonly<Record<"company" | "contact" | "conversation", ObjectCounts>> &
    Readonly<Partial<Record<"collection" | "article", ObjectCounts>>>;
  readonly fieldsCompared: number;
  readonly partsCompared: number;
  readonly discrepancies: readonly Discrepancy[];
  readonly exceptions: readonly Exception[];
  /** What stays in the source by design, one sentence a kind with its count. */
  readonly leftBehind?: readonly string[];
  /** Digest over all desired records in order: what the source and the map say. */
  readonly desiredHash: string;
  /** Digest over all observed records in order. */
  readonly observedHash: string;
  readonly approvals: readonly {
    readonly role: string;
    readonly person: string;
    /** What they are called; absent where nobody said it. */
    readonly name?: string;
    readonly at: string;
    readonly kind?: string;
    /** What was said yes to. */
    readonly hash?: string;
  }[];
}

/** As it is signed: what the engine says is English text in it. */
export type PrintedCertificate = Printed<Certificate>;

/** What a certificate leans on beyond the records it compared. */
export interface CertificateProof {
  /** Digest of the whole plan document, so that a changed one is told from the approved one. */
  readonly planDigest?: string;
  /** Records expected, and how many of them were read back. */
  readonly coverage: {
    readonly scope: "all" | "sample";
    readonly expected: number;
    readonly readBack: number;
  };
  /** Operations of the journal: how many, from which row to which. */
  readonly journal: {
    readonly operations: number;
    readonly standing: number;
    readonly first?: string;
    readonly last?: string;
  };
  /** The newest entry of the audit log when the certificate was made. */
  readonly audit: { readonly sequence: number; readonly hash: string };
}

/** A certificate that anyone can check without us: the signature covers all of it but itself (RFC 8785). */
export interface SignedCertificate {
  readonly format: "cutover-certificate/1";
  readonly certificate: PrintedCertificate;
  readonly proof: CertificateProof;
  /** ISO-8601. */
  readonly issuedAt: string;
  readonly key: {
    readonly algorithm: "Ed25519";
    /** SPKI, PEM. */
    readonly publicKey: string;
    /** Hex SHA-256 of the public key (DER): compare it with the one you were told. */
    readonly fingerprint: string;
  };
  /** base64url. */
  readonly signature: string;
}
