// How alike two names are, 0 to 1: Dice over their words, helped by Jaro-Winkler for spelling.

/** Words without accents, case and punctuation; words that say nothing in team and board names are left out. */
function tokensOf(text: string): readonly string[] {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

const EMPTY_WORDS = new Set([
  "the",
  "a",
  "of",
  "and",
  "team",
  "board",
  "group",
  "queue",
  "und",
  "das",
  "der",
  "die",
]);

/**
 * True when both are the same person's name: the same words in any order, whatever the accents ("Jörg" is "Joerg").
 * One different letter makes another person: Maria is not Marta.
 */
export function isSameName(left: string, right: string): boolean {
  const words = (name: string) =>
    tokensOf(
      name
        .replace(/ß/g, "ss")
        .replace(/ı/g, "i")
        .replace(/\b(?:dr|prof|mr|mrs|ms|herr|frau)\b\.?/giu, ""),
    )
      .map((word) => word.replace(/([aou])e/g, "$1"))
      .toSorted()
      .join(" ");
  return words(left) === words(right) && words(left) !== "";
}

/** True when `short` abbreviates `long`: `NOC`, `L2`, `Fld Svc`, `K. Ito`. */
export function isAbbreviation(short: string, long: string): boolean {
  const [a, b] = [tokensOf(short), tokensOf(long)];
  const [only] = a;
  if (a.length === 1 && only !== undefined && b.length > 1)
    return only.length > 1 && only === b.map((word) => (/^\d+$/.test(word) ? word : word.charAt(0))).join("");
  if (a.length !== b.length || a.join("") === b.join("")) return false;
  return a.every((word, at) => {
    const whole = b[at] ?? "";
    return word === whole || (word.length < whole.length && isWithin(word, whole));
  });
}

/** True when the letters of `word` stand in `whole`, in order, from its first on. */
function isWithin(word: string, whole: string): boolean {
  if (word.charAt(0) !== whole.charAt(0)) return false;
  let at = 0;
  for (const character of whole) if (character === word[at]) at += 1;
  return at === word.length;
}

/** Each word's best partner counts, in both directions; `Help Desk` and `Helpdesk` are the same. */
export function similarity(left: string, right: string): number {
  const [a, b] = [tokensOf(left), tokensOf(right)];
  if (a.length === 0 || b.length === 0) return 0;
  const joined = jaroWinkler(a.join(""), b.join(""));
  if (joined === 1) return 1;
  const best = (word: string, others: readonly string[]) => {
    const score = Math.max(...others.map((other) => jaroWinkler(word, other)));
    return score >= 0.85 ? score : 0;
  };
  const total = sum(a.map((word) => best(word, b))) + sum(b.map((word) => best(word, a)));
  // Different names often start alike, so spelling alone weighs less than shared words.
  return Math.max(total / (a.length + b.length), joined >= 0.93 ? joined * 0.95 : 0);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Jaro-Winkler similarity of two words, 0 to 1. */
function jaroWinkler(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  if (left === right) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const reach = Math.max(Math.floor(Math.max(a.length, b.length) / 2) - 1, 0);
  const taken = new Set<number>();
  const matchedLeft: string[] = [];
  for (const [at, character] of a.entries()) {
    for (let to = Math.max(0, at - reach); to <= Math.min(b.length - 1, at + reach); to += 1) {
      if (taken.has(to) || b[to] !== character) continue;
      taken.add(to);
      matchedLeft.push(character);
      break;
    }
  }
  const common = matchedLeft.length;
  if (common === 0) return 0;
  const matchedRight = b.filter((_, at) => taken.has(at));
  const swaps = matchedLeft.filter((character, at) => character !== matchedRight[at]).length / 2;
  const jaro = (common / a.length + common / b.length + (common - swaps) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

export interface Match<T> {
  readonly item: T;
  readonly score: number;
  /** Lead over the second best. */
  readonly margin: number;
}

/** The best of the candidates with its lead; undefined when there are none. */
export function bestMatch<T>(
  name: string,
  items: readonly T[],
  nameOf: (item: T) => string,
): Match<T> | undefined {
  const ranked = items
    .map((item) => ({ item, score: similarity(name, nameOf(item)) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = ranked;
  return first && { ...first, margin: first.score - (second?.score ?? 0) };
}
