// Long work behind the chat: guarded, queued, executed by a worker, and its end told to the conversation.
import type { TaskEvent, TaskName, TaskOptions } from "../../engine.ts";
import { CutoverError, RefusedError } from "../../errors.ts";
import type { Actor } from "../../model/migration.ts";
import { isAfter } from "../../model/order.ts";
import type { Run } from "../../model/run.ts";
import { type Dependencies, requireConnection } from "../dependencies.ts";
import { surveyMigration } from "../extract/survey.ts";
import { propose } from "../field-map/maps.ts";
import { runPreflight } from "../preflight/run-preflight.ts";
import { beginSampleRemoval, requireProductionSampleApprovals } from "../sample/production-sample.ts";
import { takeSample } from "../sample/sample.ts";
import { verify } from "../verify/verify.ts";
import { currentPlanHash, requireCutoverApprovals } from "./approvals.ts";
import { beginDelta, beginFullRun, beginRetry, beginRollback } from "./begin-run.ts";
import { makePlan } from "./plans.ts";
import { executeRun, Stopped } from "./run-lifecycle.ts";

/** What waits in the queue for a worker: ids only. */
export interface TaskJob {
  readonly migrationId: string;
  readonly task: TaskName;
  readonly runId?: string;
  readonly force?: boolean;
  readonly toProduction?: boolean;
  readonly actor: Actor;
}

/**
 * Checks whether the task may begin, and begins its run where it has one.
 * Throws RefusedError when an approval is missing or void.
 */
export async function prepareTask(
  deps: Dependencies,
  migrationId: string,
  task: TaskName,
  actor: Actor,
  options: TaskOptions,
): Promise<TaskJob> {
  await requireConnection(deps, migrationId);
  const job = {
    migrationId,
    task,
    actor,
    ...(options.force === undefined ? {} : { force: options.force }),
  };
  const withRun = (run: Run): TaskJob => ({ ...job, runId: run.id });
  switch (task) {
    case "survey":
      await requireApproval(deps, migrationId, "terms");
      return job;
    case "propose":
    case "plan":
    case "verify":
      return job;
    case "sample":
      await requireApproval(
        deps,
        migrationId,
        "plan",
        await currentPlanHash(deps, migrationId, "production"),
      );
      if (!options.toProduction) return job;
      await requireProductionSampleApprovals(deps, migrationId, options.planHash ?? "");
      return { ...job, toProduction: true };
    case "remove-sample":
      return withRun(await beginSampleRemoval(deps, migrationId, actor));
    case "full": {
      const hash = options.planHash ?? "";
      await requireCutoverApprovals(deps, migrationId, hash);
      return withRun(await beginFullRun(deps, migrationId, hash, actor));
    }
    case "delta":
      return withRun(await (options.onlyFailed ? beginRetry : beginDelta)(deps, migrationId, actor));
    case "rollback":
      await requireRollbackApproval(deps, migrationId);
      return withRun(await beginRollback(deps, migrationId, actor));
  }
}

/**
 * Executes a task to its end. CutoverErrors become an event for the conversation; anything else is thrown, and the job
 * is tried again. Undefined when the program ended under a run: the next start goes on with it.
 */
export async function executeTask(
  deps: Dependencies,
  job: TaskJob,
  signal: AbortSignal,
): Promise<TaskEvent | undefined> {
  const { migrationId, task } = job;
  try {
    if (job.runId !== undefined) return await executeRunTask(deps, job, job.runId, signal);
    await executePlainTask(deps, job, signal);
    return { migrationId, task, outcome: "done" };
  } catch (error) {
    if (signal.aborted) return undefined;
    if (error instanceof Stopped) return { migrationId, task, outcome: error.state };
    // Another process has the run: this job comes again, and finds it done.
    if (!(error instanceof CutoverError) || error.code === "run_in_progress") throw error;
    deps.log.warn({ err: error, code: error.code, migration: migrationId, task }, "a task stopped");
    return {
      migrationId,
      task,
      outcome: error.recovery === "abort" ? "failed" : "paused",
      error: factsOf(error),
    };
  }
}

async function executePlainTask(
  deps: Dependencies,
  { migrationId, task, actor, toProduction }: TaskJob,
  signal: AbortSignal,
): Promise<void> {
  if (task === "survey") {
    await surveyMigration(deps, migrationId, signal);
    await runPreflight(deps, migrationId, { signal });
  }
  if (task === "propose") await propose(deps, migrationId, { signal });
  if (task === "plan") await makePlan(deps, migrationId, { signal });
  const withoutStaging = toProduction ? "write" : "preview";
  if (task === "sample") await takeSample(deps, migrationId, actor, { signal, withoutStaging });
  if (task === "verify") await verify(deps, migrationId, "production", signal);
}

async function executeRunTask(
  deps: Dependencies,
  job: TaskJob,
  runId: string,
  signal: AbortSignal,
): Promise<TaskEvent | undefined> {
  const { migrationId, task, actor } = job;
  const { run, error } = await executeRun(deps, runId, {
    signal,
    ...(job.force === undefined ? {} : { force: job.force }),
  });
  if (run.state === "running" || run.state === "queued") return undefined;
  // What people look at next is what would be written, as it was before.
  if (task === "remove-sample" && run.state === "done")
    await takeSample(deps, migrationId, actor, { signal, withoutStaging: "preview" });
  return {
    migrationId,
    task,
    runId,
    outcome: run.state,
    ...(error === undefined ? {} : { error: factsOf(error) }),
  };
}

const factsOf = ({ code, saying }: CutoverError) => ({ code, saying });

async function requireApproval(
  deps: Dependencies,
  migrationId: string,
  kind: "terms" | "plan",
  hash?: string,
) {
  const given = await deps.store.approvals.list(migrationId);
  if (
    given.some(
      (one) => one.kind === kind && one.role === "customer" && (hash === undefined || one.hash === hash),
    )
  )
    return;
  throw new RefusedError({ code: "not_approved", args: { what: kind } });
}

/** An account manager's yes that is newer than what it takes back. */
async function requireRollbackApproval({ store }: Dependencies, migrationId: string): Promise<void> {
  const [given, full] = await Promise.all([
    store.approvals.list(migrationId),
    store.runs.latest(migrationId, "full", "production"),
  ]);
  if (given.some((one) => one.kind === "rollback" && one.role === "account-manager" && isAfter(one, full)))
    return;
  throw new RefusedError({ code: "not_approved", args: { what: "rollback" } });
}
