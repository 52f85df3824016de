// Makes the destination hold what the extract and the map say: performs what the walk finds different; resumable anywhere.
import type { ContextBase } from "../../desired/context.ts";
import { loadBase } from "../../desired/load-base.ts";
import { assembleFailedScope, assembleScope, type ScopePart } from "../../desired/scope.ts";
import { type DesiredPhase, walkDesired } from "../../desired/walk.ts";
import type { Destination } from "../../destination/port.ts";
import { CutoverError } from "../../errors.ts";
import { ownAttributesOf } from "../../field-map/attributes.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { Journal, JournalScope } from "../../journal/journal.ts";
import type { RunScope } from "../../model/plan.ts";
import type { Progress, RunPhase } from "../../model/run.ts";
import type { Governor } from "../../pace/governor.ts";
import type { Exceptions, SourceStaging } from "../../store/repositories.ts";
import type { Clock } from "../../write/retry.ts";
import { settlePossible } from "../../write/settle.ts";
import { FailedRecords } from "./failed-records.ts";
import { LoadRun } from "./load-run.ts";
import { loadPhase } from "./phase.ts";
import { LoadProgress } from "./progress.ts";
import { retryDeferred } from "./retry-deferred.ts";

export interface LoadOptions {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly staging: SourceStaging;
  readonly exceptions: Exceptions;
  readonly migrationId: string;
  readonly environment: JournalScope["environment"];
  readonly runId: string;
  readonly scope: RunScope;
  readonly map: FieldMap;
  readonly sourceSystem: "connectwise" | "csv";
  /** Unix seconds: the run's start, the same when it is resumed. */
  readonly runAt: number;
  readonly clock: Clock;
  /** Pauses or cancels: writes under way end, nothing new begins. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Records at once; steps of one record always follow each other. Default 24. */
  readonly concurrency?: number;
  /** For the progress message alone: the destination paces itself. */
  readonly governor?: Pick<Governor, "holdingMs">;
}

export interface LoadResult {
  /** `stopped`: by the signal. `paused`: a person must do something (`error` says what). `failed`: our fault. */
  readonly kind: "done" | "stopped" | "paused" | "failed";
  readonly error?: CutoverError;
  readonly writes: number;
  readonly exceptions: number;
}

const DEFAULT_CONCURRENCY = 24;

/** Errors that are not CutoverErrors are thrown on (after work under way has ended): a crash, for the journal. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { destination, journal, clock, migrationId, environment, runId } = options;
  const progress = new LoadProgress(clock, () => options.governor?.holdingMs() ?? 0, options.onProgress);
  const exceptions = new FailedRecords(options.exceptions, migrationId, environment, runId);
  const tools = {
    ...{ destination, journal, clock, runId },
    scope: { migrationId, environment },
    existingContact: options.map.policies.existingContact,
    conflicts: options.map.policies.conflicts,
    ownAttributes: ownAttributesOf(options.map),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const run = new LoadRun(tools, progress, exceptions, options.concurrency ?? DEFAULT_CONCURRENCY);
  try {
    // What can't be told yet holds up its own record only: see retry-deferred.ts.
    await settlePossible(run.tools, tools.scope);
    await exceptions.load();
    await loadPhases(options, run);
  } catch (error) {
    run.stop(error);
  }
  await run.drain();
  await journal.flush();
  progress.end();
  return conclude(run, options.signal);
}

async function loadPhases(options: LoadOptions, run: LoadRun): Promise<void> {
  const base = await loadBase(options);
  const { journal, scope } = run.tools;
  const walk = walkDesired({ base, journal, scope, part: await assemblePart(options, base) });
  await planProgress(run, walk);
  for (const phase of walk) {
    run.begin(phase.phase);
    await loadPhase(run, phase);
    await retryDeferred(run, (ids) => loadPhase(run, phase, ids));
    if (run.stopped) return;
  }
}

/** Counts are shown from the start; of a knowledge base, only where there is one. */
async function planProgress(run: LoadRun, walk: readonly DesiredPhase[]): Promise<void> {
  const totals = new Map<RunPhase, number>();
  for (const phase of walk) {
    const passes = phase.inner === "circles" ? 2 : 1;
    totals.set(phase.phase, (totals.get(phase.phase) ?? 0) + passes * (await phase.count()));
  }
  for (const [phase, total] of totals) if (phase !== "articles" || total > 0) run.progress.plan(phase, total);
}

/** What is loaded when it is not everything. */
async function assemblePart(
  { scope, staging, exceptions, migrationId, environment }: LoadOptions,
  base: ContextBase,
): Promise<ScopePart | undefined> {
  if (scope.kind === "failed") return assembleFailedScope(exceptions, staging, migrationId, environment);
  return assembleScope(base, scope);
}

function conclude(run: LoadRun, signal: AbortSignal | undefined): LoadResult {
  // What stopped it first counts, unless it was the refusals: all that was begun by the end is named then.
  const refused = run.error === undefined || run.breaker.isTripped ? run.breaker.explain() : undefined;
  const error = signal?.aborted ? run.error : (refused ?? run.error);
  const { figures } = run.progress;
  if (error === undefined) return { kind: signal?.aborted ? "stopped" : "done", ...figures };
  if (error instanceof CutoverError) {
    return { kind: error.recovery === "abort" ? "failed" : "paused", error, ...figures };
  }
  if (signal?.aborted && error === signal.reason) return { kind: "stopped", ...figures };
  throw error;
}
