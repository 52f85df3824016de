// The journal's database alone: outcomes share commits, two processes share rows, and an outage is waited out.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { RetryError } from "../../src/engine/errors.ts";
import type { JournalScope } from "../../src/engine/journal/journal.ts";
import { type OpenJournal, openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Action } from "../../src/engine/model/action.ts";
import type { JournalRef, Operation } from "../../src/engine/model/operation.ts";
import { executeRaw } from "../../src/engine/store/database/database.ts";
import { describeOnEachDatabase } from "../support/database.ts";
import { prose } from "../support/in-words.ts";

const at = new Date("2026-11-24T09:00:00.123Z");
const action: Action = { kind: "set-state", conversationId: "c", actingAdminId: "a", state: "closed" };
const ticket = (id: string): JournalRef => ({ type: "ticket", id });
const outcome = (destinationId: string, created = true) => ({ destinationId, created });

function operation(source: JournalRef, step: string, contentHash: string): Operation {
  return { source, step, contentHash, build: () => action };
}

let migrations = 0;

describeOnEachDatabase("the journal's database", (database) => {
  let journal: OpenJournal;
  let scope: JournalScope;
  beforeEach(() => {
    journal = openJournal(database(), { wait: async () => undefined });
    migrations += 1;
    scope = { migrationId: `m${migrations}`, environment: "production" };
  });

  async function intendOne(source: JournalRef, step: string, hash: string, runId = "run"): Promise<string> {
    const [intent] = await journal.intend(scope, runId, [operation(source, step, hash)]);
    if (intent === undefined) throw new Error("There was nothing to intend.");
    return intent.id;
  }
  async function doOne(source: JournalRef, step: string, hash: string, destinationId = "d"): Promise<string> {
    const id = await intendOne(source, step, hash);
    await journal.sent(id, action, at);
    await journal.done(id, outcome(destinationId), at);
    return id;
  }

  it("forgets the action of what is done", async () => {
    const id = await doOne(ticket("1"), "create", "h1");
    const rows = await database().execute<{ action: unknown }>(
      sql`select action from operation where id = ${id}::bigint`,
    );
    expect(rows).toEqual([{ action: null }]);
  });

  it("shares commits among callers of one moment, and says so only when durable", async () => {
    const operations = Array.from({ length: 300 }, (_, n) => operation(ticket(String(n)), "create", "h"));
    const intents = await journal.intend(scope, "run", operations);
    await Promise.all(intents.map(({ id }) => journal.sent(id, action, at)));
    await Promise.all(intents.map(({ id }) => journal.done(id, outcome(`c${id}`), at)));
    expect(journal.figures).toEqual({ commits: 2, items: 600 });
    expect(await journal.countByState(scope)).toMatchObject({ done: 300 });
    expect(
      (
        await journal.loadLinks(
          scope,
          operations.map((one) => one.source),
        )
      ).size,
    ).toBe(300);
  });

  it("commits different kinds of outcomes together, and refuses only the one that is out of step", async () => {
    const [a, b, c, d] = await Promise.all(
      ["1", "2", "3", "4"].map((id) => intendOne(ticket(id), "create", "h")),
    );
    const ids = [a, b, c].map(String);
    await Promise.all(ids.map((id) => journal.sent(id, action, at)));
    const before = journal.figures.commits;
    const results = await Promise.allSettled([
      journal.done(String(a), outcome("x"), at),
      journal.failed(String(b), { code: "invalid", message: "No." }),
      journal.unknown(String(c)),
      journal.done(String(d), outcome("y"), at),
      journal.done("999999999", outcome("z"), at),
    ]);
    expect(results.map((result) => result.status)).toEqual([
      ...["fulfilled", "fulfilled", "fulfilled"],
      ...["rejected", "rejected"],
    ]);
    expect(journal.figures.commits).toBe(before + 1);
    expect(await journal.countByState(scope)).toMatchObject({ done: 1, failed: 1, unknown: 1, intended: 1 });
  });

  it("writes what it can when one value of a group can't be written", async () => {
    const [a, b] = await Promise.all(["1", "2"].map((id) => intendOne(ticket(id), "create", "h")));
    await Promise.all([a, b].map((id) => journal.sent(String(id), action, at)));
    const results = await Promise.allSettled([
      journal.done(String(a), outcome("nul \0"), at),
      journal.done(String(b), outcome("fine"), at),
    ]);
    expect(results.map((result) => result.status)).toEqual(["rejected", "fulfilled"]);
    expect(await journal.countByState(scope)).toMatchObject({ sent: 1, done: 1 });
  });

  it("gives an intent to one of two processes that record it at the same moment", async () => {
    const other = openJournal(database());
    const operations = Array.from({ length: 50 }, (_, n) => operation(ticket(String(n)), "create", "h"));
    const both = await Promise.all([
      journal.intend(scope, "run1", operations),
      other.intend(scope, "run2", operations.toReversed()),
    ]);
    const sent = await Promise.allSettled(both.flat().map(({ id }) => journal.sent(id, action, at)));
    expect(sent.filter((result) => result.status === "fulfilled")).toHaveLength(50);
    expect(await journal.countByState(scope)).toMatchObject({ sent: 50, intended: 0 });
  });

  it("waits out a database that is away for a moment", async () => {
    const id = await intendOne(ticket("1"), "create", "h");
    let failures = 2;
    const flaky = openJournal(
      {
        ...database(),
        transaction: (work) => {
          if (failures-- > 0) {
            return Promise.reject(
              new RetryError(prose({ code: "database_away", message: "Away.", remedy: "Wait." })),
            );
          }
          return database().transaction(work);
        },
      },
      { wait: async () => undefined },
    );
    await flaky.sent(id, action, at);
    expect(await journal.countByState(scope)).toMatchObject({ sent: 1 });
  });

  it("finds links by one index alone: by old statistics a second one looks as good, and reads all of a migration", async () => {
    const rows = await executeRaw<{ definition: string }>(
      database().drizzle,
      sql`select indexdef as definition from pg_indexes where tablename = 'link'`,
    );
    const begun = rows.filter(({ definition }) => definition.includes("(migration_id, environment"));
    expect(begun.map(({ definition }) => definition)).toEqual([
      expect.stringContaining("(migration_id, environment, source_type, source_id)"),
    ]);
  });
});
