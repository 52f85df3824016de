// What the store promises of runs.
import type { EnvironmentName } from "../model/operation.ts";
import type { RunScope } from "../model/plan.ts";
import type { Progress, Run, RunState } from "../model/run.ts";
import type { ErrorSaying } from "../model/sayings/error-arguments.ts";

export interface Runs {
  /** Gives it its number. */
  create(run: Omit<Run, "number">): Promise<Run>;
  find(id: string): Promise<Run | undefined>;
  latest(
    migrationId: string,
    kind?: Run["kind"],
    environment?: EnvironmentName,
    scope?: RunScope["kind"],
  ): Promise<Run | undefined>;
  /** The newest of these kinds that is done, in production. */
  latestDone(migrationId: string, kinds: readonly Run["kind"][]): Promise<Run | undefined>;
  /** Oldest first. */
  listIds(migrationId: string, kind: Run["kind"], environment: EnvironmentName): Promise<readonly string[]>;
  /** Runs in state queued or running, over all migrations. */
  listActive(): Promise<readonly Run[]>;
  /** Compare-and-set; false when the run is in none of the expected states. */
  setState(
    id: string,
    from: readonly RunState[],
    to: RunState,
    facts: { readonly reason?: ErrorSaying; readonly at: Date },
  ): Promise<boolean>;
  saveProgress(id: string, progress: Progress): Promise<void>;
}
