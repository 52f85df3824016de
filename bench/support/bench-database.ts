// A database of a bench's own: PostgreSQL's is created and dropped, PGlite's is a temporary directory.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { Database } from "../../src/engine/store/database/database.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";

const SERVER = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

export interface BenchDatabase {
  readonly database: Database;
  /** For further processes; PostgreSQL only. */
  readonly url?: string;
  drop(): Promise<void>;
}

export async function openBenchDatabase(kind: "pglite" | "postgres"): Promise<BenchDatabase> {
  if (kind === "pglite") {
    const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-bench-"));
    const database = await openDatabase({ dataDirectory, program: "bench" });
    return {
      database,
      drop: async () => {
        await database.close();
        await rm(dataDirectory, { recursive: true, force: true });
      },
    };
  }
  const name = `cutover_bench_${process.pid}`;
  const server = postgres(SERVER, { max: 1, onnotice: () => undefined });
  await server.unsafe(`drop database if exists ${name}`);
  await server.unsafe(`create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  const database = await openDatabase({ databaseUrl: url.href, dataDirectory: ".", program: "bench" });
  return {
    database,
    url: url.href,
    drop: async () => {
      await database.close();
      await server.unsafe(`drop database if exists ${name} with (force)`);
      await server.end();
    },
  };
}
