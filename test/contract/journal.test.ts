// The journal, the database's and the double of tests: an intent is durable before its request, a repeat is recognized.
import { beforeEach, expect, it } from "vitest";
import { AbortError } from "../../src/engine/errors.ts";
import type { Journal, JournalScope } from "../../src/engine/journal/journal.ts";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Action } from "../../src/engine/model/action.ts";
import { continuedRef } from "../../src/engine/model/continued.ts";
import type { JournalRef, Operation } from "../../src/engine/model/operation.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { describeOnEachStore } from "../support/database.ts";
import { makeMemoryJournal } from "../support/memory-journal.ts";

const at = new Date("2026-11-24T09:00:00.123Z");
const action: Action = { kind: "set-state", conversationId: "c", actingAdminId: "a", state: "closed" };
const ticket = (id: string): JournalRef => ({ type: "ticket", id });
const outcome = (destinationId: string, created = true) => ({ destinationId, created });

function operation(source: JournalRef, step: string, contentHash: string): Operation {
  return { source, step, contentHash, build: () => action };
}

let migrations = 0;
const stores = {
  memory: makeMemoryJournal,
  database: (database: Database) => openJournal(database, { wait: async () => undefined }),
};

describeOnEachStore<Journal>("the journal", stores, (store) => {
  let journal: Journal;
  let scope: JournalScope;
  beforeEach(() => {
    journal = store();
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

  it("goes from intended over sent to done, and links the created record", async () => {
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

  it("refuses an outcome of a row that is in no state for it, and of a row that is not there", async () => {
    const id = await intendOne(ticket("1"), "create", "h");
    await expect(journal.done(id, outcome("y"), at)).rejects.toThrow(AbortError);
    await expect(journal.unknown(id)).rejects.toThrow(AbortError);
    await expect(journal.done("999999999", outcome("z"), at)).rejects.toThrow(AbortError);
    await journal.sent(id, action, at);
    await journal.done(id, outcome("x"), at);
    await expect(journal.failed(id, { code: "invalid", message: "No." })).rejects.toThrow(AbortError);
    await expect(journal.absent(id)).rejects.toThrow(AbortError);
    expect(await journal.countByState(scope)).toMatchObject({ done: 1, intended: 0 });
  });

  it("takes one intent of operations that are the same, and none of none", async () => {
    const twice = [operation(ticket("1"), "create", "h"), operation(ticket("1"), "create", "h")];
    expect(await journal.intend(scope, "run", twice)).toHaveLength(1);
    expect(await journal.intend(scope, "run", [])).toEqual([]);
    expect((await journal.loadApplied(scope, [])).size).toBe(0);
  });

  it("tells what some runs wrote, and what one record has", async () => {
    const id = await intendOne(ticket("1"), "create", "h", "run-a");
    await journal.sent(id, action, at);
    await journal.done(id, outcome("c1"), at);
    await doOne(ticket("1"), "state", "h");
    await doOne(ticket("2"), "create", "h");
    const part: JournalScope = { ...scope, runs: ["run-a"] };
    expect((await journal.loadStanding(part, 9)).map(({ step, runId }) => [step, runId])).toEqual([
      ["create", "run-a"],
    ]);
    expect(await journal.countByState(part)).toMatchObject({ done: 1 });
    expect((await journal.loadStandingOf(scope, ticket("1"))).map(({ step }) => step)).toEqual([
      "state",
      "create",
    ]);
  });

  it("measures its extent, and lists tickets with their first conversations by number", async () => {
    expect(await journal.measure(scope)).toEqual({ operations: 0, standing: 0 });
    const made = [];
    for (const id of ["10", "9", "100"]) made.push(await doOne(ticket(id), "create", "h", `c${id}`));
    await doOne(continuedRef("9", 2), "create", "h", "c9b");
    const open = await intendOne(ticket("9"), "state", "h");
    expect(await journal.measure(scope)).toEqual({
      ...{ operations: 5, standing: 4 },
      ...{ first: made[0], last: open },
    });
    const ids = async (after?: string) =>
      (await journal.listTicketLinks(scope, after, 2)).map((one) => [one.ticketId, one.conversationId]);
    expect(await ids()).toEqual([
      ["9", "c9"],
      ["10", "c10"],
    ]);
    expect(await ids("10")).toEqual([["100", "c100"]]);
  });
});
