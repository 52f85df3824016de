// The repositories: what goes in comes back, once, and to the fastest only.
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { AbortError } from "../../src/engine/errors.ts";
import { isAfter } from "../../src/engine/model/order.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import type { ChainedEntry, LastEntry } from "../../src/engine/proof/audit-chain.ts";
import { checkAuditLines, toAuditLine } from "../../src/engine/proof/audit-lines.ts";
import { openStore } from "../../src/engine/store/open-store.ts";
import type { AuditEntry, Store } from "../../src/engine/store/repositories.ts";
import { parseSecretKey } from "../../src/engine/store/secrets/secrets.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const key = parseSecretKey(new Secret("a passphrase that is long enough"));
const actor = { team: "T1", user: "U1" };
const now = new Date("2026-11-24T09:00:00.000Z");

describeOnEachDatabase("the store", (database) => {
  let store: Store;
  beforeAll(() => {
    store = openStore(database(), key);
  });

  it("gives two callers who create the same migration at once the same row", async () => {
    const make = (id: string) =>
      store.migrations.findOrCreate({
        id,
        key: "slack:T1/C1",
        title: "Acme",
        channel: { team: "T1", id: "C1" },
        createdBy: actor,
        createdAt: "2026-11-24T09:00:00Z",
      });
    const made = await Promise.all([make("one"), make("two"), make("three")]);
    expect(new Set(made.map((migration) => migration.id)).size).toBe(1);
    expect(await store.migrations.findByKey("slack:T1/C1")).toEqual(made[0]);
    expect(await store.migrations.list()).toEqual([made[0]]);
  });

  it("moves a migration to another channel, and whoever lives there changes places with it", async () => {
    const facts = { title: "Acme", createdBy: actor, createdAt: "2026-11-24T09:00:00Z" };
    const at = (id: string) => ({ key: `slack:T2/${id}`, channel: { team: "T2", id } });
    await store.migrations.findOrCreate({ id: "older", ...at("COLD"), ...facts });
    await store.migrations.move("older", at("CNEW").key, at("CNEW").channel);
    expect(await store.migrations.find("older")).toMatchObject(at("CNEW"));
    await store.migrations.findOrCreate({ id: "newer", ...at("CBACK"), ...facts });
    await Promise.all([1, 2].map(() => store.migrations.move("older", at("CBACK").key, at("CBACK").channel)));
    expect(await store.migrations.find("older")).toMatchObject(at("CBACK"));
    expect(await store.migrations.find("newer")).toMatchObject(at("CNEW"));
    await store.migrations.move("nobody", at("CX").key, at("CX").channel);
    expect(await store.migrations.findByKey(at("CX").key)).toBeUndefined();
  });

  it("saves a conversation for the first of several writers only", async () => {
    expect(await store.migrations.loadConversation("talk")).toBeUndefined();
    const first = await Promise.all([
      store.migrations.saveConversation("talk", { step: "a" }, 0),
      store.migrations.saveConversation("talk", { step: "b" }, 0),
    ]);
    expect(first.filter(Boolean)).toHaveLength(1);
    const second = await Promise.all(
      ["c", "d", "e"].map((step) => store.migrations.saveConversation("talk", { step }, 1)),
    );
    expect(second.filter(Boolean)).toHaveLength(1);
    expect(await store.migrations.saveConversation("talk", { step: "late" }, 1)).toBe(false);
    expect((await store.migrations.loadConversation("talk"))?.version).toBe(2);
  });

  it("brings connections back, keeps no secret readable, and forgets a staging workspace that is gone", async () => {
    const credentials = {
      source: { csv: { directory: "/exports" } },
      destination: { intercom: { url: "https://api.intercom.io", token: "tok_production" } },
      staging: { intercom: { url: "https://api.intercom.io", token: "tok_staging" } },
    };
    const workspaces = {
      production: { id: "prod", name: "Acme", adminId: "1" },
      staging: { id: "stage", name: "Acme test", adminId: "2" },
    };
    await store.connections.save("m", credentials, workspaces);
    expect(await store.connections.load("m")).toEqual({ credentials, workspaces });
    const rows = await database().execute(sql`select * from connection`);
    expect(JSON.stringify(rows)).not.toContain("tok_");
    const { staging: _gone, ...without } = credentials;
    await store.connections.save("m", without, { production: workspaces.production });
    expect((await store.connections.load("m"))?.credentials).toEqual(without);
    expect(await store.connections.remove("m")).toBe(2);
    expect(await store.connections.load("m")).toBeUndefined();
  });

  it("appends revisions of documents, also when several are saved at once", async () => {
    await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        store.documents.saveReport("m", "proposal-notes", [`${n}`, "nul \0 \ud800"], now),
      ),
    );
    const rows = await database().execute<{ revision: number }>(
      sql`select revision from document where name = 'proposal-notes' order by revision`,
    );
    expect(rows.map((row) => row.revision)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await store.documents.loadReport("m", "proposal-notes"))?.[1]).toBe("nul \0 \ud800");
    expect(await store.documents.loadReport("m", "preflight")).toBeUndefined();
  });

  it("checks what is kept when it is read: of another version, it is none where one can do without, and refused elsewhere", async () => {
    const { documents } = store;
    await documents.saveReport("m", "model-costs", { promptTokens: "many" } as never, now);
    expect(await documents.loadReport("m", "model-costs")).toBeUndefined();
    await documents.saveReport("m", "rescued-work", { exportedAt: "now" } as never, now, "production");
    await expect(documents.loadReport("m", "rescued-work", "production")).rejects.toMatchObject({
      code: "kept_unreadable",
      message: expect.stringContaining("workspace"),
    });
    const costs = { promptTokens: 1, completionTokens: 2, later: "stays" };
    await documents.saveReport("m", "model-costs", costs, now);
    expect(await documents.loadReport("m", "model-costs")).toEqual(costs);
  });

  it("changes a run's state only from an expected one, and keeps its first start", async () => {
    const run = await store.runs.create({
      id: "r1",
      migrationId: "m",
      kind: "full" as const,
      environment: "production" as const,
      scope: { kind: "all" as const },
      state: "queued" as const,
      progress: { phases: {}, writes: 0, exceptions: 0, rate: 0 },
    });
    expect(await store.runs.listActive()).toEqual([run]);
    const starts = await Promise.all(
      [1, 2].map(() => store.runs.setState("r1", ["queued"], "running", { at: now })),
    );
    expect(starts.filter(Boolean)).toHaveLength(1);
    const later = new Date(now.getTime() + 60_000);
    expect(
      await store.runs.setState("r1", ["running"], "paused", { reason: { code: "unsettled" }, at: later }),
    ).toBe(true);
    expect(await store.runs.setState("r1", ["paused"], "running", { at: later })).toBe(true);
    expect(await store.runs.setState("r1", ["running"], "done", { at: later })).toBe(true);
    const { state: _queued, ...rest } = run;
    expect(await store.runs.latest("m", "full", "production")).toEqual({
      ...rest,
      state: "done",
      startedAt: now.toISOString(),
      endedAt: later.toISOString(),
    });
    expect(await store.runs.latest("m", "delta")).toBeUndefined();
    expect(await store.runs.latest("m", "full", "production", "sample")).toBeUndefined();
    expect((await store.runs.latest("m", "full", "production", "all"))?.id).toBe("r1");
    expect((await store.runs.latestDone("m", ["delta", "full"]))?.id).toBe("r1");
    expect(await store.runs.latestDone("m", ["delta"])).toBeUndefined();
    expect(await store.runs.listIds("m", "full", "production")).toEqual(["r1"]);
    expect(await store.runs.listIds("m", "sample", "production")).toEqual([]);
  });

  it("lets exactly one use a one-time link, and nobody after it expired", async () => {
    const expiresAt = new Date(now.getTime() + 1_000);
    await store.links.create({ tokenHash: "h", migrationId: "m", person: actor, expiresAt });
    const used = await Promise.all([1, 2, 3].map(() => store.links.use("h", now)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await store.links.find("h")).toEqual({ migrationId: "m", person: actor, expiresAt, usedAt: now });
    await store.links.create({ tokenHash: "late", migrationId: "m", person: actor, expiresAt });
    expect(await store.links.use("late", expiresAt)).toBe(false);
  });

  it("sees a delivery first once, however many ask at the same time, and forgets old ones", async () => {
    const seen = await Promise.all(Array.from({ length: 10 }, () => store.deliveries.first("event", now)));
    expect(seen.filter(Boolean)).toHaveLength(1);
    expect(await store.deliveries.prune(new Date(now.getTime() + 1))).toBe(1);
    expect(await store.deliveries.first("event", now)).toBe(true);
  });

  it("keeps installations sealed", async () => {
    await store.installations.save("T1", { bot: { token: "xoxb-1" } });
    expect(await store.installations.load("T1")).toEqual({ bot: { token: "xoxb-1" } });
    expect(JSON.stringify(await database().execute(sql`select * from installation`))).not.toContain("xoxb");
    await store.installations.remove("T1");
    expect(await store.installations.load("T1")).toBeUndefined();
  });

  it("lists approvals in their order, as they were given", async () => {
    const approval = {
      kind: "plan" as const,
      hash: "abc",
      role: "customer" as const,
      actor,
      at: "2026-11-24T09:00:00Z",
    };
    await store.approvals.record("m", { ...approval, name: "Dana Ortiz" });
    // A machine whose clock is late.
    await store.approvals.record("m", { ...approval, role: "account-manager", at: "1999-01-01T00:00:00Z" });
    expect((await store.approvals.list("m")).map((entry) => entry.role)).toEqual([
      "customer",
      "account-manager",
    ]);
    expect((await store.approvals.list("m")).map((entry) => entry.name)).toEqual(["Dana Ortiz", undefined]);
  });

  it("numbers runs and approvals by one sequence, whatever the clocks of their machines say", async () => {
    const approve = (at: string) =>
      store.approvals.record("m", { kind: "rollback", hash: "abc", role: "account-manager", actor, at });
    const before = await approve("2030-01-01T00:00:00.000Z");
    const run = await store.runs.create({
      ...{ id: "numbered", migrationId: "m", kind: "full", environment: "production", state: "done" },
      ...{ scope: { kind: "all" }, progress: { phases: {}, writes: 0, exceptions: 0, rate: 0 } },
      startedAt: "2026-01-01T00:00:00.000Z",
    });
    const after = await approve("1999-01-01T00:00:00.000Z");
    expect([isAfter(before, run), isAfter(run, before)]).toEqual([false, true]);
    expect([isAfter(after, run), isAfter(run, after)]).toEqual([true, false]);
    expect((await store.approvals.list("m")).slice(-2)).toEqual([before, after]);
  });

  it("chains the audit log without gaps under concurrent writers, and finds edits, gaps and cuts", async () => {
    const entry = (n: number): AuditEntry => ({
      migrationId: "audited",
      at: now.toISOString(),
      actor: n % 2 ? actor : "cutover",
      event: "run-started",
      detail: { n, text: "nul \0", nothing: undefined },
    });
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.audit.append(entry(n))));
    const entries = await store.audit.list("audited", 0, 100);
    const check = (some: readonly ChainedEntry[], last?: LastEntry) =>
      checkAuditLines(some.map(toAuditLine), last);
    expect(await check(entries)).toMatchObject({ sound: true, entries: 20 });
    const edited = entries.map((one, i) => (i === 4 ? { ...one, detail: { n: 99 } } : one));
    expect(await check(edited)).toMatchObject({
      sound: false,
      sequence: 5,
      reason: expect.stringContaining("changed"),
    });
    expect(await check(entries.toSpliced(9, 1))).toMatchObject({
      sound: false,
      sequence: 10,
      reason: expect.stringContaining("missing"),
    });
    const newest = entries.at(-1);
    expect(await check(entries.slice(0, -1))).toMatchObject({ sound: true });
    expect(await check(entries.slice(0, -1), newest)).toMatchObject({
      sound: false,
      reason: expect.stringContaining("cut"),
    });
  });

  it("hides customer text in the errors of queries", async () => {
    await store.migrations.findOrCreate({
      id: "x1",
      key: "k1",
      title: "t",
      createdBy: actor,
      createdAt: "2026",
    });
    const failing = store.migrations.findOrCreate({
      id: "x1",
      key: "k2",
      title: "private",
      createdBy: actor,
      createdAt: "2026",
    });
    await expect(failing).rejects.toThrow(AbortError);
    const refused = await store.runs
      .create({ id: "r1", migrationId: "private words" } as never)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AbortError);
    expect(String((refused as Error).stack) + String((refused as Error).cause)).not.toContain(
      "private words",
    );
  });
});
