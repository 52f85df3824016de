// Opens PGlite, in a directory or in memory. It never calls fsync: it survives a killed process, not a power cut.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { AskError } from "../../errors.ts";
import { keepFolderPrivate } from "../../private-folder.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { type Database, executeRaw } from "./database.ts";
import { databaseError } from "./database-error.ts";
import { ownDirectory } from "./directory-owner.ts";
import { unpackPreparedFolder } from "./prepared-folder.ts";

/**
 * V8's optimizing compiler takes 600 MB for one function of PostgreSQL, its expression interpreter, and gains a
 * twentieth of the processor's time: so WebAssembly stays as the first compiler leaves it. The three flags belong
 * together: on the command line the first implies the others, here it doesn't.
 */
for (const flag of ["--liftoff-only", "--no-wasm-tier-up", "--no-wasm-dynamic-tiering"])
  setFlagsFromString(flag);

/** In memory without `dataDirectory`; `template` is a dump of a migrated database, for tests. */
export async function openPglite(options: {
  readonly dataDirectory?: string;
  readonly template?: Blob;
  readonly program: string;
}): Promise<Database> {
  const { dataDirectory } = options;
  const ownership = dataDirectory === undefined ? undefined : await ownDirectory(dataDirectory);
  try {
    const pglite = await create(options);
    const rows = drizzle(pglite);
    const database: Database = {
      kind: "pglite",
      drizzle: rows,
      pglite,
      execute: (query) => executeRaw(rows, query).catch(rethrow) as never,
      transaction: (work) => rows.transaction((tx) => work(tx)).catch(rethrow),
      async close() {
        if (!pglite.closed) await pglite.close();
        await ownership?.release();
      },
    };
    try {
      await applyMigrations(rows, options.program, (folder) => migrate(rows, { migrationsFolder: folder }));
    } catch (error) {
      await pglite.close();
      throw databaseError(error);
    }
    return database;
  } catch (error) {
    await ownership?.release();
    throw error;
  }
}

async function create(options: {
  readonly dataDirectory?: string;
  readonly template?: Blob;
}): Promise<PGlite> {
  const settings: PGliteOptions = options.template === undefined ? {} : { loadDataDir: options.template };
  if (options.dataDirectory === undefined) return PGlite.create(settings);
  const directory = join(options.dataDirectory, "database");
  try {
    if (options.template === undefined && !existsSync(directory)) await unpackPreparedFolder(directory);
    await keepFolderPrivate(directory);
    return await PGlite.create({ ...settings, dataDir: directory });
  } catch (error) {
    if (error instanceof AskError) throw error;
    throw new AskError({ code: "directory_unusable", args: { directory }, cause: error });
  }
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}
