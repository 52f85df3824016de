// The border of certificate files: what may come from outside, checked before anything is believed.
import { z } from "zod";
import { InputError } from "../errors.ts";
import type { SignedCertificate } from "../model/reports/certificate.ts";

const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const object = z.looseObject({ expected: count, found: count, same: count, discrepant: count });
const row = z.looseObject({
  source: z.looseObject({ type: z.string(), id: z.string() }),
  field: z.string(),
  desired: z.string(),
  observed: z.string(),
  verdict: z.string(),
});
const exception = z.looseObject({
  source: z.looseObject({ type: z.string(), id: z.string() }),
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
});

/** Loose: what is unknown stays, since the signature covers it. */
export const signedCertificate = z.looseObject({
  format: z.literal("cutover-certificate/1"),
  certificate: z.looseObject({
    migrationId: z.string(),
    environment: z.enum(["staging", "production"]),
    workspace: z.looseObject({ id: z.string(), name: z.string() }),
    planHash: z.string().optional(),
    mapHash: z.string(),
    verifiedAt: z.string(),
    objects: z.looseObject({ company: object, contact: object, conversation: object }),
    fieldsCompared: count,
    partsCompared: count,
    discrepancies: z.array(row),
    exceptions: z.array(exception),
    leftBehind: z.array(z.string()).exactOptional(),
    desiredHash: z.string(),
    observedHash: z.string(),
    approvals: z.array(z.looseObject({ role: z.string(), person: z.string(), at: z.string() })),
  }),
  proof: z.looseObject({
    planDigest: hash.optional(),
    coverage: z.looseObject({ scope: z.string(), expected: count, readBack: count }),
    journal: z.looseObject({ operations: count, standing: count }),
    audit: z.looseObject({ sequence: count, hash }),
  }),
  issuedAt: z.string(),
  key: z.looseObject({ algorithm: z.literal("Ed25519"), publicKey: z.string(), fingerprint: hash }),
  signature: z.string().min(1),
});

/** Throws InputError naming what is missing; says nothing about the signature. */
export function parseSignedCertificate(value: unknown): SignedCertificate {
  const parsed = signedCertificate.safeParse(value);
  if (parsed.success) return value as SignedCertificate;
  const [issue] = parsed.error.issues;
  throw new InputError({ code: "no_certificate", args: { field: issue?.path.join(".") ?? "" } });
}
