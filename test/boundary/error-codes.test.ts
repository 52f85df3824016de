// The runbook knows every code that can reach a person, and no code that can't.
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repository } from "./cruise-walls.ts";

const runbook = readFileSync(`${repository}docs/runbook.md`, "utf8");
const table = runbook.slice(runbook.indexOf("## What every code asks for"));
const documented = new Set(
  [...table.matchAll(/^\| *(`[^|]+?) *\|/gm)].flatMap(([, cell]) => codesIn(cell ?? "")),
);

const source = globSync("src/**/*.ts", { cwd: repository })
  .map((path) => readFileSync(`${repository}${path}`, "utf8"))
  .join("\n");
const thrown = new Set(
  [
    ...source.matchAll(
      /new (?:Retry|Wait|Skip|Ask|Abort|Settle|Input|Refused)Error\(\{[^{}]*?\bcode: "([a-z_]+)"/g,
    ),
  ].flatMap(([, code]) => (code === undefined ? [] : [code])),
);

function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([a-z_]+)`/g)].flatMap(([, code]) => (code === undefined ? [] : [code]));
}

describe("the runbook's table of codes", () => {
  it("has every code that the program throws", () => {
    expect(thrown.size).toBeGreaterThan(60);
    expect([...thrown].filter((code) => !documented.has(code)).toSorted()).toEqual([]);
  });

  it("has none that the program does not know", () => {
    expect([...documented].filter((code) => !source.includes(`"${code}"`)).toSorted()).toEqual([]);
  });
});
