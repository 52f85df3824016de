// Records put aside until the outcome of a write of theirs is known.
import { expect, test } from "vitest";
import { DeferredRecords } from "../../../../src/engine/stages/load/deferred-records.ts";

const ticket = (id: string) => ({ type: "ticket", id }) as const;

test("hands out those that need not wait any longer, each once", () => {
  const deferred = new DeferredRecords();
  for (const id of ["1", "2", "3"]) deferred.put(ticket(id));
  expect(deferred.take(new Set(["ticket:2"]))).toEqual(["1", "3"]);
  expect(deferred.size).toBe(1);
  expect(deferred.has(ticket("2"))).toBe(true);
  expect(deferred.take(new Set())).toEqual(["2"]);
  expect(deferred.take(new Set())).toEqual([]);
});

test("puts one record aside a few times, then asks for a person: something eats its writes", () => {
  const deferred = new DeferredRecords();
  for (let times = 0; times < 7; times += 1) {
    deferred.put(ticket("1"));
    deferred.take(new Set());
  }
  expect(() => deferred.put(ticket("1"))).toThrow(expect.objectContaining({ code: "answers_lost" }));
  expect(() => deferred.put(ticket("2"))).not.toThrow();
});
