// What Cutover is doing, in Prometheus's terms: active runs and what they have done, and the process.
import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { RUN_PHASES, type Run, type RunState } from "../engine/model/run.ts";

const ACTIVE: readonly RunState[] = ["queued", "running"];

export interface Metrics {
  readonly contentType: string;
  /** Prometheus's text. No label holds anything of a customer's. */
  describe(runs: readonly Run[]): Promise<string>;
}

/** With what `prom-client` tells of the process: memory, processor, event loop, garbage collection. */
export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ) => new Gauge({ name, help, labelNames, registers: [registry] });

  const active = gauge("cutover_active_runs", "Runs that have not ended, by state.", ["state"]);
  const waiting = gauge("cutover_active_runs_waiting", "Active runs that wait for a vendor.");
  const writes = gauge("cutover_active_run_writes", "Requests that active runs have written with.");
  const exceptions = gauge("cutover_active_run_exceptions", "Records that did not make it, in active runs.");
  const done = gauge("cutover_active_run_records_done", "Records that active runs have done, by phase.", [
    "phase",
  ]);
  const pace = gauge(
    "cutover_active_run_requests_per_second",
    "Over the last half minute, all active runs together.",
  );
  const uptime = gauge("process_uptime_seconds", "Since the program started.");

  return {
    contentType: registry.contentType,
    async describe(runs) {
      const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0);
      for (const state of ACTIVE)
        active.set(
          { state },
          sum((run) => Number(run.state === state)),
        );
      waiting.set(sum(({ progress }) => Number(progress.waiting !== undefined)));
      writes.set(sum(({ progress }) => progress.writes));
      exceptions.set(sum(({ progress }) => progress.exceptions));
      for (const phase of RUN_PHASES)
        done.set(
          { phase },
          sum(({ progress }) => progress.phases[phase]?.done ?? 0),
        );
      pace.set(sum(({ progress }) => progress.rate));
      uptime.set(Math.round(process.uptime()));
      return registry.metrics();
    },
  };
}
