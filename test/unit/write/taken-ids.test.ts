// Which ids can't be a lost write's, because another write of the same record stands for them.
import { expect, it } from "vitest";
import type { Applied, AppliedStep } from "../../../src/engine/model/operation.ts";
import { takenIds } from "../../../src/engine/write/settle.ts";

const steps = (...all: readonly (readonly [string, string, AppliedStep["state"]?])[]): Applied =>
  new Map(
    all.map(([step, destinationId, state = "done"]) => [
      step,
      { step, contentHash: "h", state, destinationId },
    ]),
  );

it("are those of the record's other parts that are done", () => {
  const applied = steps(["part:note:1", "11"], ["part:note:2", "12"], ["part:time:3", "13", "unknown"]);
  expect(takenIds(applied, "part:note:2")).toEqual(new Set(["11"]));
});

it("are not those of other sorts: a conversation may bear the number of its first part", () => {
  const applied = steps(["create", "1"], ["attributes", "1"], ["team", "2"]);
  expect(takenIds(applied, "part:note:1")).toEqual(new Set());
  expect(takenIds(undefined, "create")).toEqual(new Set());
});
