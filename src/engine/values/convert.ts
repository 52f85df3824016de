// Converts one source value to an attribute's type, within Intercom's limits; what doesn't fit says so.

import type { AttributeType, AttributeValue } from "../model/desired.ts";
import type { Repair } from "../model/sayings/changes.ts";
import { toIso, toUnix } from "./dates.ts";
import type { SourceValue } from "./path.ts";
import { repairText } from "./text.ts";

/** Intercom refuses longer strings in custom attributes. */
export const MAX_ATTRIBUTE_CHARS = 255;

export type Converted =
  | { readonly kind: "value"; readonly value: AttributeValue; readonly repaired: readonly Repair[] }
  /** Too long: `head` fits, `full` is the whole. */
  | { readonly kind: "too-long"; readonly head: string; readonly full: string }
  /** Not of this type. */
  | { readonly kind: "unfit"; readonly text: string }
  | { readonly kind: "empty" };

const TRUE = new Set(["true", "yes", "y", "1", "ja", "on", "checked"]);
const FALSE = new Set(["false", "no", "n", "0", "nein", "off", "unchecked"]);
const NUMBER = /^[+-]?\d{1,15}(?:\.\d{1,10})?$/;
/** `1,234.50` and `$ 1,234.50`: commas between groups of three, a currency sign in front. */
const GROUPED = /^\p{Sc}?\s*([+-]?\d{1,3}(?:,\d{3})*(?:\.\d{1,10})?)$/u;

export function convertValue(raw: SourceValue, type: AttributeType): Converted {
  const { text: repaired, repairs } = repairText(String(raw));
  const text = repaired.trim();
  if (text === "") return { kind: "empty" };
  if (type === "string" || type === "list") {
    if (text.length <= MAX_ATTRIBUTE_CHARS) return { kind: "value", value: text, repaired: repairs };
    return { kind: "too-long", head: headOf(text), full: text };
  }
  const value = typedValue(text, type);
  return value === undefined ? { kind: "unfit", text } : { kind: "value", value, repaired: [] };
}

function typedValue(
  text: string,
  type: Exclude<AttributeType, "string" | "list">,
): AttributeValue | undefined {
  if (type === "boolean") {
    const word = text.toLowerCase();
    return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
  }
  if (type === "datetime") {
    const unix = toUnix(text);
    return unix === undefined ? undefined : toIso(unix);
  }
  const plain = NUMBER.test(text) ? text : GROUPED.exec(text)?.[1]?.replaceAll(",", "");
  const number = plain === undefined ? Number.NaN : Number(plain);
  if (!Number.isFinite(number)) return undefined;
  return type === "integer" && !Number.isSafeInteger(number) ? undefined : number;
}

/** The longest head that fits with an ellipsis, whole characters only. */
export function headOf(text: string, max: number = MAX_ATTRIBUTE_CHARS): string {
  const cut = text.slice(0, max - 1);
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`;
}
