// The same thing said once.

/** Sayings are equal when their codes and arguments are; the first of them stays in its place. */
export function distinct<T>(sayings: readonly T[]): readonly T[] {
  return [...new Map(sayings.map((saying) => [JSON.stringify(saying), saying])).values()];
}
