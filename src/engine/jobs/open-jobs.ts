// The queues: pg-boss with our locks, so that a killed process's jobs come back within seconds.
import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { CutoverError, RetryError } from "../errors.ts";
import type { Database, Log } from "../store/database/database.ts";
import { databaseError } from "../store/database/database-error.ts";
import type { JobHandler, Jobs, QueueData, QueueName } from "./jobs.ts";
import { type Locks, makeLocks } from "./locks.ts";
import { makeBoss } from "./make-boss.ts";
import { jobLock, makeSweeper, redeliverAll } from "./redeliver.ts";

const SWEEP_MS = 1_000;
const STOP_MS = 20_000;
const POLL_SECONDS = 2;

const QUEUES: Readonly<Record<QueueName, { readonly retryLimit: number }>> = {
  task: { retryLimit: 5 },
  "conversation-event": { retryLimit: 10 },
  // The next one comes soon enough.
  housekeeping: { retryLimit: 0 },
};

/** Throws AskError or RetryError when the database is away. */
export async function openJobs(database: Database, log: Log): Promise<Jobs> {
  const boss = makeBoss(database);
  boss.on("error", (error) => log.error(factsOf(error), "The job queue met an error"));
  try {
    await boss.start();
    for (const [queue, options] of Object.entries(QUEUES)) {
      await boss.createQueue(queue, {
        ...options,
        policy: "exclusive",
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
        // The longest that pg-boss allows; work that lasts longer is cut in several jobs.
        expireInSeconds: 24 * 3_600 - 1,
        deleteAfterSeconds: 24 * 3_600,
        notify: true,
      });
    }
    if (database.kind === "pglite") tellRedelivered(await redeliverAll(database), log);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw databaseError(error);
  }
  const locks = makeLocks(database);
  const stopping = new AbortController();
  const workers: string[] = [];
  const sweeping = database.kind === "postgres" ? startSweeping(database, boss, workers, log) : undefined;

  return {
    async send(queue, data, { singletonKey, startAfter, retryLimit } = {}) {
      const id = randomUUID();
      const sent = await guarded(
        boss.send(queue, data, {
          id,
          // Without a key of its own a job excludes nobody.
          singletonKey: singletonKey ?? id,
          ...(startAfter === undefined ? {} : { startAfter }),
          ...(retryLimit === undefined ? {} : { retryLimit }),
        }),
      );
      return sent ?? undefined;
    },
    async work(queue, handler, { concurrency }) {
      const options = {
        localConcurrency: concurrency,
        pollingIntervalSeconds: POLL_SECONDS,
        notifyPollingIntervalSeconds: POLL_SECONDS,
      };
      const id = await guarded(
        boss.work<QueueData[typeof queue]>(queue, options, async ([job]) => {
          if (job === undefined) return;
          const signal = AbortSignal.any([stopping.signal, job.signal]);
          await runJob(locks, log, handler, { ...job, attempt: job.retryCount, signal });
        }),
      );
      workers.push(id);
    },
    schedule: (queue, key, cron, data) =>
      guarded(boss.schedule(queue, cron, data, { key, singletonKey: key, tz: "UTC" })),
    unschedule: (queue, key) => guarded(boss.unschedule(queue, key)),
    async leaseRun(runId) {
      const lock = await locks.take(`run/${runId}`);
      return lock && { runId, ...lock };
    },
    async stop() {
      stopping.abort(new Error("The program is stopping."));
      await sweeping?.stop();
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await locks.close();
    },
  };
}

/** While the job's lock is held the job is alive. */
async function runJob<Data>(
  locks: Locks,
  log: Log,
  handler: JobHandler<Data>,
  job: { readonly id: string; readonly data: Data; readonly attempt: number; readonly signal: AbortSignal },
): Promise<void> {
  const lock = await locks.take(jobLock(job.id));
  if (lock === undefined) {
    throw new RetryError({ code: "job_elsewhere" });
  }
  try {
    const signal = AbortSignal.any([job.signal, lock.lost]);
    await handler(job.data, { id: job.id, attempt: job.attempt, signal });
  } catch (error) {
    log.warn({ job: job.id, attempt: job.attempt, ...factsOf(error) }, "A job failed and is tried again");
    // pg-boss keeps what is thrown in its table, with every property: only this much of it.
    throw new Error(
      error instanceof CutoverError ? `${error.code}: ${error.message}` : "The handler failed.",
    );
  } finally {
    await lock.release();
  }
}

function startSweeping(database: Database, boss: PgBoss, workers: readonly string[], log: Log) {
  const sweep = makeSweeper(database);
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    current = sweep()
      .then((ids) => {
        tellRedelivered(ids, log);
        if (ids.length > 0) for (const worker of workers) boss.notifyWorker(worker);
      })
      .catch((error: unknown) => log.warn(factsOf(error), "Jobs of dead processes can't be looked for now"))
      .finally(() => {
        busy = false;
      });
  }, SWEEP_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}

function tellRedelivered(ids: readonly string[], log: Log): void {
  if (ids.length > 0) log.warn({ jobs: ids }, "Jobs of a process that died were given back to their queues");
}

async function guarded<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw databaseError(error);
  }
}

/** What a log may hold of an error. */
function factsOf(error: unknown): object {
  const ours = databaseError(error);
  if (ours instanceof CutoverError) return { code: ours.code, reason: ours.message };
  return {
    reason: ours instanceof Error ? ours.name : "unknown",
    stack: ours instanceof Error ? ours.stack : undefined,
  };
}
