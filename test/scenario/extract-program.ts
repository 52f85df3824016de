// One extraction as a process that can be killed: options as JSON in argv, everything real.
import { join } from "node:path";
import { openFolderBlobs } from "../../src/engine/blobs/folder-blobs.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import { extract } from "../../src/engine/stages/extract/extract.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import { makeMigrations } from "../../src/engine/store/migrations.ts";

export interface ExtractProgramOptions {
  readonly source: Parameters<typeof createConnectWiseSource>[0];
  readonly databaseUrl?: string | undefined;
  readonly dataDirectory: string;
  readonly migrationId: string;
  /** Requests a second. */
  readonly perSecond: number;
}

const options: ExtractProgramOptions = JSON.parse(process.argv[2] ?? "{}");
const { migrationId, dataDirectory, databaseUrl } = options;
const database = await openDatabase({
  ...(databaseUrl === undefined ? {} : { databaseUrl }),
  dataDirectory: join(dataDirectory, "database"),
  program: "extract",
});
await makeMigrations(database).findOrCreate({
  id: migrationId,
  key: `drill:${migrationId}`,
  title: "drill",
  createdBy: { team: "local", user: "drill" },
  createdAt: new Date().toISOString(),
});
const source = createConnectWiseSource(options.source, {
  pacing: { startPerSecond: options.perSecond, maxPerSecond: options.perSecond },
});
const { mode, resumed, exceptions } = await extract({
  ...{ source, migrationId, environment: "production" },
  staging: makeStaging(database),
  blobs: openFolderBlobs(join(dataDirectory, "files", migrationId)),
  clock: () => new Date(),
});
await source.close();
await database.close();
process.stdout.write(`${JSON.stringify({ mode, resumed, exceptions })}\n`);
process.exit(0);
