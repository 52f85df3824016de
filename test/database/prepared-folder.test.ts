// The empty database that a new data folder begins with: the one that PGlite would have made, only quicker.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  pgliteVersion,
  preparedFile,
  unpackPreparedFolder,
} from "../../src/engine/store/database/prepared-folder.ts";

describe("the prepared database", () => {
  let directory = "";

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "cutover-prepared-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it("is there for the installed version: `npm run db:prepare` renews it", async () => {
    expect(existsSync(preparedFile(await pgliteVersion()))).toBe(true);
  });

  it("has the settings, roles, databases and tables of one that PGlite makes", async () => {
    await unpackPreparedFolder(join(directory, "database"));
    const prepared = await PGlite.create(join(directory, "database"));
    const made = await PGlite.create();
    expect(await describeDatabase(prepared)).toEqual(await describeDatabase(made));
    await Promise.all([prepared.close(), made.close()]);
  });

  it("is nobody else's to read", async () => {
    const database = join(directory, "database");
    await unpackPreparedFolder(database);
    const entries = await readdir(database, { recursive: true, withFileTypes: true });
    const modes = new Set<number>([(await stat(database)).mode & 0o077]);
    for (const entry of entries) modes.add((await stat(join(entry.parentPath, entry.name))).mode & 0o077);
    expect([...modes]).toEqual([0]);
    expect(entries.length).toBeGreaterThan(900);
  });

  it("is unpacked whole or not at all: what a killed process left is begun anew", async () => {
    const database = join(directory, "database");
    await mkdir(`${database}.new/base`, { recursive: true });
    await writeFile(`${database}.new/PG_VERSION`, "1");
    await unpackPreparedFolder(database);
    expect(await readdir(directory)).toEqual(["database"]);
    const opened = await PGlite.create(database);
    expect((await opened.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await opened.close();
  });
});

async function describeDatabase(database: PGlite): Promise<unknown> {
  const ask = async (query: string) => (await database.query(query)).rows;
  return {
    settings: await ask(
      "select name, setting from pg_settings where name not in ('data_directory', 'config_file', 'hba_file', 'ident_file') order by name",
    ),
    roles: await ask("select rolname, rolsuper, rolcanlogin from pg_roles order by rolname"),
    databases: await ask("select datname, encoding, datcollate, datctype from pg_database order by datname"),
    relations: await ask("select relname from pg_class where relkind in ('r', 'v') order by relname"),
  };
}
