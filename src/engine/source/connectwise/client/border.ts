// What holds for every row that crosses the border: null is missing, ids are strings, dates are UTC.
import { z } from "zod";

/**
 * Takes out null and the empty string at every depth: for ConnectWise they mean the same as a missing key.
 * Texts stay as they are, NUL and half surrogate pairs included: transform repairs them, and says so.
 */
export function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls);
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (inner === null || inner === undefined || inner === "") continue;
    kept[key] = dropNulls(inner);
  }
  return kept;
}

/** `2026-01-01`, `2026-01-01T10:00:00`, with fractions, with `Z` or an offset. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** ISO-8601 UTC in whole seconds; a date without a zone is UTC, as ConnectWise's dates are. Undefined for no date. */
export function readDate(text: string): string | undefined {
  const match = DATE.exec(text.trim());
  if (!match) return undefined;
  const [, day, time = "00:00:00", zone = "Z"] = match;
  const ms = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  // A day that doesn't exist (February 30th) would roll over silently.
  if (Number.isNaN(ms) || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return undefined;
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return undefined;
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export const date = z.string().transform((text, context) => {
  const read = readDate(text);
  if (read === undefined) context.addIssue({ code: "custom", params: { noDate: text.slice(0, 40) } });
  return read ?? z.NEVER;
});

export const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String);

export const flag = z.boolean().default(false);

/** `_info` of a record; its members are strings, and any of them may be missing. */
export const info = z
  .object({
    dateEntered: date.optional(),
    enteredBy: z.string().optional(),
    lastUpdated: date.optional(),
    updatedBy: z.string().optional(),
  })
  .default({});

/** A reference without an id (or with id 0, which stands for "none") points at nothing. */
export const ref = z
  .object({
    id: id.optional(),
    name: z.string().optional(),
    identifier: z.string().optional(),
    summary: z.string().optional(),
  })
  .transform(({ id: to, name, identifier, summary }) => {
    if (to === undefined || to === "0") return undefined;
    const called = name ?? summary ?? identifier;
    return called === undefined ? { id: to } : { id: to, name: called };
  });
