// The only door: opens the engine for the bot (with a queue and workers) or for an operator (without).
import type { Engine, TaskName } from "./engine.ts";
import { RetryError } from "./errors.ts";
import { makeLocks } from "./jobs/locks.ts";
import { openJobs } from "./jobs/open-jobs.ts";
import type { Operator } from "./operator.ts";
import { DEFAULT_HOUSEKEEPING, type Housekeeping, keepHouse } from "./use-cases/delta/scheduled-work.ts";
import {
  type ConversationEvent,
  type Handlers,
  jobOf,
  makeEngine,
  sendTask,
} from "./use-cases/make-engine.ts";
import { type EngineOptions, openCore } from "./use-cases/open-core.ts";
import { makeOperator } from "./use-cases/operate.ts";
import { executeTask, prepareTask } from "./use-cases/runs/tasks.ts";

export { checkAuditLines, toAuditLine } from "./proof/audit-lines.ts";
export { renderCertificatePdf } from "./proof/certificate-pdf.ts";
export { parseSignedCertificate } from "./proof/certificate-schema.ts";
export { checkCertificate } from "./proof/check-certificate.ts";
export { describeWork } from "./proof/describe-work.ts";
export { suggestStep, suggestTrigger } from "./rebuild-guide/suggest-feature.ts";
export { parseRateCard } from "./stages/survey/rate-card.ts";
export type { EngineOptions } from "./use-cases/open-core.ts";

export interface OpenEngine {
  readonly engine: Engine;
  /** Installations of the Slack app, encrypted at rest. */
  readonly installations: {
    save(key: string, installation: unknown): Promise<void>;
    load(key: string): Promise<unknown | undefined>;
    remove(key: string): Promise<void>;
  };
  /**
   * Takes tasks from the queue from now on, and goes on with runs that a dead process left. Only the program that
   * talks to Slack takes what the conversation is told.
   */
  work(options?: { readonly conversation: boolean }): Promise<void>;
  /** Work under way stops between two writes and goes on at the next start. */
  close(): Promise<void>;
}

/** Tasks of different migrations run side by side in one process. */
const TASKS_AT_ONCE = 4;
const EVERY_TEN_MINUTES = "*/10 * * * *";
const LOCAL = { team: "local", user: "cutover" };

export async function openEngine(options: EngineOptions): Promise<OpenEngine> {
  const core = await openCore(options);
  const jobs = await openJobs(core.database, options.log);
  const deps = { ...core.deps, lease: jobs.leaseRun };
  const handlers: Handlers = {};
  const policy = options.housekeeping ?? DEFAULT_HOUSEKEEPING;
  const house: Housekeeping = {
    async startDelta(migrationId) {
      await sendTask(jobs, await prepareTask(deps, migrationId, "delta", LOCAL, {}));
    },
    async tellForgotten(migrationId, forgotten, days) {
      await tell(migrationId, { kind: "forgotten", forgotten, days });
    },
  };
  const tell = (migrationId: string, event: ConversationEvent) =>
    jobs.send("conversation-event", { migrationId, event });
  return {
    engine: makeEngine(deps, jobs, handlers, policy.deltaHours),
    installations: deps.store.installations,
    async work({ conversation } = { conversation: true }) {
      await jobs.work(
        "task",
        async (data, { signal }) => {
          const event = await executeTask(deps, { ...data, task: data.task as TaskName }, signal);
          if (event === undefined) throw stopping();
          await tell(data.migrationId, { kind: "task", event });
        },
        { concurrency: TASKS_AT_ONCE },
      );
      if (conversation)
        await jobs.work(
          "conversation-event",
          async ({ migrationId, event }) => {
            const told = event as ConversationEvent;
            if (told.kind === "task") await handlers.task?.(told.event);
            else if (told.kind === "connected")
              await handlers.connected?.({ migrationId, person: told.person });
            else await handlers.forgotten?.({ migrationId, forgotten: told.forgotten, days: told.days });
          },
          { concurrency: 1 },
        );
      await jobs.work("housekeeping", () => keepHouse(deps, policy, house), { concurrency: 1 });
      await jobs.schedule("housekeeping", "housekeeping", EVERY_TEN_MINUTES, {});
      for (const run of await deps.store.runs.listActive()) await sendTask(jobs, jobOf(run, LOCAL));
    },
    async close() {
      await jobs.stop();
      await core.close();
    },
  };
}

/** For the command line: no queue; runs are executed here and now. */
export async function openOperator(
  options: EngineOptions,
): Promise<{ readonly operator: Operator; close(): Promise<void> }> {
  const core = await openCore(options);
  const locks = makeLocks(core.database);
  const lease = (runId: string) => locks.take(`run/${runId}`);
  return {
    operator: makeOperator({ ...core.deps, lease }),
    close: async () => {
      await locks.close();
      await core.close();
    },
  };
}

function stopping(): RetryError {
  return new RetryError({ code: "stopping" });
}
