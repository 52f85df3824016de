// Runs: begun once, executed by one process at a time, stopped by people, resumed by anyone.
import { AbortError, CutoverError, InputError, RefusedError } from "../../errors.ts";
import type { Actor } from "../../model/migration.ts";
import type { EnvironmentName } from "../../model/operation.ts";
import { isAfter } from "../../model/order.ts";
import type { RunScope } from "../../model/plan.ts";
import type { Progress, RollbackResult, Run, RunKind, RunState } from "../../model/run.ts";
import { LoadProgress } from "../../stages/load/progress.ts";
import { countUndoable } from "../../stages/rollback/count.ts";
import { rollback } from "../../stages/rollback/rollback.ts";
import { type Dependencies, requireConnection, withDestination } from "../dependencies.ts";
import { keepLaterEdits } from "../reports/later-edits.ts";
import { loadProductionSampleScope } from "../sample/production-sample-scope.ts";
import { type Execution, executeLoad } from "./execute-run.ts";
import { removeLeftCanaries } from "./run-canary.ts";
import { keepProgress } from "./save-progress.ts";

const UNFINISHED: readonly RunState[] = ["queued", "running", "paused", "failed"];
const LOOK_AT_STATE_MS = 1000;

/** Why a run was stopped by a person: the reason of its signal. */
export class Stopped extends Error {
  readonly state: "paused" | "cancelled";
  constructor(state: "paused" | "cancelled") {
    super(`The run was ${state}.`);
    this.state = state;
  }
}

export interface RunFacts {
  readonly migrationId: string;
  readonly kind: RunKind;
  readonly environment: EnvironmentName;
  readonly scope: RunScope;
  readonly planHash?: string;
  readonly force?: boolean;
}

/**
 * The unfinished run of the same kind and plan goes on; otherwise a new one begins, as it does once a rollback took back
 * what the unfinished one had prepared.
 */
export async function beginRun(deps: Dependencies, facts: RunFacts, actor: Actor): Promise<Run> {
  const { store, clock } = deps;
  const { migrationId, kind, environment } = facts;
  const latest = await store.runs.latest(migrationId, kind, environment);
  const undone = await store.runs.latest(migrationId, "rollback", environment);
  const resumable =
    latest !== undefined &&
    !isAfter(undone, latest) &&
    UNFINISHED.includes(latest.state) &&
    latest.planHash === facts.planHash &&
    latest.scope.kind === facts.scope.kind;
  const at = clock();
  const run: Run = resumable
    ? latest
    : await store.runs.create({
        id: deps.newId(),
        ...facts,
        state: "queued",
        progress: { phases: {}, writes: 0, exceptions: 0, rate: 0 },
        startedAt: at.toISOString(),
      });
  await store.audit.append({
    migrationId: facts.migrationId,
    at: at.toISOString(),
    actor,
    event: resumable ? "run-resumed" : "run-started",
    detail: {
      ...{ run: run.id, kind: run.kind, environment: run.environment, plan: run.planHash ?? null },
      ...(run.scope.kind === "all" ? {} : { only: run.scope.kind }),
    },
  });
  return run;
}

export interface RunEnd {
  readonly run: Run;
  readonly writes: number;
  readonly rollback?: RollbackResult;
  readonly error?: CutoverError;
}

/** Throws RefusedError (`run_in_progress`) when another process executes it. */
export async function executeRun(
  deps: Dependencies,
  runId: string,
  options: {
    readonly onProgress?: (progress: Progress) => void;
    readonly force?: boolean;
    readonly signal?: AbortSignal;
  },
): Promise<RunEnd> {
  const lease = await deps.lease(runId);
  if (lease === undefined) {
    throw new RefusedError({ code: "run_in_progress", args: {} });
  }
  try {
    const signals = options.signal === undefined ? [lease.lost] : [options.signal, lease.lost];
    return await executeAlone(deps, runId, { ...options, signal: AbortSignal.any(signals) });
  } finally {
    await lease.release();
  }
}

async function executeAlone(
  deps: Dependencies,
  runId: string,
  options: Parameters<typeof executeRun>[2],
): Promise<RunEnd> {
  const { runs } = deps.store;
  await runs.setState(runId, UNFINISHED, "running", { at: deps.clock() });
  const run = await requireRun(deps, runId);
  if (run.state !== "running") return { run, writes: 0 };
  const halt = new AbortController();
  const signal = options.signal === undefined ? halt.signal : AbortSignal.any([options.signal, halt.signal]);
  const saved = keepProgress(deps, run, options.onProgress);
  const watch = setInterval(() => void lookForStop(deps, runId, halt), LOOK_AT_STATE_MS);
  try {
    const outcome = await attempt(
      deps,
      { deps, run, signal, onProgress: saved.tell },
      options.force === true,
    );
    await saved.flush();
    return await conclude(deps, run, outcome, halt.signal);
  } finally {
    clearInterval(watch);
  }
}

interface Outcome {
  readonly kind: "done" | "stopped" | "paused" | "failed";
  readonly writes: number;
  readonly error?: CutoverError;
  readonly rollback?: RollbackResult;
}

/** Turns every expected end into a value; what is no CutoverError is a crash and is thrown on. */
async function attempt(deps: Dependencies, execution: Execution, force: boolean): Promise<Outcome> {
  try {
    if (execution.run.kind !== "rollback") return await executeLoad(execution);
    const result = await executeRollback(deps, execution, force);
    return {
      kind: "done",
      writes: Object.values(result.deleted).reduce((sum, n) => sum + n, result.restored),
      rollback: result,
    };
  } catch (error) {
    if (error instanceof Stopped || (execution.signal.aborted && error === execution.signal.reason))
      return { kind: "stopped", writes: 0 };
    if (!(error instanceof CutoverError)) throw error;
    return { kind: error instanceof AbortError ? "failed" : "paused", writes: 0, error };
  }
}

async function executeRollback(
  deps: Dependencies,
  { run, signal, onProgress }: Execution,
  force: boolean,
): Promise<RollbackResult> {
  const connection = await requireConnection(deps, run.migrationId);
  const { migrationId, environment } = run;
  const scope =
    run.scope.kind === "sample"
      ? await loadProductionSampleScope(deps, migrationId, environment)
      : { migrationId, environment };
  const progress = new LoadProgress(deps.time, () => 0, onProgress);
  const total = await countUndoable(deps.journal, scope);
  progress.plan("rollback", total);
  progress.begin("rollback");
  const result = await withDestination(deps, connection, run.environment, async (destination) => {
    await removeLeftCanaries({ deps, run, destination, signal }).catch((error: unknown) => {
      // What may not be deleted must not keep the rest from being taken back; the next start names it again.
      if (!(error instanceof CutoverError) || error.code !== "canary_not_deleted") throw error;
      deps.log.warn({ err: error, run: run.id }, "a canary stays behind");
    });
    return rollback({
      ...{ destination, journal: deps.journal, clock: deps.time, signal, scope, force },
      keepLaterEdits: (found) => keepLaterEdits(deps, scope, connection.workspaces, found),
      onProgress: () => {
        progress.wrote();
        progress.passed("rollback");
      },
    });
  });
  // What was kept has been dealt with, too.
  progress.passed("rollback", Math.max(0, total - progress.figures.writes));
  progress.end();
  await deps.store.documents.saveReport(
    run.migrationId,
    "rollback",
    result,
    deps.clock(),
    rollbackOf(run.environment, run.scope.kind),
  );
  return result;
}

/** Whose result is kept apart: the removal of a sample has one of its own. */
export const rollbackOf = (environment: EnvironmentName, scope: RunScope["kind"] = "all") =>
  scope === "all" ? environment : `${environment}:${scope}`;

async function conclude(deps: Dependencies, run: Run, outcome: Outcome, halt: AbortSignal): Promise<RunEnd> {
  const { runs, audit } = deps.store;
  const at = deps.clock();
  const state = outcome.kind === "stopped" ? stateOf(halt) : outcome.kind;
  const reason = outcome.error?.saying;
  // A person may have paused or cancelled it meanwhile: their state stands.
  await runs.setState(run.id, ["running"], state, reason === undefined ? { at } : { at, reason });
  const ended = await requireRun(deps, run.id);
  await audit.append({
    migrationId: run.migrationId,
    at: at.toISOString(),
    actor: "cutover",
    event: "run-ended",
    detail: {
      run: run.id,
      kind: run.kind,
      state: ended.state,
      writes: outcome.writes,
      code: outcome.error?.code ?? null,
    },
  });
  const { kind: _, ...rest } = outcome;
  return { run: ended, ...rest };
}

/** A stop from outside (the program ends) leaves the run running: the next start goes on with it. */
function stateOf(halt: AbortSignal): RunState {
  return halt.aborted && halt.reason instanceof Stopped ? halt.reason.state : "running";
}

async function lookForStop(deps: Dependencies, runId: string, halt: AbortController): Promise<void> {
  try {
    const run = await deps.store.runs.find(runId);
    if (run?.state === "paused" || run?.state === "cancelled") halt.abort(new Stopped(run.state));
  } catch (error) {
    deps.log.warn({ err: error, run: runId }, "could not look whether the run was stopped; looking again");
  }
}

async function requireRun({ store }: Dependencies, runId: string): Promise<Run> {
  const run = await store.runs.find(runId);
  if (run !== undefined) return run;
  throw new InputError({ code: "no_such_run" });
}

/** Pauses, resumes or cancels the migration's unfinished run; undefined when there is none. */
export async function changeRun(
  deps: Dependencies,
  migrationId: string,
  to: "paused" | "queued" | "cancelled",
  actor: Actor,
): Promise<Run | undefined> {
  const latest = await deps.store.runs.latest(migrationId);
  if (latest === undefined || !UNFINISHED.includes(latest.state)) return undefined;
  const from: readonly RunState[] =
    to === "queued" ? ["paused", "failed"] : to === "paused" ? ["queued", "running"] : UNFINISHED;
  if (!(await deps.store.runs.setState(latest.id, from, to, { at: deps.clock() }))) return undefined;
  await deps.store.audit.append({
    migrationId,
    at: deps.clock().toISOString(),
    actor,
    event: `run-${to === "queued" ? "resumed" : to}`,
    detail: { run: latest.id, kind: latest.kind },
  });
  return latest;
}
