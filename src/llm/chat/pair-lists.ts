// "Sales and Care go to Frontline and Engineering": the first to the first, the second to the second.
import type { MapChange } from "../../engine/field-map/change.ts";
import type { LookUp } from "./look-up.ts";
import type { Wish } from "./read-clause.ts";
import { resolveWish } from "./resolve-wish.ts";

/** Undefined changes: the lists don't pair up, and only the person knows who goes where. */
export interface PairedLists {
  readonly changes: readonly MapChange[] | undefined;
  /** How many of the following pieces belong to the second list. */
  readonly taken: number;
}

const NAMES = /\s*(?:,|&|\s(?:and|und|sowie)\s)\s*/iu;
const RESPECTIVELY = /\s+(?:respectively|jeweils|in that order|in dieser reihenfolge)$/iu;
const SURE = 0.8;

/** `following` are the pieces after the wish. Undefined where they hold no further team or admin. */
export function pairLists(look: LookUp, wish: Wish, following: readonly string[]): PairedLists | undefined {
  if (wish.what !== "pair") return undefined;
  const isTarget = (piece: string): boolean => {
    const board = look.boards(piece);
    if (board.kind === "found" && board.score === 1) return false;
    return [look.team(piece), look.admin(piece)].some((one) => one.kind === "found" && one.score >= SURE);
  };
  const pieces = following.map((piece) => piece.replace(RESPECTIVELY, ""));
  const end = pieces.findIndex((piece) => !isTarget(piece));
  const more = end < 0 ? pieces : pieces.slice(0, end);
  if (more.length === 0) return undefined;
  const rights = [wish.right, ...more];
  const lefts = wish.left.split(NAMES).filter(Boolean);
  if (lefts.length !== rights.length) return { changes: undefined, taken: more.length };
  const readings = lefts.map((left, index) =>
    resolveWish(look, { what: "pair", strong: true, left, right: rights[index] ?? "" }),
  );
  const isWhole = readings.every(({ changes }) => changes.length > 0);
  return { changes: isWhole ? readings.flatMap(({ changes }) => changes) : undefined, taken: more.length };
}
