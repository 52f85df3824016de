// Ids for what an export only names: the same name has the same id, today and in the next export.
import { createHash } from "node:crypto";
import { foldName } from "../../../values/fold-name.ts";

/** `help-desk` for boards, statuses, priorities and people; a digest is added where letters had to go. */
export function nameId(name: string): string {
  const folded = foldName(name);
  const slug = folded
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(folded) && folded.length <= 60) return slug;
  const mark = createHash("sha256").update(folded).digest("hex").slice(0, 8);
  return slug === "" ? `name-${mark}` : `${slug}-${mark}`;
}

/** A number for records that have none: 52 bits of a digest of what they are, so that order and pages work. */
export function digestId(...parts: readonly (string | undefined)[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  return String(2n ** 52n + (digest.readBigUInt64BE() >> 12n));
}

/** What follows a comma and is no first name. */
const SUFFIX = /^(?:inc|llc|ltd|gmbh|ag|corp|co|jr|sr|ii|iii|iv|md|phd|esq|cpa|dds)\.?$/i;

/** “Client, Carla” is Carla Client; every other name as it is, without blanks too many. */
export function plainName(name: string): string {
  const [last, first, ...more] = name.split(",").map((part) => part.trim().replace(/\s+/g, " "));
  if (!first || !last || more.length > 0 || SUFFIX.test(first)) return name.replace(/\s+/g, " ").trim();
  return `${first} ${last}`;
}
