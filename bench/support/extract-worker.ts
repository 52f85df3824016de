// One extraction in a process of its own, so that its memory is its own: everything real, into the database named in argv.
import "../../src/start/keep-memory-low.ts";
import { randomUUID } from "node:crypto";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import { extract } from "../../src/engine/stages/extract/extract.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import { makeMigrations } from "../../src/engine/store/migrations.ts";
import type { ReadFigures } from "./read-figures.ts";

const { address, databaseUrl, dataDirectory, maxPerSecond } = JSON.parse(process.argv[2] ?? "{}");
const database = await openDatabase({
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
  dataDirectory,
  program: "bench",
});
const migrationId = randomUUID();
await makeMigrations(database).findOrCreate({
  id: migrationId,
  key: `bench:${migrationId}`,
  title: "bench",
  createdBy: { team: "local", user: "bench" },
  createdAt: new Date().toISOString(),
});
const staging = makeStaging(database);
const source = createConnectWiseSource(address, { pacing: { maxPerSecond } });
const opened = process.memoryUsage().rss / 1_048_576;
const began = performance.now();
const result = await extract({
  ...{ source, staging, migrationId },
  environment: "production",
  clock: () => new Date(),
});
const figures: ReadFigures = {
  seconds: (performance.now() - began) / 1000,
  peakMb: process.resourceUsage().maxRSS / 1024,
  openedMb: opened,
  cpuSeconds: process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  tickets: await staging.count(migrationId, "ticket"),
  ticketsWithNotes: await staging.count(migrationId, "notes"),
  exceptions: result.exceptions,
};
await source.close();
await database.close();
process.stdout.write(`${JSON.stringify(figures)}\n`);
process.exit(0);
