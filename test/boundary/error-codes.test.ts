// The runbook knows every code that can reach a person, and no code that can't.
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errors } from "../../src/words/en/sayings/errors.ts";
import { repository } from "./cruise-walls.ts";

const runbook = readFileSync(`${repository}docs/runbook.md`, "utf8");
const table = runbook.slice(runbook.indexOf("## What every code asks for"));
const documented = new Set(
  [...table.matchAll(/^\| *(`[^|]+?) *\|/gm)].flatMap(([, cell]) => codesIn(cell ?? "")),
);

const source = globSync("src/**/*.ts", { cwd: repository })
  .map((path) => readFileSync(`${repository}${path}`, "utf8"))
  .join("\n");
/** Shown under a code of Intercom's own, under the one of the error in it, or as what its reason says. */
const SHOWN_AS_ANOTHER = [
  "reference_gone",
  "tried_in_vain",
  "file_not_kept",
  "part_row_unreadable",
  "half_written",
  "note_undated",
  "told",
];
const thrown = new Set(Object.keys(errors).filter((code) => !SHOWN_AS_ANOTHER.includes(code)));

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([a-z_]+)`/g)].flatMap(([, code]) => (code === undefined ? [] : [code]));
}

describe("the runbook's table of codes", () => {
  it("has every code of the catalogue of errors", () => {
    expect(thrown.size).toBeGreaterThan(60);
    expect([...thrown].filter((code) => !documented.has(code)).toSorted()).toEqual([]);
  });

  it("has none that the program does not know", () => {
    expect([...documented].filter((code) => !source.includes(`"${code}"`)).toSorted()).toEqual([]);
  });
});
