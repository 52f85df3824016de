// Opens the database of this program: PostgreSQL when an address is given, else PGlite in the data directory.
import type { Secret } from "../../model/secret.ts";
import type { Database, Log } from "./database.ts";
import { openPostgres } from "./open-postgres.ts";

/**
 * Ready to use: owned (PGlite), migrated, checked. `program` names name and version, for refusals.
 * Throws RefusedError when another program owns the directory or a newer one changed the schema, AskError when
 * the database can't be reached or opened, InputError for an address that can't be read.
 */
export async function openDatabase(options: {
  readonly databaseUrl?: Secret | string | undefined;
  readonly dataDirectory: string;
  readonly program: string;
  readonly log?: Log | undefined;
}): Promise<Database> {
  const { databaseUrl, dataDirectory, program, log } = options;
  if (databaseUrl !== undefined) return openPostgres({ databaseUrl, program, log });
  // PGlite is a PostgreSQL in WebAssembly: some 200 MB that a program on a server's database does without.
  const { openPglite } = await import("./open-pglite.ts");
  return openPglite({ dataDirectory, program });
}
