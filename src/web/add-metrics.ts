// What Cutover is doing, as Prometheus reads it: active runs and what they have done, and the process's memory.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import type { Engine } from "../engine/engine.ts";
import { RUN_PHASES, type Run, type RunState } from "../engine/model/run.ts";
import type { Secret } from "../engine/model/secret.ts";
import { isFromHere } from "./is-from-here.ts";

const ACTIVE: readonly RunState[] = ["queued", "running"];

/**
 * `GET /metrics`, for this machine itself or for whoever knows the token. It asks for the active runs only, which is
 * one small query: counting the journal of a large migration would cost more than a figure is worth.
 */
export function addMetrics(
  app: Hono,
  engine: Pick<Engine, "activeRuns">,
  options: { readonly token?: Secret },
): void {
  app.get("/metrics", async (c) => {
    if (!isFromHere(c) && !knowsToken(c, options.token)) {
      return c.text("Metrics are for this machine, or for a bearer token that is METRICS_TOKEN.\n", 401, {
        "WWW-Authenticate": "Bearer",
      });
    }
    const text = assembleMetrics(await engine.activeRuns(), process.memoryUsage(), process.uptime());
    return c.body(text, 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}

function knowsToken(c: Context, token: Secret | undefined): boolean {
  const given = /^Bearer (.+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  if (token === undefined || given === undefined) return false;
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token.reveal()));
}

/** `memory` in bytes, `uptime` in seconds. No label holds anything of a customer's. */
export function assembleMetrics(
  runs: readonly Run[],
  memory: Pick<NodeJS.MemoryUsage, "rss" | "heapUsed" | "external">,
  uptime: number,
): string {
  const sum = (of: (run: Run) => number) => runs.reduce((total, run) => total + of(run), 0);
  const inState = (state: RunState) => runs.filter((run) => run.state === state).length;
  const byPhase = RUN_PHASES.map(
    (phase) => [`phase="${phase}"`, sum((run) => run.progress.phases[phase]?.done ?? 0)] as const,
  );
  const waiting = runs.filter((run) => run.progress.waiting !== undefined).length;
  return [
    ...gauge("cutover_active_runs", "Runs that have not ended, by state.", [
      ...ACTIVE.map((state) => [`state="${state}"`, inState(state)] as const),
    ]),
    ...gauge("cutover_active_runs_waiting", "Active runs that wait for a vendor.", [["", waiting]]),
    ...gauge("cutover_active_run_writes", "Requests that active runs have written with.", [
      ["", sum((run) => run.progress.writes)],
    ]),
    ...gauge("cutover_active_run_exceptions", "Records that did not make it, in active runs.", [
      ["", sum((run) => run.progress.exceptions)],
    ]),
    ...gauge("cutover_active_run_records_done", "Records that active runs have done, by phase.", byPhase),
    ...gauge(
      "cutover_active_run_requests_per_second",
      "Over the last half minute, all active runs together.",
      [["", sum((run) => run.progress.rate)]],
    ),
    ...gauge("process_resident_memory_bytes", "Resident memory.", [["", memory.rss]]),
    ...gauge("nodejs_heap_size_used_bytes", "Used heap.", [["", memory.heapUsed]]),
    ...gauge("nodejs_external_memory_bytes", "Memory outside the heap.", [["", memory.external]]),
    ...gauge("process_uptime_seconds", "Since the program started.", [["", Math.round(uptime)]]),
    "",
  ].join("\n");
}

function gauge(name: string, help: string, values: readonly (readonly [label: string, value: number])[]) {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...values.map(([label, value]) => `${name}${label === "" ? "" : `{${label}}`} ${value}`),
  ];
}
