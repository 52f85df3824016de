// Puts a whole document into words: what leaves this program as JSON, and what is signed.
import type { Inner } from "../engine/model/sayings/one-of.ts";
import type { Print } from "../engine/model/sayings/printed.ts";
import type { Telling } from "./say.ts";

/** A code and perhaps its arguments, and nothing besides. */
function isSaying(value: object): value is Inner {
  return (
    "code" in value &&
    typeof value.code === "string" &&
    Object.keys(value).every((key) => key === "code" || key === "args")
  );
}

export function makePrint({ say, explain }: Telling): Print {
  function print(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(print);
    if (typeof value !== "object" || value === null) return value;
    if (isSaying(value)) return say(value);
    const { saying, ...rest } = value as { readonly saying?: unknown };
    const shown = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, print(one)]));
    if (typeof saying !== "object" || saying === null || !isSaying(saying)) {
      return saying === undefined ? shown : { ...shown, saying: print(saying) };
    }
    return { ...shown, ...explain(saying) };
  }
  return print as Print;
}
