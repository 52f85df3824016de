// The database as repositories, journal and jobs see it: drizzle over PGlite or PostgreSQL, with one kind of result.
import type { PGlite } from "@electric-sql/pglite";
import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Secret } from "../../model/secret.ts";

/** Drizzle's builder, on a connection or in a transaction; both drivers fit. */
export type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The little of a logger that this room needs; pino has it. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly drizzle: Drizzle;
  /** Set on PGlite: pg-boss talks to the same instance. */
  readonly pglite?: PGlite;
  /** Set on PostgreSQL: pg-boss and the locks hold connections of their own. */
  readonly url?: Secret;
  /** Raw SQL; cast bigint to text in it, as drivers differ there. */
  execute<Row>(query: SQL): Promise<readonly Row[]>;
  /** All or nothing. Inside, use `tx` only: PGlite has one connection, and a query beside `tx` would wait forever. */
  transaction<Result>(work: (tx: Drizzle) => Promise<Result>): Promise<Result>;
  /** Ends connections and gives the directory free. */
  close(): Promise<void>;
}

/** Rows of a raw query: PGlite answers `{ rows }`, postgres.js an array. */
export async function executeRaw<Row>(drizzle: Drizzle, query: SQL): Promise<readonly Row[]> {
  const answer: unknown = await drizzle.execute(query);
  if (Array.isArray(answer)) return [...(answer as Row[])];
  return (answer as { readonly rows: readonly Row[] }).rows;
}
