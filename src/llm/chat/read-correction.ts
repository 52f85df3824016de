// Reads a correction of the map out of a sentence, clause by clause, without a model.
import { applyChange, type MapChange } from "../../engine/field-map/change.ts";
import { type Pieces, takeApart } from "./clauses.ts";
import type { Correctable, Correction, Unclear } from "./correction.ts";
import { findContradictions } from "./find-contradictions.ts";
import {
  deniesKnown,
  isPleasant,
  isSecondThought,
  isTurnedRound,
  makeHideNames,
  supposes,
} from "./guard-wish.ts";
import { makeLookUp } from "./look-up.ts";
import { pairLists } from "./pair-lists.ts";
import { leadOf, readClause, type Wish } from "./read-clause.ts";
import { type Reading, resolveWish } from "./resolve-wish.ts";

/** A wish spans at most this many pieces: a name may hold commas and "and". */
const SPAN = 4;
const MAX_CHANGES = 200;

interface Best {
  readonly reading: Reading;
  readonly wish: Wish;
  /** Index of its last piece. */
  readonly last: number;
}

function join({ texts, separators }: Pieces, from: number, to: number): string {
  let text = texts[from] ?? "";
  for (let index = from; index < to; index += 1)
    text += `${separators[index] ?? " "}${texts[index + 1] ?? ""}`;
  return text;
}

/** Index of each sentence's pieces that only suppose or ask something. */
function findSupposed({ texts, separators }: Pieces, hideNames: (text: string) => string): Set<number> {
  const supposed = new Set<number>();
  let from = 0;
  for (const [at] of texts.entries()) {
    const end = separators[at] ?? "";
    if (!/[.!?\n]/.test(end) && at < texts.length - 1) continue;
    if (supposes(texts.slice(from, at + 1).map(hideNames), end))
      for (let piece = from; piece <= at; piece += 1) supposed.add(piece);
    from = at + 1;
  }
  return supposed;
}

/** True for a text of suppositions and questions alone: no reader of it should change anything. */
export function onlySupposes(text: string, about: Correctable): boolean {
  const pieces = takeApart(text);
  const supposed = findSupposed(pieces, makeHideNames(about));
  return pieces.texts.every((piece, at) => supposed.has(at) || !/[\p{L}\p{N}]/u.test(piece));
}

/**
 * Undefined where nothing in the text reads as a correction: it is something else then. Every wish is carried out or
 * named as unclear; what supposes, asks, denies or contradicts itself changes nothing.
 */
export function readCorrection(text: string, about: Correctable): Correction | undefined {
  const pieces = takeApart(text);
  const look = makeLookUp(about, pieces.restore);
  const hideNames = makeHideNames(about);
  const supposed = findSupposed(pieces, hideNames);

  function bestFrom(start: number, lead: string): Best | undefined {
    let best: Best | undefined;
    for (let last = start; last < Math.min(start + SPAN, pieces.texts.length); last += 1) {
      if (supposed.has(last)) break;
      for (const wish of readClause(`${lead}${join(pieces, start, last)}`)) {
        const reading = resolveWish(look, wish);
        if (reading.score > (best?.reading.score ?? 0)) best = { reading, wish, last };
      }
    }
    return best;
  }

  const done: { readonly said: string; readonly changes: readonly MapChange[] }[] = [];
  const unclear: Unclear[] = [];
  const rest: string[] = [];
  const doubt = (said: string) => unclear.push({ kind: "rest", said: pieces.restore(said) });
  let lead = "";
  for (let at = 0; at < pieces.texts.length; at += 1) {
    const piece = pieces.texts[at] ?? "";
    if (!/[\p{L}\p{N}\uE000]/u.test(piece)) continue;
    // What was said before is taken back by it: which part, only the person knows.
    if (isSecondThought(piece) && done.length + unclear.length > 0)
      return {
        changes: [],
        unclear: [{ kind: "rest", said: pieces.restore(join(pieces, 0, pieces.texts.length - 1)) }],
      };
    const plain = supposed.has(at) ? undefined : bestFrom(at, "");
    const carried =
      lead && !supposed.has(at) && (plain?.reading.score ?? 0) < 0.6 ? bestFrom(at, `${lead} `) : undefined;
    const best = (carried?.reading.changes.length ?? 0) > 0 ? carried : plain;
    const paired = best && pairLists(look, best.wish, pieces.texts.slice(best.last + 1));
    const last = (best?.last ?? at) + (paired?.taken ?? 0);
    const span = join(pieces, at, last);
    const hidden = hideNames(span);
    if (!best) {
      if (!supposed.has(at) && deniesKnown(hidden)) doubt(span);
      else rest.push(pieces.restore(piece));
      continue;
    }
    if (isTurnedRound(best.wish, hidden, hideNames) || (paired && !paired.changes)) doubt(span);
    else if (paired?.changes) done.push({ said: span, changes: paired.changes });
    else {
      if (best.reading.changes.length > 0) done.push({ said: span, changes: best.reading.changes });
      unclear.push(...best.reading.unclear);
    }
    lead = leadOf(best.wish);
    at = last;
  }
  if (done.length === 0 && unclear.length === 0) return undefined;
  const torn = findContradictions(done.map(({ changes }) => changes));
  for (const [index, { said }] of done.entries()) if (torn.has(index)) doubt(said);
  const changes = done.flatMap((one, index) => (torn.has(index) ? [] : one.changes));
  return {
    changes: telling(changes, about).slice(0, MAX_CHANGES),
    unclear: [
      ...unclear,
      ...rest.filter((piece) => !isPleasant(piece)).map((said) => ({ kind: "rest", said }) as const),
    ],
  };
}

/** A board that gets a team is moved; a change that leaves its row as it was is none, unless all are such. */
function telling(changes: readonly MapChange[], { map }: Correctable): readonly MapChange[] {
  const whole = changes.flatMap((change): MapChange[] => {
    if (change.kind !== "set-board-team") return [change];
    const stays = map.boards.some((board) => board.boardId === change.boardId && !board.migrate);
    return stays ? [{ kind: "set-board-migrate", boardId: change.boardId, migrate: true }, change] : [change];
  });
  const known = new Set<string>();
  return whole.filter((change) => {
    const key = JSON.stringify(change);
    if (known.has(key) || applyChange(map, change) === map) return false;
    known.add(key);
    return true;
  });
}
