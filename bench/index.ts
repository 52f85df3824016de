// `npm run bench` lists the benches with what each measures; `npm run bench NAME -- OPTIONS` runs one.
import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = (await readdir(here))
  .filter((file) => file.endsWith(".ts") && file !== "index.ts")
  .map((file) => file.slice(0, -3))
  .sort();
const [name, ...options] = process.argv.slice(2);

if (name !== undefined && names.includes(name)) {
  const bench = spawn(process.execPath, [...process.execArgv, `${here}${name}.ts`, ...options], {
    stdio: "inherit",
  });
  bench.once("close", (code) => process.exit(code ?? 1));
} else {
  if (name !== undefined) console.error(`There is no bench "${name}".\n`);
  console.log("npm run bench NAME -- OPTIONS, with NAME one of:");
  for (const each of names) console.log(`\n  ${each}\n${await describeBench(each)}`);
  process.exitCode = name === undefined ? 0 : 2;
}

/** The comment that a bench opens with. */
async function describeBench(each: string): Promise<string> {
  const lines = (await readFile(`${here}${each}.ts`, "utf8")).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return lines
    .slice(0, end)
    .map((line) => `    ${line.slice(2).trim()}`)
    .join("\n");
}
