// One of several processes that load into one workspace: says when it is ready, waits for the word, prints its figures.

import { once } from "node:events";
import { createInterface } from "node:readline";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { loadOnce } from "./load-once.ts";

const { databaseUrl, ...options } = JSON.parse(process.argv[2] ?? "{}");
const database = await openDatabase({ databaseUrl, dataDirectory: ".", program: "bench worker" });
const input = createInterface({ input: process.stdin });
const figures = await loadOnce({
  database,
  ...options,
  onStart: async () => {
    process.stdout.write("ready\n");
    await once(input, "line");
  },
});
process.stdout.write(`${JSON.stringify(figures)}\n`);
input.close();
await database.close();
process.exit(0);
