// Schema steps carry over what is there: rows of the schema before are put in, the step runs, and what it says is held.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterEach, expect, it } from "vitest";
import { migrationsFolder } from "../../src/engine/store/database/apply-migrations.ts";

let database: PGlite | undefined;
afterEach(() => database?.close());

/** A database as it was before the named step, and the step to be run on it. */
async function before(tag: string): Promise<{ database: PGlite; step: () => Promise<void> }> {
  const journal = JSON.parse(await readFile(join(migrationsFolder, "meta/_journal.json"), "utf8"));
  const tags: string[] = journal.entries.map((entry: { tag: string }) => entry.tag);
  const made = await PGlite.create();
  database = made;
  const run = async (name: string) => {
    await made.exec(await readFile(join(migrationsFolder, `${name}.sql`), "utf8"));
  };
  for (const earlier of tags.slice(0, tags.indexOf(tag))) await run(earlier);
  return { database: made, step: () => run(tag) };
}

it("numbers runs and approvals that are there by their clocks, and new ones after them", async () => {
  const { database: old, step } = await before("0004_order");
  const run = (id: string, startedAt: string | null) =>
    old.query(
      `insert into run (id, migration_id, kind, environment, scope, state, progress, started_at)
       values ($1, 'm', 'full', 'production', '{}', 'done', '{}', $2)`,
      [id, startedAt],
    );
  const approval = (kind: string, at: string) =>
    old.query(
      `insert into approval (migration_id, kind, hash, role, actor_team, actor_user, at)
       values ('m', $1, 'h', 'customer', 'T', 'U', $2)`,
      [kind, at],
    );
  await approval("plan", "2026-03-01T10:00:00.000Z");
  await run("first", "2026-03-01T11:00:00.000Z");
  await run("never begun", null);
  await approval("rollback", "2026-03-01T12:00:00.000Z");
  await run("second", "2026-03-01T12:00:00.000Z");
  await approval("cutover", "2026-03-01T13:00:00.000Z");

  await step();
  await run("new", "1999-01-01T00:00:00.000Z");
  await approval("newest", "1998-01-01T00:00:00.000Z");

  const { rows } = await old.query<{ name: string }>(
    `select name from (select kind as name, number from approval union all select id, number from run) as both_kinds
     order by number`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...["plan", "first", "never begun", "rollback", "second", "cutover"],
    ...["new", "newest"],
  ]);
});

it("moves the settings of a migration out of its reports, the newest of each, and leaves other reports", async () => {
  const { database: old, step } = await before("0006_settings");
  await old.query(
    `insert into migration (id, key, title, created_by_team, created_by_user, created_at)
     select id, 'file:' || id, 'Acme', 'T', 'U', '2026-01-01T00:00:00Z' from unnest(array['m', 'n']) as id`,
  );
  const report = (name: string, revision: number, data: unknown) =>
    old.query(
      `insert into document (migration_id, kind, name, revision, hash, data) values ('m', 'report', $1, $2, 'h', $3)`,
      [name, revision, JSON.stringify(data)],
    );
  await report("source-identity", 1, { key: "old" });
  await report("source-identity", 2, { key: "new" });
  await report("workspaces", 1, { production: { id: "w" } });
  await report("delta-switch", 1, { on: false });
  await report("sample-diff", 1, { rows: [] });

  await step();
  const { rows } = await old.query("select id, source, workspaces, deltas from migration order by id");
  expect(rows).toEqual([
    {
      ...{ id: "m", source: { key: "new" }, workspaces: { production: { id: "w" } } },
      deltas: { on: false },
    },
    { id: "n", source: null, workspaces: null, deltas: null },
  ]);
  expect((await old.query("select name from document")).rows).toEqual([{ name: "sample-diff" }]);
});

it("needs nothing to be there", async () => {
  const { database: old, step } = await before("0004_order");
  await step();
  const { rows } = await old.query("select nextval('run_number_seq')::int as next");
  expect(rows).toEqual([{ next: 2 }]);
});
