// A sample in production where there is no staging workspace: approved apart, written, removed to the letter, gone on from.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TaskName, TaskOptions } from "../../src/engine/engine.ts";
import type { ApprovalKind, Role } from "../../src/engine/model/migration.ts";
import { jobOf } from "../../src/engine/use-cases/make-engine.ts";
import { approve } from "../../src/engine/use-cases/runs/approvals.ts";
import { changeRun } from "../../src/engine/use-cases/runs/run-lifecycle.ts";
import { executeTask, prepareTask } from "../../src/engine/use-cases/runs/tasks.ts";
import { loadProductionSample } from "../../src/engine/use-cases/sample/production-sample.ts";
import { SAMPLE_DIFF } from "../../src/engine/use-cases/sample/sample.ts";
import { ONE_DATABASE } from "../support/database.ts";
import { startWeek, type Week, type WeekCutover } from "./week-drill.ts";

const dana = { team: "TC", user: "UDANA" };
const alex = { team: "TH", user: "UALEX" };

describe.each([ONE_DATABASE])("on %s", (database) => {
  let week: Week;
  let cutover: WeekCutover;
  let migrationId: string;
  let planHash: string;
  let before: string;
  beforeAll(async () => {
    week = await startWeek({ tickets: 115, database });
    // Snoozes of a past present would be over.
    week.clock.ms = Date.now();
    cutover = await week.cutover();
    ({ migrationId, planHash } = await cutover.prepare());
    before = cutover.intercom.stateHash();
  });
  afterAll(() => week?.stop());

  /** By a program on another machine, whose clock is ten minutes late: what counts is the order. */
  const say = (kind: ApprovalKind, role: Role, actor = role === "customer" ? dana : alex) => {
    week.clock.ms += 1000;
    const late = { ...cutover.deps, clock: () => new Date(week.clock.ms - 600_000) };
    return approve(late, migrationId, kind, planHash, role, actor);
  };
  const prepare = (task: TaskName, options: TaskOptions = {}) => {
    week.clock.ms += 1000;
    return prepareTask(cutover.deps, migrationId, task, alex, { planHash, ...options });
  };
  const run = async (task: TaskName, options: TaskOptions = {}) =>
    executeTask(cutover.deps, await prepare(task, options), new AbortController().signal);
  const diff = async () => {
    const kept = await cutover.deps.store.documents.loadReport(migrationId, SAMPLE_DIFF);
    return kept as { written: boolean; environment: string; tickets: number; discrepancies: number };
  };
  const ticketsThere = () =>
    [...cutover.intercom.state.conversations.values()].map(
      (one) => one.custom_attributes.Source_Ticket_ID__c,
    );
  const events = async () =>
    (await cutover.deps.store.audit.list(migrationId, 0, 1000)).map(({ event, detail }) => ({
      event,
      detail,
    }));

  it("is a preview that writes nothing until an account manager approves it, who did not approve the plan", async () => {
    await say("plan", "customer");
    expect(await run("sample")).toMatchObject({ outcome: "done" });
    expect(await diff()).toMatchObject({ written: false, environment: "production" });
    expect(cutover.intercom.stateHash()).toBe(before);
    expect(await loadProductionSample(cutover.deps, migrationId)).toBeUndefined();
    const toProduction = () => prepare("sample", { toProduction: true });
    await expect(toProduction()).rejects.toMatchObject({ code: "not_approved" });
    await expect(say("sample-slice", "customer")).rejects.toMatchObject({ code: "not_your_decision" });
    await expect(say("sample-slice", "account-manager", dana)).rejects.toMatchObject({
      code: "second_person_needed",
    });
    await expect(toProduction()).rejects.toMatchObject({ code: "not_approved" });
  });

  it("is written by that approval, read back field by field, and nothing else is", async () => {
    await say("sample-slice", "account-manager");
    expect(await run("sample", { toProduction: true })).toMatchObject({ outcome: "done" });
    const { tickets, ...rest } = await diff();
    expect(rest).toMatchObject({ written: true, environment: "production", discrepancies: 0 });
    expect(new Set(ticketsThere()).size).toBe(tickets);
    expect(cutover.intercom.notificationsSent).toBe(0);
    expect(await loadProductionSample(cutover.deps, migrationId)).toMatchObject({
      conversations: tickets,
      kept: [],
    });
    const approvals = (await events()).filter(({ event }) => event === "approval");
    expect(approvals.map(({ detail }) => detail.kind)).toEqual(["plan", "sample-slice"]);
  });

  it("is removed to the letter by an approval of its own, and the preview is there again", async () => {
    await expect(prepare("remove-sample")).rejects.toMatchObject({ code: "not_approved" });
    await say("sample-removal", "account-manager");
    expect(await run("remove-sample")).toMatchObject({ task: "remove-sample", outcome: "done" });
    expect(cutover.intercom.stateHash()).toBe(before);
    expect(await diff()).toMatchObject({ written: false });
    expect(await loadProductionSample(cutover.deps, migrationId)).toBeUndefined();
    expect(await events()).toContainEqual(
      expect.objectContaining({
        event: "run-started",
        detail: expect.objectContaining({ kind: "rollback", only: "sample" }),
      }),
    );
    // Who wants it again approves it again.
    await expect(prepare("sample", { toProduction: true })).rejects.toMatchObject({ code: "not_approved" });
  });

  it("goes on to production where the program ended under it, and begins anew once it was removed", async () => {
    await say("sample-slice", "account-manager");
    const job = await prepare("sample", { toProduction: true });
    const { store } = cutover.deps;
    const end = new AbortController();
    const working = executeTask(cutover.deps, job, end.signal);
    const { conversations } = cutover.intercom.state;
    await expect.poll(() => conversations.size, { interval: 5 }).toBeGreaterThan(0);
    end.abort();
    expect(await working).toBeUndefined();
    await changeRun(cutover.deps, migrationId, "paused", alex);
    const stopped = await store.runs.latest(migrationId, "sample", "production");
    expect(stopped && jobOf(stopped, alex)).toMatchObject({ task: "sample", toProduction: true });
    await say("sample-removal", "account-manager");
    await run("remove-sample");
    expect(cutover.intercom.stateHash()).toBe(before);
    await say("sample-slice", "account-manager");
    expect(await run("sample", { toProduction: true })).toMatchObject({ outcome: "done" });
    // A resumed run would have found its attributes archived.
    expect((await store.runs.latest(migrationId, "sample", "production"))?.id).not.toBe(stopped?.id);
    expect(await diff()).toMatchObject({ written: true, discrepancies: 0 });
  });

  it("keeps what people touched since, and names it; whoever insists on more rolls back everything", async () => {
    const { intercom, deps } = cutover;
    const [conversation] = intercom.state.conversations.values();
    if (!conversation) throw new Error("Nothing was written.");
    intercom.addAgentReply(conversation.id);
    await say("sample-removal", "account-manager");
    await run("remove-sample");
    const sample = await loadProductionSample(deps, migrationId);
    expect(sample).toMatchObject({ conversations: 1 });
    expect(sample?.kept).toContainEqual(expect.objectContaining({ destinationId: conversation.id }));
    await say("sample-slice", "account-manager");
    await run("sample", { toProduction: true });
    expect(new Set(ticketsThere()).size).toBe(ticketsThere().length);
    expect((await loadProductionSample(deps, migrationId))?.kept).toEqual([]);
  });

  it("is gone on from by the full run, which doubles nothing; alone it can't be removed then", async () => {
    await say("sample", "customer");
    await say("silence", "customer");
    await say("cutover", "account-manager");
    expect(await run("full")).toMatchObject({ outcome: "done" });
    const there = ticketsThere();
    expect(new Set(there).size).toBe(there.length);
    expect(there.length).toBeGreaterThan((await diff()).tickets);
    expect((await cutover.operator.verify(migrationId)).discrepancies).toEqual([]);
    await say("sample-removal", "account-manager");
    await expect(prepare("remove-sample")).rejects.toMatchObject({ code: "sample_in_full_run" });
    expect(await loadProductionSample(cutover.deps, migrationId)).toBeUndefined();
  });
});
