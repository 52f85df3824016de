// Opens PostgreSQL through postgres.js; migrations run on one reserved connection under an advisory lock.
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { AskError, InputError, RetryError } from "../../errors.ts";
import { Secret } from "../../model/secret.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { type Database, executeRaw, type Log } from "./database.ts";
import { databaseError } from "./database-error.ts";

/** Any number; all programs of one database wait on it while one of them migrates. */
const MIGRATION_LOCK = 7_215_530_417;

/** Notices ("already exists, skipping") are no news; a dead connection is noticed within the time-out. */
export const CONNECTION: postgres.Options<Record<string, never>> = {
  onnotice: () => undefined,
  connect_timeout: 10,
};

export async function openPostgres(options: {
  readonly databaseUrl: Secret | string;
  readonly program: string;
  readonly log?: Log | undefined;
}): Promise<Database> {
  const url = typeof options.databaseUrl === "string" ? new Secret(options.databaseUrl) : options.databaseUrl;
  const place = placeOf(url);
  await migrateAlone(url, options.program, place);
  const client = postgres(url.reveal(), { ...CONNECTION, max: 8 });
  const rows = drizzle(client);
  options.log?.info({ database: place }, "PostgreSQL is open");
  return {
    kind: "postgres",
    drizzle: rows,
    url,
    execute: (query) => executeRaw(rows, query).catch(rethrow) as never,
    transaction: (work) => rows.transaction((tx) => work(tx)).catch(rethrow),
    close: () => client.end({ timeout: 5 }),
  };
}

async function migrateAlone(url: Secret, program: string, place: string): Promise<void> {
  const client = postgres(url.reveal(), { ...CONNECTION, max: 1, max_lifetime: null });
  try {
    const rows = drizzle(client);
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await applyMigrations(rows, program, (folder) => migrate(rows, { migrationsFolder: folder }));
  } catch (error) {
    throw openingError(error, place);
  } finally {
    // The lock ends with its connection.
    await client.end({ timeout: 5 });
  }
}

/** Host, port and database name, for sentences; never user or password. Throws InputError. */
function placeOf(url: Secret): string {
  try {
    const { hostname, port, pathname } = new URL(url.reveal());
    return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
  } catch {
    throw new InputError({ code: "invalid_database_url" });
  }
}

/** At the start nobody waits for a database to come back: a person is told. */
function openingError(error: unknown, place: string): unknown {
  const ours = databaseError(error);
  if (!(ours instanceof RetryError)) return ours;
  return new AskError({ code: "database_down", args: { place, error: ours.saying }, cause: ours.cause });
}

function rethrow(error: unknown): never {
  throw databaseError(error);
}
