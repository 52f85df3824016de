// The shortcut through drizzle's files finds what Node would have found.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const drizzle = fileURLToPath(new URL("../../../node_modules/drizzle-orm/", import.meta.url));

describe("drizzle's files", () => {
  const files = globSync("**/*.js", { cwd: drizzle });

  it("are modules, as the shortcut says", () => {
    expect(files.length).toBeGreaterThan(300);
    expect(JSON.parse(readFileSync(`${drizzle}package.json`, "utf8"))).toMatchObject({ type: "module" });
    expect(globSync("*/**/package.json", { cwd: drizzle })).toEqual([]);
  });

  it("name each other by the whole path", () => {
    const named = files.flatMap((file) =>
      [...readFileSync(`${drizzle}${file}`, "utf8").matchAll(/\bfrom "(\.{1,2}\/[^"]+)"/g)].map(
        ([, path]) => ({ file, path: path ?? "" }),
      ),
    );
    expect(named.length).toBeGreaterThan(500);
    expect(named.filter(({ path }) => !path.endsWith(".js"))).toEqual([]);
  });
});
