// Signs certificates and says whether a signature holds: Ed25519 over canonical JSON; pure but for the key made.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as cryptoSign,
  verify as cryptoVerify,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { canonicalJson } from "../model/hash.ts";
import type { SignedCertificate } from "../model/reports/certificate.ts";

export interface SigningPair {
  /** SPKI, PEM. */
  readonly publicKey: string;
  /** PKCS #8, PEM; to be sealed at once. */
  readonly privateKey: string;
}

export function makeSigningPair(): SigningPair {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** Hex SHA-256 of the key (DER). Throws a TypeError or a crypto error when the PEM is none. */
export function fingerprintOf(publicKey: string): string {
  return fingerprint(createPublicKey(publicKey));
}

const fingerprint = (key: KeyObject) =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex");

/** What is plain JSON of it is signed. */
export function signCertificate(
  { certificate, proof, issuedAt }: Pick<SignedCertificate, "certificate" | "proof" | "issuedAt">,
  pair: SigningPair,
): SignedCertificate {
  const { publicKey } = pair;
  const key = { algorithm: "Ed25519", publicKey, fingerprint: fingerprintOf(publicKey) } as const;
  const unsigned = JSON.parse(
    canonicalJson({ format: "cutover-certificate/1", certificate, proof, issuedAt, key }),
  );
  const signature = cryptoSign(null, bytesOf(unsigned), createPrivateKey(pair.privateKey));
  return { ...unsigned, signature: signature.toString("base64url") };
}

/** True when nothing was changed since, and the fingerprint is that of the key. Never throws. */
export function isSignatureSound(document: SignedCertificate): boolean {
  const { signature, ...unsigned } = document;
  try {
    const key = createPublicKey(document.key.publicKey);
    if (key.asymmetricKeyType !== "ed25519" || fingerprint(key) !== document.key.fingerprint) return false;
    return cryptoVerify(null, bytesOf(unsigned), key, Buffer.from(signature, "base64url"));
  } catch {
    // A key or signature that can't even be read proves nothing.
    return false;
  }
}

const bytesOf = (value: unknown) => Buffer.from(canonicalJson(value), "utf8");
