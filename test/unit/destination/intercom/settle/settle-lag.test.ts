// How soon an absence is believed, from what search has shown of our own conversations.
import { describe, expect, test } from "vitest";
import {
  believableAgeMs,
  SearchLag,
} from "../../../../../src/engine/destination/intercom/settle/settle-lag.ts";

const MAXIMUM = 300_000;
const second = (n: number) => n * 1000;

/** Conversations a, b, c … written one a second from `start`. */
function lagWith(start: number, ids: readonly string[]): SearchLag {
  const lag = new SearchLag();
  for (const [index, id] of ids.entries()) lag.wrote(id, start + second(index));
  return lag;
}

/** Looks once and is shown these. */
function look(lag: SearchLag, now: number, shown: readonly string[]): readonly string[] {
  const ids = lag.toLookFor(now);
  lag.saw(new Set(shown), now, MAXIMUM);
  return ids;
}

describe("what is measured", () => {
  test("nothing, before three conversations of ours were seen", () => {
    const lag = lagWith(0, ["a", "b", "c"]);
    look(lag, second(4), ["a", "b"]);
    expect(lag.measuredSince(-1, second(4))).toBeUndefined();
    look(lag, second(5), ["c"]);
    expect(lag.measuredSince(-1, second(5))).toBe(second(4));
  });

  test("the slowest of those that were seen", () => {
    const lag = lagWith(0, ["a", "b", "c"]);
    look(lag, second(3), ["b", "c"]);
    look(lag, second(40), ["a"]);
    expect(lag.measuredSince(-1, second(40))).toBe(second(40));
  });

  test("at least as long as one that is still looked for has been missing", () => {
    const lag = lagWith(0, ["a", "b", "c", "d"]);
    look(lag, second(5), ["a", "b", "c"]);
    expect(lag.measuredSince(-1, second(60))).toBe(second(57));
  });

  test("nothing from conversations that are older than the lost write: indexing may have stalled since", () => {
    const lag = lagWith(0, ["a", "b", "c"]);
    look(lag, second(4), ["a", "b", "c"]);
    expect(lag.measuredSince(second(1), second(4))).toBeUndefined();
  });

  test("nothing from a conversation that never shows: somebody deleted it", () => {
    const lag = lagWith(0, ["a", "b", "c", "gone"]);
    look(lag, second(4), ["a", "b", "c"]);
    look(lag, MAXIMUM + second(10), []);
    expect(lag.measuredSince(-1, MAXIMUM + second(10))).toBe(second(4));
  });
});

describe("what is looked for", () => {
  test("the newest few, and the same until they are seen", () => {
    const lag = lagWith(0, ["a", "b", "c", "d", "e", "f", "g"]);
    expect(look(lag, second(10), ["g"])).toEqual(["g", "f", "e", "d", "c"]);
    expect(look(lag, second(12), [])).toEqual(["f", "e", "d", "c", "b"]);
    lag.wrote("h", second(13));
    expect(look(lag, second(14), [])).toEqual(["f", "e", "d", "c", "b"]);
  });

  test("nothing twice within a second, however many ask", () => {
    const lag = lagWith(0, ["a"]);
    expect(lag.toLookFor(second(2))).toEqual(["a"]);
    expect(lag.toLookFor(second(2) + 500)).toEqual([]);
    expect(lag.toLookFor(second(3))).toEqual(["a"]);
  });

  test("nothing where nothing was written", () => {
    expect(new SearchLag().toLookFor(0)).toEqual([]);
  });
});

describe("when absence is believed", () => {
  test("at the configured maximum while nothing was measured", () => {
    expect(believableAgeMs(undefined, MAXIMUM)).toBe(MAXIMUM);
  });

  test("at three times what was measured and a margin", () => {
    expect(believableAgeMs(second(4), MAXIMUM)).toBe(second(22));
  });

  test("never later than the maximum", () => {
    expect(believableAgeMs(second(200), MAXIMUM)).toBe(MAXIMUM);
    expect(believableAgeMs(0, 40)).toBe(40);
  });
});
