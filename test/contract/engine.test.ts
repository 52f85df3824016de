// What the faces rely on of the engine, held alike by the real one (queue, database, small world) and by its double.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine, TaskEvent, TaskName } from "../../src/engine/engine.ts";
import { CutoverError } from "../../src/engine/errors.ts";
import type { Actor, ApprovalKind, Role } from "../../src/engine/model/migration.ts";
import { createFakeEngine } from "../support/fake-engine.ts";
import { openRealEngine } from "../support/open-real-engine.ts";

interface Subject {
  readonly engine: Engine;
  /** Takes tasks from now on. */
  work(): Promise<void>;
  connect(migrationId: string, by: Actor): Promise<void>;
  close(): Promise<void>;
}

async function openReal(): Promise<Subject> {
  const real = await openRealEngine();
  const { connectwise, production, staging } = real.sandbox;
  for (const workspace of [production, staging])
    for (const board of connectwise.tenant.boards) workspace.createTeam(board.name);
  return {
    ...real,
    async connect(id, by) {
      const intercom = ({ url, token }: { url: string; token: string }) => ({ intercom: { url, token } });
      const source = { connectwise: { url: connectwise.url, ...connectwise.credentials } };
      const credentials = { source, destination: intercom(production), staging: intercom(staging) };
      await real.engine.connect(id, credentials, by);
    },
  };
}

async function openFake(): Promise<Subject> {
  const engine = createFakeEngine();
  return {
    engine,
    work: async () => undefined,
    connect: (id, by) => engine.connectByPage(id, by),
    close: () => engine.idle(),
  };
}

const dana: Actor = { team: "TC", user: "UDANA" };
const alex: Actor = { team: "TH", user: "UALEX" };

/** The code of the refusal; "done" when there was none. */
const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof CutoverError) return error.code;
      throw error;
    },
  );

describe.each([
  ["in memory", openFake],
  ["for real", openReal],
] as const)("the engine %s", (_, open) => {
  let subject: Subject;
  let engine: Engine;
  let id = "";
  const ends: TaskEvent[] = [];
  const waiting: { task: TaskName; resolve: (event: TaskEvent) => void }[] = [];

  beforeAll(async () => {
    subject = await open();
    engine = subject.engine;
    engine.onTaskEvent(async (event) => {
      ends.push(event);
      const at = waiting.findIndex(({ task }) => task === event.task);
      if (at >= 0) waiting.splice(at, 1)[0]?.resolve(event);
    });
    engine.onConnected(async () => undefined);
    engine.onForgotten(async () => undefined);
    await subject.work();
  });
  afterAll(() => subject.close());

  const run = async (task: TaskName, planHash?: string): Promise<TaskEvent> => {
    const ended = new Promise<TaskEvent>((resolve) => waiting.push({ task, resolve }));
    await engine.startTask(id, task, dana, planHash ? { planHash } : {});
    return ended;
  };
  const approve = (kind: ApprovalKind, hash: string, role: Role, actor: Actor) =>
    codeOf(engine.approve(id, kind, hash, role, actor, "Somebody"));
  const planHash = async () => (await engine.plan(id))?.hash ?? "";

  it("opens one migration for one key, finds it, lists it, and moves it with its channel", async () => {
    const facts = {
      key: "slack:T/C1",
      title: "#helpdesk",
      channel: { team: "T", id: "C1" },
      createdBy: dana,
    };
    const first = await engine.openMigration(facts);
    id = first.id;
    expect(await engine.openMigration(facts)).toEqual(first);
    const to = { key: "slack:T/C2", channel: { team: "T", id: "C2" } };
    await engine.moveChannel(id, to);
    expect(await engine.findMigrationByKey("slack:T/C1")).toBeUndefined();
    expect(await engine.findMigrationByKey("slack:T/C2")).toEqual({ ...first, ...to });
    expect(await engine.findMigration(id)).toEqual({ ...first, ...to });
    expect((await engine.listMigrations()).map((one) => one.id)).toEqual([id]);
    expect(await engine.findMigration("nobody's")).toBeUndefined();
  });

  it("keeps a conversation for the first of two writers", async () => {
    expect(await engine.loadConversation(id)).toBeUndefined();
    expect(await engine.saveConversation(id, { step: "a" }, 1)).toBe(false);
    expect(await engine.saveConversation(id, { step: "a" }, 0)).toBe(true);
    expect(await engine.saveConversation(id, { step: "b" }, 0)).toBe(false);
    expect(await engine.saveConversation(id, { step: "b" }, 1)).toBe(true);
    expect(await engine.loadConversation(id)).toEqual({ state: { step: "b" }, version: 2 });
  });

  it("knows a delivery that came before", async () => {
    const seen = [await engine.firstDelivery("event:1"), await engine.firstDelivery("event:1")];
    expect([...seen, await engine.firstDelivery("event:2")]).toEqual([true, false, true]);
  });

  it("makes a link with a code of six digits, and refuses others", async () => {
    const { token, code } = await engine.createCredentialLink(id, dana);
    expect(code).toMatch(/^\d{6}$/);
    expect((await engine.checkCredentialLink(token)).migration.id).toBe(id);
    expect(await codeOf(engine.proveCredentialLink(token, code))).toBe("done");
    const other = code === "999999" ? "111111" : "999999";
    expect(await codeOf(engine.proveCredentialLink(token, other))).toBe("wrong_link_code");
  });

  it("has nothing to show before it was made", async () => {
    expect(await engine.connected(id)).toBeUndefined();
    expect(await engine.survey(id)).toBeUndefined();
    expect(await engine.fieldMap(id)).toBeUndefined();
    expect(await engine.plan(id)).toBeUndefined();
    expect(await engine.sampleDiff(id)).toBeUndefined();
    expect(await engine.certificate(id)).toBeUndefined();
    expect(await engine.latestMove(id)).toBeUndefined();
    expect(await engine.approvals(id)).toEqual([]);
    expect(await engine.whereIs(id, "404")).toBeUndefined();
  });

  it("reads nothing before both systems are connected and the terms confirmed", async () => {
    expect(await codeOf(engine.startTask(id, "survey", dana))).toBe("not_connected");
    await subject.connect(id, dana);
    expect(await engine.connected(id)).toMatchObject({ production: { id: expect.any(String) } });
    expect(await codeOf(engine.startTask(id, "survey", dana))).toBe("not_approved");
    expect(await approve("terms", "t".repeat(64), "account-manager", alex)).toBe("not_your_decision");
    expect(await approve("terms", "t".repeat(64), "customer", dana)).toBe("done");
  });

  it("surveys, drafts and plans, and tells each end", async () => {
    for (const task of ["survey", "propose", "plan"] as const)
      expect(await run(task)).toMatchObject({ migrationId: id, task, outcome: "done" });
    expect((await engine.survey(id))?.counts.ticket).toBeGreaterThan(0);
    const [map, plan] = [await engine.fieldMap(id), await engine.plan(id)];
    expect(plan?.mapHash).toBe(map?.hash);
    expect(await engine.plan(id, plan?.hash)).toEqual(plan);
    expect(await engine.admins(id)).not.toEqual([]);
  });

  it("takes a change as a new revision, and approves no plan of an older map", async () => {
    const old = await planHash();
    const before = await engine.fieldMap(id);
    const board = before?.map.boards[0];
    if (!board) throw new Error("the map has no board");
    const change = { kind: "set-board-team", boardId: board.boardId, team: null } as const;
    const changed = await engine.changeMap(id, change, dana);
    expect(changed.revision).toBeGreaterThan(before?.revision ?? 0);
    expect((await engine.fieldMap(id))?.hash).toBe(changed.hash);
    expect(changed.hash).not.toBe(before?.hash);
    expect(await approve("plan", old, "customer", dana)).toBe("approval_void");
    await engine.acceptMap(id, dana);
    expect((await engine.fieldMap(id))?.map.boards.every(({ decided }) => decided)).toBe(true);
    await run("plan");
    expect(await planHash()).not.toBe(old);
  });

  it("samples nothing before the plan's approval, by the customer and of this very plan", async () => {
    const hash = await planHash();
    expect(await codeOf(engine.startTask(id, "sample", dana, { planHash: hash }))).toBe("not_approved");
    expect(await approve("plan", hash, "account-manager", alex)).toBe("not_your_decision");
    expect(await approve("plan", "f".repeat(64), "customer", dana)).toBe("approval_void");
    expect(await approve("plan", hash, "customer", dana)).toBe("done");
    expect(await run("sample", hash)).toMatchObject({ outcome: "done" });
    expect(await engine.sampleDiff(id)).toMatchObject({ written: true, environment: "staging" });
    const rows = await engine.sampleRows(id, { offset: 0, limit: 5 });
    expect(rows.rows.length).toBeGreaterThan(0);
  });

  it("runs nothing into production before every approval, of two people", async () => {
    const hash = await planHash();
    const start = () => codeOf(engine.startTask(id, "full", alex, { planHash: hash }));
    expect(await start()).toBe("not_approved");
    for (const kind of ["sample", "silence"] as const)
      expect(await approve(kind, hash, "customer", dana)).toBe("done");
    expect(await start()).toBe("not_approved");
    expect(await approve("cutover", hash, "customer", dana)).toBe("not_your_decision");
    expect(await approve("cutover", hash, "account-manager", dana)).toBe("second_person_needed");
    expect(await approve("cutover", hash, "account-manager", alex)).toBe("done");
    expect(await codeOf(engine.startTask(id, "full", alex, { planHash: "f".repeat(64) }))).toBe(
      "approval_void",
    );
    const given = await engine.approvals(id);
    expect(given.map(({ kind }) => kind)).toEqual(["terms", "plan", "sample", "silence", "cutover"]);
    expect(given.at(-1)).toMatchObject({ actor: alex, role: "account-manager", name: "Somebody", hash });
    expect(given.map(({ number }) => number)).toEqual(
      given.map(({ number }) => number).toSorted((a, b) => a - b),
    );
    expect(await run("full", hash)).toMatchObject({ outcome: "done", runId: expect.any(String) });
    expect(await engine.latestMove(id)).toMatchObject({ kind: "full", state: "done" });
  });

  it("takes nothing back before the account manager approved it", async () => {
    const hash = await planHash();
    expect(await codeOf(engine.startTask(id, "rollback", alex, { planHash: hash }))).toBe("not_approved");
    expect(await approve("rollback", hash, "customer", dana)).toBe("not_your_decision");
    expect((await engine.rollbackPreview(id)).delete.conversation).toBeGreaterThan(0);
    expect(await approve("rollback", hash, "account-manager", alex)).toBe("done");
    expect(await run("rollback", hash)).toMatchObject({ outcome: "done" });
    expect((await engine.rollbackResult(id))?.deleted.conversation).toBeGreaterThan(0);
  });

  it("has told every end, of this migration alone", () => {
    const tasks = ["survey", "propose", "plan", "plan", "sample", "full", "rollback"];
    expect(ends.map(({ task }) => task)).toEqual(tasks);
    expect(new Set(ends.map(({ migrationId }) => migrationId))).toEqual(new Set([id]));
  });
});
