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

it("needs nothing to be there", async () => {
  const { database: old, step } = await before("0004_order");
  await step();
  const { rows } = await old.query("select nextval('run_number_seq')::int as next");
  expect(rows).toEqual([{ next: 2 }]);
});
