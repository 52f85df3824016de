// What came first: runs and approvals are numbered by one sequence, whatever the clocks of several machines say.

/** Something that happened at its place in the order; what never happened is undefined. */
export interface Numbered {
  readonly number: number;
}

/** True when the first happened, and happened after the second, which may never have. */
export function isAfter(one: Numbered | undefined, other: Numbered | undefined): boolean {
  return one !== undefined && one.number > (other?.number ?? 0);
}
