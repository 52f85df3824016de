// Every row of every table as text: for looking for what must not be there.
import { sql } from "drizzle-orm";
import type { Database } from "../../src/engine/store/database/database.ts";

/** By table, `schema.name`; tables without rows are left out. */
export async function dumpDatabase(database: Database): Promise<ReadonlyMap<string, string>> {
  const tables = await database.execute<{ schema: string; name: string }>(
    sql`select table_schema as schema, table_name as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const dumped = new Map<string, string>();
  for (const { schema, name } of tables) {
    const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
    const rows = await database.execute<{ line: string }>(sql`select one::text as line from ${table} as one`);
    if (rows.length > 0) dumped.set(`${schema}.${name}`, rows.map(({ line }) => line).join("\n"));
  }
  return dumped;
}
