// What every file of the repository keeps to: size, an opening line, and no trace of anybody's machine.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "./cruise-walls.ts";

interface TextFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = 300;
/** A home, root, temporary or work directory of some machine; `/` alone and a URL's path don't count. */
const MACHINE_PATH = /(?<![\w.:/}*-])\/(?:home|Users|root|tmp|work|mnt|var|opt|private)\/[\w.-]+/;
const REGISTRY =
  /registry\.npmjs\.org|registry\.yarnpkg\.com|npm\.pkg\.github\.com|\bregistry=|\bartifactory\b|\bverdaccio\b/i;
/** A type taken in passing by `import("…")` would be an import that the walls don't see. */
const HIDDEN_IMPORT = /(?<!await )(?<!=> )\bimport\("/;

const files: readonly TextFile[] = execFileSync("git", ["ls-files", "-z"], {
  cwd: repository,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && existsSync(`${repository}${path}`))
  .map((path) => ({ path, text: readFileSync(`${repository}${path}`, "utf8") }))
  .filter(({ text }) => !text.includes("\0"));

const source = files.filter(({ path }) => path.startsWith("src/") && /\.tsx?$/.test(path));
/** The rules name what they forbid. */
const others = files.filter(({ path }) => path !== "test/boundary/house-rules.test.ts");

const lineCount = (text: string) => text.split("\n").length - 1;
const breaking = (of: readonly TextFile[], breaks: (file: TextFile) => boolean) =>
  of.filter(breaks).map(({ path }) => path);

/** The first line, or the second below a `#!` line. */
function opensWithComment(text: string): boolean {
  const lines = text.split("\n");
  return /^\/\/ \S.{5,}/.test((lines[0]?.startsWith("#!") ? lines[1] : lines[0]) ?? "");
}

describe("every file of src", () => {
  it("is there to be looked at", () => {
    expect(source.length).toBeGreaterThan(200);
  });

  it(`has no more than ${MAX_LINES} lines`, () => {
    expect(breaking(source, ({ text }) => lineCount(text) > MAX_LINES)).toEqual([]);
  });

  it("opens with one line on what it is for", () => {
    expect(breaking(source, ({ text }) => !opensWithComment(text))).toEqual([]);
  });

  it("is named in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    expect(breaking(source, ({ path }) => !kebab.test(basename(path, extname(path))))).toEqual([]);
  });

  it("imports in the open, where the walls can see it", () => {
    expect(breaking(source, ({ text }) => HIDDEN_IMPORT.test(text))).toEqual([]);
  });

  it("lies in a folder of no more than 24", () => {
    const sizes = Map.groupBy(source, ({ path }) => dirname(path));
    expect([...sizes].filter(([, own]) => own.length > 24).map(([folder]) => folder)).toEqual([]);
  });

  it("promises nothing for later", () => {
    expect(
      breaking(source, ({ text }) => /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck)/.test(text)),
    ).toEqual([]);
  });
});

describe("every pure room", () => {
  const pure =
    /^src\/(engine\/(model|values|field-map|transform|converge)|words|bot\/(conversation|steps|cards|blocks))\//;

  it("reads no clock, no chance, no environment, and prints nothing", () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(|\bperformance\.|\bprocess\.|\bconsole\.|\bset(Timeout|Interval|Immediate)\(|\bfetch\(/;
    const rooms = source.filter(({ path }) => pure.test(path));
    expect(rooms.length).toBeGreaterThan(50);
    expect(breaking(rooms, ({ text }) => impure.test(text))).toEqual([]);
  });
});

describe("every file of the repository", () => {
  it("names no directory of a machine", () => {
    expect(breaking(others, ({ text }) => MACHINE_PATH.test(text))).toEqual([]);
  });

  it("names no package registry", () => {
    expect(breaking(others, ({ text }) => REGISTRY.test(text))).toEqual([]);
  });

  it("would be caught if it broke a rule", () => {
    expect(MACHINE_PATH.test(`cd ${"/home"}/someone/cutover`)).toBe(true);
    expect(MACHINE_PATH.test("https://example.com/home/page and src/work/x and a /tmp")).toBe(false);
    expect(REGISTRY.test(`"resolved": "https://registry.${"npmjs"}.org/zod"`)).toBe(true);
    expect(HIDDEN_IMPORT.test('type A = import("../engine/stages/load.ts").A;')).toBe(true);
    expect(HIDDEN_IMPORT.test('const a = await import("./a.ts");')).toBe(false);
    expect(opensWithComment("import a;\n")).toBe(false);
    expect(opensWithComment("#!/usr/bin/env node\n// Starts it.\n")).toBe(true);
  });
});
