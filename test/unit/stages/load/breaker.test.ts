// One record's refusal is its own; the same refusal on record after record is everybody's.

import { describe, expect, it } from "vitest";
import { type AskError, SkipError } from "../../../../src/engine/errors.ts";
import { Breaker } from "../../../../src/engine/stages/load/breaker.ts";
import { explained, prose } from "../../../support/in-words.ts";

const refusal = (route = "PUT /conversations/{id}", status = 400, code = "parameter_invalid") =>
  new SkipError({
    ...prose({ code, message: "Intercom said no.", remedy: "Look." }),
    refusal: { route, status },
  });
const missing = () => new SkipError({ code: "reference_missing", args: { type: "contact", id: "1" } });

/** `x` fails alike, `y` in another way, `.` makes it, `-` needs nothing, `m` refers to a missing record. */
function play(records: string): Breaker {
  const breaker = new Breaker();
  for (const record of records) {
    if (record === "x") breaker.failed(refusal(), false);
    else if (record === "y") breaker.failed(refusal("POST /conversations/{id}/reply", 413), false);
    else if (record === "m") breaker.failed(missing(), false);
    else breaker.passed(record === ".");
  }
  return breaker;
}

describe("a breaker", () => {
  it.each(["x", "xxxxx", "xxxxx...xxxxx", "xyxyxyxyxy", "mmmmmmmmmm", "x.x.x.x.x.x.x.x.x.x."])(
    "leaves %s alone",
    (records) => {
      expect(play(records).isTripped).toBe(false);
    },
  );

  it.each(["xxxxxx", "....xxxxxx", "x-x-x-x-x-x-", "xxxxx.xxxxx", "yxxxxxx", "xmxmxmxmxmx"])(
    "trips at %s",
    (records) => {
      expect(play(records).isTripped).toBe(true);
    },
  );

  it("does so within ten records when all are refused", () => {
    const breaker = new Breaker();
    let records = 0;
    while (!breaker.isTripped) {
      breaker.failed(refusal(), false);
      records += 1;
    }
    expect(records).toBeLessThanOrEqual(10);
  });

  it("counts no record that failed so before: a run goes on where a person resumed it", () => {
    const breaker = new Breaker();
    for (let n = 0; n < 20; n += 1) expect(breaker.failed(refusal(), true)).toBe(true);
    expect(breaker.isTripped).toBe(false);
  });

  it("says what Intercom said, where to look, and which conversations were begun, late ones among them", () => {
    const breaker = new Breaker();
    for (let n = 1; n <= 6; n += 1) expect(breaker.failed(refusal(), false, `${n}`)).toBe(true);
    expect(breaker.failed(refusal(), false, "7")).toBe(false);
    expect(breaker.failed(missing(), false)).toBe(true);
    expect(breaker.explain()).toMatchObject({ code: "refused_alike", recovery: "ask" });
    const { message, remedy } = explained(breaker.explain() as AskError);
    expect(message).toContain(
      "Intercom said no. Begun and still open in Intercom: conversations 1, 2, 3, 4, 5, 6, 7.",
    );
    expect(remedy).toContain("two active conversation attributes of one name");
  });

  it("calls it no move when most records failed, each in its own way", () => {
    expect(play("ymymym....").explain()).toMatchObject({ code: "most_refused" });
    expect(play("ymymy.....").explain()).toBeUndefined();
    expect(play("ymym").explain()).toBeUndefined();
  });
});
