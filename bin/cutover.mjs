#!/usr/bin/env node
// Starts src/main.ts by a Node that can read it: this one, or the one that was installed along with Cutover.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import(main);
} else {
  const node = join(dirname(createRequire(import.meta.url).resolve("node/package.json")), "bin", "node");
  if (!existsSync(node)) {
    console.error(
      `Cutover needs Node 24; this is ${process.versions.node}. Run \`npm ci\`, which brings one along.`,
    );
    process.exit(2);
  }
  const { status, signal } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(signal === null ? (status ?? 1) : 1);
}
