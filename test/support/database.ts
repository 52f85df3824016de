// Fresh migrated databases for tests: PGlite in memory always, PostgreSQL when a server answers.
import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe } from "vitest";
import { migrationsFolder } from "../../src/engine/store/database/apply-migrations.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { openPglite } from "../../src/engine/store/database/open-pglite.ts";
import { openPostgres } from "../../src/engine/store/database/open-postgres.ts";

export interface TestDatabase {
  readonly database: Database;
  /** Of a PostgreSQL test database: for second openers and for pools. */
  readonly url?: string;
  /** Closes it; a PostgreSQL database is dropped. */
  drop(): Promise<void>;
}

/** The server to use; its `postgres` database is only visited to create others. */
export const serverUrl = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** True when a PostgreSQL server answers; otherwise tests run on PGlite only, and say so. */
export const postgresAnswers = await withServer(async (server) => {
  await server`select 1`;
  return true;
}).catch((error: unknown) => {
  console.warn(`No PostgreSQL answers (${String(error)}): database tests run on PGlite only.`);
  return false;
});

/** Runs a suite on every database; `database()` is fresh in each suite and shared by its tests. */
export function describeOnEachDatabase(name: string, suite: DatabaseSuite): void {
  describeOn(postgresAnswers ? ["pglite", "postgres"] : ["pglite"], name, suite);
}

/** What each database has to do for a long suite is held by tests of its own; PostgreSQL, which is quicker, where one answers. */
export const ONE_DATABASE: Database["kind"] = postgresAnswers ? "postgres" : "pglite";

export function describeOnOneDatabase(name: string, suite: DatabaseSuite): void {
  describeOn([ONE_DATABASE], name, suite);
}

/** One suite for a store and for its double: what a test's memory holds must be what a database would. */
export function describeOnEachStore<Store>(
  name: string,
  open: { readonly memory: () => Store; readonly database: (database: Database) => Store },
  suite: (store: () => Store) => void,
): void {
  const once = (make: () => Store) => {
    let store: Store | undefined;
    return () => {
      store ??= make();
      return store;
    };
  };
  describe(`${name} in memory`, () => suite(once(open.memory)));
  describeOnEachDatabase(name, (database) => suite(once(() => open.database(database()))));
}

type DatabaseSuite = (
  database: () => Database,
  kind: Database["kind"],
  url: () => string | undefined,
) => void;

function describeOn(kinds: readonly Database["kind"][], name: string, suite: DatabaseSuite): void {
  describe.each(kinds)(`${name} on %s`, (kind) => {
    let test: TestDatabase | undefined;
    beforeAll(async () => {
      test = await makeTestDatabase(kind);
    });
    afterAll(async () => {
      await test?.drop();
    });
    const ready = () => {
      if (test === undefined) throw new Error("The test database is not open yet: ask for it inside a test.");
      return test;
    };
    suite(
      () => ready().database,
      kind,
      () => ready().url,
    );
  });
}

/** A database of one's own, cloned from a migrated template. */
export async function makeTestDatabase(kind: Database["kind"]): Promise<TestDatabase> {
  if (kind === "postgres") return makePostgres();
  const database = await openPglite({ template: await loadPgliteTemplate(), program: "test" });
  return { database, drop: () => database.close() };
}

async function schemaDigest(): Promise<string> {
  const digest = createHash("sha256");
  for (const file of (await readdir(migrationsFolder)).filter((entry) => entry.endsWith(".sql")).sort()) {
    digest.update(await readFile(join(migrationsFolder, file)));
  }
  return digest.digest("hex").slice(0, 12);
}

/** A dump of a migrated PGlite, made once for each schema: a cold start costs seconds and a gigabyte. */
async function loadPgliteTemplate(): Promise<Blob> {
  const directory = join(tmpdir(), "cutover-test");
  const path = join(directory, `pglite-${await schemaDigest()}.tar`);
  const cached = await readFile(path).catch(() => undefined);
  if (cached !== undefined) return new Blob([cached]);
  const database = await openPglite({ program: "test" });
  const dump = await database.pglite?.dumpDataDir("none");
  await database.close();
  if (dump === undefined) throw new Error("PGlite gave no dump.");
  await mkdir(directory, { recursive: true });
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, Buffer.from(await dump.arrayBuffer()));
  await rename(mine, path);
  return dump;
}

async function makePostgres(): Promise<TestDatabase> {
  const template = `cutover_template_${await schemaDigest()}`;
  const name = `cutover_test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  await withServer(async (server) => {
    // A template can't be copied while somebody is in it, so one test file at a time is in here.
    await server`select pg_advisory_lock(4242)`;
    const [found] = await server`select 1 from pg_database where datname = ${template}`;
    if (found === undefined) {
      const half = `${template}_half`;
      await server`drop database if exists ${server(half)}`;
      await server`create database ${server(half)}`;
      await (await openPostgres({ databaseUrl: urlOf(half), program: "test" })).close();
      await server`alter database ${server(half)} rename to ${server(template)}`;
    }
    await server`create database ${server(name)} template ${server(template)}`;
    await dropForgotten(server);
  });
  const database = await openPostgres({ databaseUrl: urlOf(name), program: "test" });
  return {
    database,
    url: urlOf(name),
    async drop() {
      await database.close();
      await withServer((server) => server`drop database if exists ${server(name)} with (force)`);
    },
  };
}

/** Databases of test runs that were killed more than an hour ago. */
async function dropForgotten(server: postgres.Sql): Promise<void> {
  const rows = await server<{ datname: string }[]>`
    select datname from pg_database where datname like 'cutover_test_%'`;
  for (const { datname } of rows) {
    if (Number(datname.split("_")[2]) < Date.now() - 3_600_000) {
      await server`drop database if exists ${server(datname)} with (force)`;
    }
  }
}

function urlOf(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function withServer<Result>(work: (server: postgres.Sql) => PromiseLike<Result>): Promise<Result> {
  const server = postgres(serverUrl, { max: 1, connect_timeout: 3, onnotice: () => undefined });
  try {
    return await work(server);
  } finally {
    await server.end({ timeout: 3 });
  }
}
