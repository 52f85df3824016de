// Reads a correction of the map out of a sentence, clause by clause, without a model.
import { applyChange, type MapChange } from "../../engine/field-map/change.ts";
import { type Pieces, takeApart } from "./clauses.ts";
import type { Correctable, Correction, Unclear } from "./correction.ts";
import { makeLookUp } from "./look-up.ts";
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

/** Undefined where nothing in the text reads as a correction: it is something else then. */
export function readCorrection(text: string, about: Correctable): Correction | undefined {
  const pieces = takeApart(text);
  const look = makeLookUp(about, pieces.restore);

  function bestFrom(start: number, lead: string): Best | undefined {
    let best: Best | undefined;
    for (let last = start; last < Math.min(start + SPAN, pieces.texts.length); last += 1)
      for (const wish of readClause(`${lead}${join(pieces, start, last)}`)) {
        const reading = resolveWish(look, wish);
        if (reading.score > (best?.reading.score ?? 0)) best = { reading, wish, last };
      }
    return best;
  }

  const changes: MapChange[] = [];
  const unclear: Unclear[] = [];
  const rest: string[] = [];
  let lead = "";
  for (let at = 0; at < pieces.texts.length; at += 1) {
    if (!/[\p{L}\p{N}\uE000]/u.test(pieces.texts[at] ?? "")) continue;
    const plain = bestFrom(at, "");
    const carried = lead && (plain?.reading.score ?? 0) < 0.6 ? bestFrom(at, `${lead} `) : undefined;
    const best = (carried?.reading.changes.length ?? 0) > 0 ? carried : plain;
    if (!best) {
      rest.push(pieces.restore(pieces.texts[at] ?? ""));
      continue;
    }
    changes.push(...best.reading.changes);
    unclear.push(...best.reading.unclear);
    lead = leadOf(best.wish);
    at = best.last;
  }
  if (changes.length === 0 && unclear.length === 0) return undefined;
  const left = rest.filter((piece) => piece.split(" ").length > 2);
  return {
    changes: telling(changes, about).slice(0, MAX_CHANGES),
    unclear: [...unclear, ...left.map((said) => ({ kind: "rest", said }) as const)],
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
