// Records put aside until the outcome of a write of theirs is known.
import { expect, test } from "vitest";
import { Aside } from "../../../../src/engine/stages/load/deferred-records.ts";

const ticket = (id: string) => ({ type: "ticket", id }) as const;

test("hands out those that need not wait any longer, each once", () => {
  const aside = new Aside();
  for (const id of ["1", "2", "3"]) aside.put(ticket(id));
  expect(aside.take(new Set(["ticket:2"]))).toEqual(["1", "3"]);
  expect(aside.size).toBe(1);
  expect(aside.has(ticket("2"))).toBe(true);
  expect(aside.take(new Set())).toEqual(["2"]);
  expect(aside.take(new Set())).toEqual([]);
});

test("puts one record aside a few times, then asks for a person: something eats its writes", () => {
  const aside = new Aside();
  for (let times = 0; times < 7; times += 1) {
    aside.put(ticket("1"));
    aside.take(new Set());
  }
  expect(() => aside.put(ticket("1"))).toThrow(expect.objectContaining({ code: "answers_lost" }));
  expect(() => aside.put(ticket("2"))).not.toThrow();
});
