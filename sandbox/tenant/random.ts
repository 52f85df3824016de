// Chance that can be repeated: every part of the tenant draws from its own seeded stream.
import { seededRandom } from "../http/faults.ts";

export type Random = () => number;

/** A stream of its own for a seed and some keys, so that one record's draws never shift another's. */
export function randomFor(seed: number, ...keys: (string | number)[]): Random {
  let hash = (seed ^ 0x9e3779b9) >>> 0;
  for (const key of keys) {
    const text = String(key);
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  }
  return seededRandom(hash);
}

/** One of a non-empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.min(list.length - 1, Math.floor(random() * list.length))];
  if (one === undefined) throw new RangeError("pick needs a list with something in it");
  return one;
}

/** A whole number from low to high, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** A guid of version 4 shape, drawn from the stream. */
export function guidFrom(random: Random): string {
  const hex = (n: number) => Array.from({ length: n }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}
