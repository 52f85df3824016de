import { expect, test } from "vitest";
import { makeDailyTokens } from "../../../src/llm/daily-tokens.ts";

test("what the chat may cost a day is used up, and is there again the next day", () => {
  let now = "2026-01-01T23:59:00Z";
  const daily = makeDailyTokens(100, () => new Date(now));
  daily.spend(99);
  expect(daily.isLeft()).toBe(true);
  daily.spend(1);
  expect(daily.isLeft()).toBe(false);
  now = "2026-01-02T00:00:00Z";
  expect(daily.isLeft()).toBe(true);
});
