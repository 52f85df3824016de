// Content hashes: SHA-256 over canonical JSON (RFC 8785), so that the order of keys never matters.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** Hex SHA-256 of a JSON value; keys with `undefined` are left out, and half an emoji counts as U+FFFD. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** RFC 8785; it knows no lone surrogates, and customer text has them: such a value is repaired first. */
export function canonicalJson(value: unknown): string {
  try {
    return canonicalize(value) ?? "null";
  } catch (error) {
    let halves = false;
    const repaired = JSON.stringify(value, (_key, entry: unknown) => {
      if (typeof entry !== "string" || entry.isWellFormed()) return entry;
      halves = true;
      return entry.toWellFormed();
    });
    if (!halves) throw error;
    return canonicalize(JSON.parse(repaired)) ?? "null";
  }
}
