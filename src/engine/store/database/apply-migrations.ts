// Brings a database to the schema of this program, and refuses one that a newer program has changed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { RefusedError } from "../../errors.ts";
import { type Drizzle, executeRaw } from "./database.ts";

export const migrationsFolder = fileURLToPath(new URL("../../../../drizzle/migrations", import.meta.url));

interface JournalEntry {
  readonly when: number;
  readonly tag: string;
}

/** Runs drizzle's migrator between the check and the note of who was here; the caller holds the lock. */
export async function applyMigrations(
  drizzle: Drizzle,
  program: string,
  migrate: (folder: string) => Promise<void>,
): Promise<void> {
  const journal = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, "utf8")) as {
    readonly entries: readonly JournalEntry[];
  };
  const newest = journal.entries.reduce((latest, entry) => (entry.when > latest.when ? entry : latest));
  await refuseNewer(drizzle, program, journal.entries);
  await migrate(migrationsFolder);
  await executeRaw(
    drizzle,
    sql`insert into program (name, schema_tag, opened_at) values (${program}, ${newest.tag}, now())
        on conflict (name) do update set schema_tag = excluded.schema_tag, opened_at = excluded.opened_at`,
  );
}

async function refuseNewer(drizzle: Drizzle, program: string, known: readonly JournalEntry[]): Promise<void> {
  const [table] = await executeRaw<{ found: boolean }>(
    drizzle,
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`,
  );
  if (!table?.found) return;
  const newest = Math.max(...known.map((entry) => entry.when));
  const [newer] = await executeRaw<{ steps: number }>(
    drizzle,
    sql`select count(*)::int as steps from drizzle.__drizzle_migrations where created_at > ${newest}`,
  );
  if (newer === undefined || newer.steps === 0) return;
  const [by] = await executeRaw<{ name: string }>(
    drizzle,
    sql`select name from program where schema_tag not in ${known.map((entry) => entry.tag)}
        order by opened_at desc limit 1`,
  );
  throw new RefusedError({
    code: "database_newer",
    args: { steps: newer.steps, program, ...(by === undefined ? {} : { by: by.name }) },
  });
}
