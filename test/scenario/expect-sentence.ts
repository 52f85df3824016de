// What every refusal of the command line must look like.
import { expect } from "vitest";
import type { Ended } from "./cli-program.ts";

/** A sentence that says what to do, and nothing that only a programmer reads. */
export function expectSentence(ended: Ended, code: number, says: RegExp): void {
  expect(ended.error).toMatch(says);
  expect(ended).toMatchObject({ code, out: "" });
  expect(ended.error).not.toMatch(/\n\s+at |node:internal|Error:|undefined/);
  expect(ended.error.trim().split("\n").length).toBeGreaterThan(1);
}
