// Seals credentials for the database: AES-256-GCM under CUTOVER_SECRET_KEY or the key file of the data directory.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from "node:crypto";
import { AskError, InputError } from "../../errors.ts";
import type { KeepingErrors } from "../../model/sayings/errors-of-keeping.ts";
import type { Secret } from "../../model/secret.ts";

/** A key that can be used but not printed. */
export class SecretKey {
  readonly #key: Buffer;
  /** Says which key sealed a value without telling anything of it. */
  readonly id: string;

  constructor(key: Buffer) {
    this.#key = key;
    this.id = createHash("sha256").update("cutover key id").update(key).digest("hex").slice(0, 8);
  }

  /**
   * `v1.KEYID.IV.TAG.CIPHERTEXT`, the last three base64url. `purpose` (table and row) is authenticated too, so
   * that a sealed value can't be moved to another row.
   */
  seal(value: unknown, purpose: string): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.#key, iv).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
    return [
      "v1",
      this.id,
      ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url")),
    ].join(".");
  }

  /** base64url of 32 bytes that only this key can make of a text; for addresses that nobody may guess. */
  authenticate(text: string, purpose: string): string {
    const key = hkdfSync("sha256", this.#key, "", `cutover authenticate ${purpose}`, 32);
    return createHmac("sha256", new Uint8Array(key)).update(text).digest("base64url");
  }

  isAuthentic(text: string, purpose: string, code: string): boolean {
    const [expected, given] = [this.authenticate(text, purpose), code].map((one) => Buffer.from(one));
    return (
      expected !== undefined &&
      given !== undefined &&
      expected.length === given.length &&
      timingSafeEqual(expected, given)
    );
  }

  /** Throws AskError when it was sealed by another key, or altered. */
  unseal(sealed: string, purpose: string): unknown {
    const [version, id, iv = "", tag = "", text = ""] = sealed.split(".");
    if (version !== "v1") throw unreadable({ kind: "unknown-form" });
    if (id !== this.id) throw unreadable({ kind: "other-key", sealedBy: id ?? "", ours: this.id });
    try {
      const decipher = createDecipheriv("aes-256-gcm", this.#key, Buffer.from(iv, "base64url"), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(Buffer.from(tag, "base64url"));
      const opened = Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]);
      return JSON.parse(opened.toString("utf8"));
    } catch {
      // The cause would tell nothing that may be told.
      throw unreadable({ kind: "altered" });
    }
  }
}

function unreadable(why: KeepingErrors["secret_unreadable"]["why"]): AskError {
  return new AskError({ code: "secret_unreadable", args: { why } });
}

/**
 * 32 bytes as base64 or hex, or a passphrase of at least 16 characters, which scrypt (N = 2^15) makes a key of;
 * its salt is fixed, so that all programs derive the same key: take a long, random one. Throws InputError.
 */
export function parseSecretKey(text: Secret): SecretKey {
  const value = text.reveal().trim();
  if (/^[0-9a-f]{64}$/i.test(value)) return new SecretKey(Buffer.from(value, "hex"));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(value)) {
    const key = Buffer.from(value, "base64");
    if (key.length === 32) return new SecretKey(key);
  }
  if (value.length >= 16) {
    return new SecretKey(
      scryptSync(value.normalize("NFC"), "cutover secret key v1", 32, {
        N: 2 ** 15,
        r: 8,
        p: 1,
        maxmem: 64 * 1024 * 1024,
      }),
    );
  }
  throw new InputError({ code: "invalid_secret_key" });
}
