// Finds what a person means by a name: the very name, a near one with a lead, or several to choose from.
import { similarity } from "../offline/similarity.ts";

export type Found<T> =
  | { readonly kind: "found"; readonly items: readonly T[]; readonly score: number }
  | { readonly kind: "which"; readonly names: readonly string[] }
  | { readonly kind: "unknown" };

const LIKE = 0.72;
const MAYBE = 0.5;
const MARGIN = 0.1;
/** A part of a name that names nothing else: "Tom" of "Tom Okafor". */
const PART = 0.82;
const ASKED_ABOUT = 5;

const plainOf = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function scoreOf(said: string, name: string): number {
  const [a, b] = [plainOf(said), plainOf(name)];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const words = new Set(b.split(" "));
  const isPart = a.split(" ").every((word) => word.length > 2 && words.has(word));
  // Below 1, so that the very name always wins over one that merely looks the same.
  return Math.min(0.98, Math.max(similarity(said, name), isPart ? PART : 0));
}

/** All items of the best name (a status may be on several boards), if no other name comes close. */
export function findByName<T>(
  said: string,
  items: readonly T[],
  namesOf: (item: T) => readonly string[],
): Found<T> {
  const byName = new Map<string, { name: string; score: number; items: T[] }>();
  for (const item of items)
    for (const name of namesOf(item)) {
      const key = plainOf(name) || name;
      const known = byName.get(key) ?? { name, score: scoreOf(said, name), items: [] };
      known.items.push(item);
      byName.set(key, known);
    }
  const ranked = [...byName.values()].toSorted((a, b) => b.score - a.score);
  const [first, ...others] = ranked;
  if (!first || first.score < MAYBE) return { kind: "unknown" };
  const rival = others.find(({ items: theirs }) => theirs.some((item) => !first.items.includes(item)));
  const leads = first.score - (rival?.score ?? 0) >= MARGIN || first.score === 1;
  if (first.score >= LIKE && leads) return { kind: "found", items: first.items, score: first.score };
  const close = ranked.filter(({ score }) => score >= MAYBE && first.score - score < 2 * MARGIN);
  return { kind: "which", names: close.slice(0, ASKED_ABOUT).map(({ name }) => name) };
}
