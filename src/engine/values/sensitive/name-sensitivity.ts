// What a caption, column or question says about what it holds: the one place that every reader and the proposer ask.
import { namesPersonal } from "./names-personal.ts";
import { namesSecret } from "./names-secret.ts";
import { splitCaption } from "./split-caption.ts";

/**
 * `secret`: passwords, keys, codes of doors and alarms; never read, never staged. `personal`: protected data of people
 * (numbers of states, banks, insurers; health, birth, belief); never moved without a question.
 */
export type Sensitivity = "secret" | "personal";

/** A tenant's captions are few beside its records. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, Sensitivity | undefined>();

/** Pure, of any language and any way of joining words; undefined for what is harmless. */
export function nameSensitivity(caption: string): Sensitivity | undefined {
  if (remembered.has(caption)) return remembered.get(caption);
  const split = splitCaption(caption);
  const found = namesSecret(caption, split) ? "secret" : namesPersonal(split) ? "personal" : undefined;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(caption, found);
  return found;
}

export const namesASecret = (caption: string): boolean => nameSensitivity(caption) === "secret";
