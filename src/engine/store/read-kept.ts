// What was kept as JSON, checked when it is read: another version of the program may have written it.
import type { z } from "zod";
import { AbortError } from "../errors.ts";

/** Throws AbortError, which names the first place that does not fit, and never a value. */
export function readKept<T>(what: string, schema: z.ZodType<T>, data: unknown): T {
  const parsed = schema.safeParse(data);
  // As it was kept: a later version may have added to it, and a signature covers all of it.
  if (parsed.success) return data as T;
  const place = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new AbortError({ code: "kept_unreadable", args: place === "" ? { what } : { what, place } });
}
