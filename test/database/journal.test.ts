// The journal: an intent is durable before its request, a repeat is recognized, outcomes share commits.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { AbortError, RetryError } from "../../src/engine/errors.ts";
import type { JournalScope } from "../../src/engine/journal/journal.ts";
import { type OpenJournal, openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Action } from "../../src/engine/model/action.ts";
import type { JournalRef, Operation } from "../../src/engine/model/operation.ts";
import { executeRaw } from "../../src/engine/store/database/database.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const at = new Date("2026-11-24T09:00:00.123Z");
const action: Action = { kind: "set-state", conversationId: "c", actingAdminId: "a", state: "closed" };
const ticket = (id: string): JournalRef => ({ type: "ticket", id });
const outcome = (destinationId: string, created = true) => ({ destinationId, created });

function operation(source: JournalRef, step: string, contentHash: string): Operation {
  return { source, step, contentHash, build: () => action };
}

let migrations = 0;

describeOnEachDatabase("the journal", (database) => {
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

  it("goes from intended over sent to done, links the created record, and forgets the action", async () => {
    const id = await intendOne(ticket("1"), "create", "h1");
    expect(await journal.countByState(scope)).toMatchObject({ intended: 1, done: 0 });
    await journal.sent(id, action, at);
    expect(await journal.loadUnsettled(scope)).toEqual([
      { id, source: ticket("1"), step: "create", contentHash: "h1", action, sentAt: at, runId: "run" },
    ]);
    await journal.done(id, { ...outcome("conv1"), before: { name: "nul \0" }, requestId: "req" }, at);
    expect(await journal.loadUnsettled(scope)).toEqual([]);
    expect(await journal.loadLinks(scope, [ticket("1"), ticket("2")])).toEqual(
      new Map([["ticket:1", "conv1"]]),
    );
    expect(await journal.loadStanding(scope, 10)).toEqual([
      {
        id,
        runId: "run",
        source: ticket("1"),
        step: "create",
        actionKind: "set-state",
        destinationId: "conv1",
        created: true,
        before: { name: "nul \0" },
        doneAt: at,
      },
    ]);
    const rows = await database().execute<{ action: unknown }>(
      sql`select action from operation where id = ${id}::bigint`,
    );
    expect(rows).toEqual([{ action: null }]);
  });

  it("keeps staging and production apart", async () => {
    await doOne(ticket("1"), "create", "h1");
    const staging: JournalScope = { ...scope, environment: "staging" };
    expect((await journal.loadApplied(staging, [ticket("1")])).size).toBe(0);
    expect(await journal.intend(staging, "run", [operation(ticket("1"), "create", "h1")])).toHaveLength(1);
  });

  it("takes up an intended or a failed row again, and only the taker may record its outcome", async () => {
    const first = await intendOne(ticket("1"), "state", "h1");
    const second = await intendOne(ticket("1"), "state", "h1", "run2");
    await expect(journal.sent(first, action, at)).rejects.toThrow(AbortError);
    await journal.sent(second, action, at);
    await journal.failed(second, { code: "invalid", message: "nul \0", requestId: "req" });
    const third = await intendOne(ticket("1"), "state", "h1", "run3");
    expect(await journal.countByState(scope)).toMatchObject({ intended: 1, failed: 0 });
    await journal.sent(third, action, at);
    await journal.done(third, outcome("d"), at);
  });

  it("says of an adopted contact that it was archived, as long as it stands", async () => {
    const contact = { type: "contact", id: "7" } as const;
    const image = { attributes: {}, companyIds: [], archived: true };
    const id = await intendOne(contact, "create", "h1");
    await journal.sent(id, action, at);
    await journal.done(id, { ...outcome("c7", false), before: { image, wrote: {} } }, at);
    await doOne(contact, "attributes", "h1", "c7");
    const steps = (await journal.loadApplied(scope, [contact])).get("contact:7");
    expect(steps?.get("create")).toMatchObject({ created: false, foundArchived: true });
    expect(steps?.get("attributes")).not.toHaveProperty("foundArchived");
  });

  it("refuses to begin a step whose earlier write is open, whatever its content", async () => {
    const id = await intendOne(ticket("1"), "create", "h1");
    await journal.sent(id, action, at);
    for (const hash of ["h1", "h2"]) {
      const again = journal.intend(scope, "run2", [operation(ticket("1"), "create", hash)]);
      await expect(again).rejects.toThrow(AbortError);
    }
    await journal.unknown(id);
    expect(await journal.loadUnsettled(scope)).toHaveLength(1);
    await journal.absent(id);
    expect(await intendOne(ticket("1"), "create", "h1")).not.toBe(id);
  });

  it("leaves out what stands already, and writes old content anew when other content came between", async () => {
    await doOne(ticket("1"), "state", "open");
    expect(await journal.intend(scope, "run", [operation(ticket("1"), "state", "open")])).toEqual([]);
    await doOne(ticket("1"), "state", "closed");
    await doOne(ticket("1"), "state", "open");
    const applied = await journal.loadApplied(scope, [ticket("1")]);
    expect(applied.get("ticket:1")?.get("state")?.contentHash).toBe("open");
    expect(await journal.loadStanding(scope, 10)).toHaveLength(3);
    await doOne(ticket("1"), "state", "closed");
    expect(await journal.loadStanding(scope, 10)).toHaveLength(4);
  });

  it("never lets an intent or a failure hide what stands", async () => {
    await doOne(ticket("1"), "attributes", "old", "conv1");
    const id = await intendOne(ticket("1"), "attributes", "new");
    const state = async () =>
      (await journal.loadApplied(scope, [ticket("1")])).get("ticket:1")?.get("attributes");
    expect(await state()).toMatchObject({ contentHash: "old", state: "done", destinationId: "conv1" });
    await journal.sent(id, action, at);
    expect(await state()).toMatchObject({ contentHash: "new", state: "sent" });
    await journal.failed(id, { code: "invalid", message: "No." });
    expect(await state()).toMatchObject({ contentHash: "old", state: "done" });
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

  it("writes an outcome again when the commit's answer was lost, and nothing changes", async () => {
    const id = await intendOne(ticket("1"), "create", "h");
    await journal.sent(id, action, at);
    await journal.sent(id, action, at);
    await expect(journal.sent(id, action, new Date(at.getTime() + 1))).rejects.toThrow(AbortError);
    await journal.done(id, outcome("x"), at);
    await journal.done(id, outcome("x"), at);
    await expect(journal.done(id, outcome("y"), at)).rejects.toThrow(AbortError);
  });

  it("undoes rows newest first in pages, unlinks their records, and lets them be written anew", async () => {
    const made = [];
    for (const step of ["create", "part:1", "state"]) made.push(await doOne(ticket("1"), step, "h", "conv1"));
    const page = await journal.loadStanding(scope, 2);
    expect(page.map((row) => row.id)).toEqual([made[2], made[1]]);
    const rest = await journal.loadStanding(scope, 2, page.at(-1)?.id);
    expect(rest.map((row) => row.step)).toEqual(["create"]);
    await journal.undone(made, at);
    expect(await journal.loadStanding(scope, 10)).toEqual([]);
    expect((await journal.loadLinks(scope, [ticket("1")])).size).toBe(0);
    expect((await journal.loadApplied(scope, [ticket("1")])).size).toBe(0);
    await doOne(ticket("1"), "create", "h", "conv2");
    expect(await journal.loadLinks(scope, [ticket("1")])).toEqual(new Map([["ticket:1", "conv2"]]));
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

  it("numbers intents in their order", async () => {
    const steps = ["create", "part:1", "part:2", "state"];
    const intents = await journal.intend(
      scope,
      "run",
      steps.map((step) => operation(ticket("1"), step, "h")),
    );
    expect(intents.map((intent) => intent.operation.step)).toEqual(steps);
    const numbers = intents.map((intent) => Number(intent.id));
    expect(numbers).toEqual(numbers.toSorted((one, two) => one - two));
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
              new RetryError({ code: "database_away", message: "Away.", remedy: "Wait." }),
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
