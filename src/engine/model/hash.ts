// Content hashes: SHA-256 over canonical JSON (RFC 8785), so that the order of keys never matters.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Hex SHA-256 of a JSON value; keys with `undefined` are left out. */
export function contentHash(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "null")
    .digest("hex");
}
