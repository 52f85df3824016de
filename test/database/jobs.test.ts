// The queues: jobs outlive their process, runs have one executor, singletons are single.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { JobContext, Jobs, QueueData } from "../../src/engine/jobs/jobs.ts";
import { makeLocks } from "../../src/engine/jobs/locks.ts";
import { openJobs } from "../../src/engine/jobs/open-jobs.ts";
import { makeSweeper } from "../../src/engine/jobs/redeliver.ts";
import type { Log } from "../../src/engine/store/database/database.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import { describeOnEachDatabase, makeTestDatabase, postgresAnswers } from "../support/database.ts";

const base = { migrationId: "m", actor: { team: "T1", user: "U1" } };
const soon = { timeout: 120_000, interval: 50 };

/** Keeps what was logged, for assertions. */
function makeLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  return { lines, info: keep, warn: keep, error: keep };
}

describeOnEachDatabase("the job queues", (database) => {
  const log = makeLog();
  const ran: { readonly data: QueueData["task"]; readonly context: JobContext }[] = [];
  let jobs: Jobs;
  let failures = 0;
  let release: () => void = () => undefined;
  beforeAll(async () => {
    jobs = await openJobs(database(), log);
    await jobs.work(
      "task",
      async (data, context) => {
        ran.push({ data, context });
        if (data.task === "hold") {
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }
        if (data.task === "flaky" && failures-- > 0) throw new Error("customer words");
      },
      { concurrency: 3 },
    );
  });
  afterAll(async () => {
    release();
    await jobs.stop();
  });
  const runsOf = (task: string) => ran.filter((one) => one.data.task === task);

  it("hand a job to a worker at once, with its data", async () => {
    await jobs.send("task", { ...base, task: "plain", runId: "r" });
    await vi.waitFor(() => expect(runsOf("plain")).toHaveLength(1), soon);
    expect(runsOf("plain")[0]?.data).toEqual({ ...base, task: "plain", runId: "r" });
  });

  it("try a failed job again, and keep nothing of what it threw", async () => {
    failures = 1;
    await jobs.send("task", { ...base, task: "flaky" });
    await vi.waitFor(() => expect(runsOf("flaky")).toHaveLength(2), soon);
    expect(runsOf("flaky").map((one) => one.context.attempt)).toEqual([0, 1]);
    const rows = await database().execute<{ output: unknown }>(sql`select output from pgboss.job`);
    expect(JSON.stringify(rows)).not.toContain("customer words");
  });

  it("take one job of a singleton while it is queued or runs, and the next when it ended", async () => {
    const options = { singletonKey: "run:1" };
    const hold = { ...base, task: "hold" };
    const sent = await Promise.all([1, 2, 3].map(() => jobs.send("task", hold, options)));
    expect(sent.filter((id) => id !== undefined)).toHaveLength(1);
    await vi.waitFor(() => expect(runsOf("hold")).toHaveLength(1), soon);
    expect(await jobs.send("task", hold, options)).toBeUndefined();
    release();
    await vi.waitFor(async () => expect(await jobs.send("task", hold, options)).toBeDefined(), soon);
    await vi.waitFor(() => expect(runsOf("hold")).toHaveLength(2), soon);
    release();
  });

  it("keep a job back until its time", async () => {
    const startAfter = new Date(Date.now() + 3_600_000);
    await jobs.send("task", { ...base, task: "later" }, { startAfter });
    await jobs.send("task", { ...base, task: "sooner" }, { startAfter: new Date(Date.now() + 200) });
    await vi.waitFor(() => expect(runsOf("sooner")).toHaveLength(1), soon);
    expect(runsOf("later")).toHaveLength(0);
  });

  it("keep schedules by key", async () => {
    const data = { ...base, task: "nightly" };
    await jobs.schedule("task", "nightly", "0 3 * * *", data);
    await jobs.schedule("task", "nightly", "0 4 * * *", data);
    const schedules = () =>
      database().execute<{ cron: string }>(sql`select cron from pgboss.schedule where key = 'nightly'`);
    expect(await schedules()).toEqual([{ cron: "0 4 * * *" }]);
    await jobs.unschedule("task", "nightly");
    expect(await schedules()).toEqual([]);
  });

  it("lease a run to one caller at a time", async () => {
    const leases = await Promise.all([1, 2, 3].map(() => jobs.leaseRun("r1")));
    const held = leases.filter((lease) => lease !== undefined);
    expect(held).toHaveLength(1);
    expect(await jobs.leaseRun("r2")).toBeDefined();
    await held[0]?.release();
    expect(await jobs.leaseRun("r1")).toBeDefined();
  });
});

describe.runIf(postgresAnswers)("a run's lease between processes on PostgreSQL", () => {
  it("excludes the other, and tells its holder when the connection that holds it ends", async () => {
    const test = await makeTestDatabase("postgres");
    const [one, two] = [makeLocks(test.database), makeLocks(test.database)];
    const lock = await one.take("run/r");
    expect(await two.take("run/r")).toBeUndefined();
    await test.database.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'cutover locks' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(lock?.lost.aborted).toBe(true), soon);
    await vi.waitFor(async () => expect(await two.take("run/r")).toBeDefined(), soon);
    expect(await one.take("run/r")).toBeUndefined();
    await Promise.all([one.close(), two.close()]);
    await test.drop();
  });
});

describe.each(postgresAnswers ? (["pglite", "postgres"] as const) : (["pglite"] as const))(
  "a process that is killed in the middle of a job, on %s",
  (kind) => {
    it("loses no job, and its run can be leased again at once", async () => {
      const directory = await mkdtemp(join(tmpdir(), "cutover-jobs-"));
      const test = kind === "postgres" ? await makeTestDatabase(kind) : undefined;
      const options = { databaseUrl: test?.url, dataDirectory: directory, program: "test" };
      const child = await workInChild(options);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;

      const database = await openDatabase(options);
      const log = makeLog();
      const jobs = await openJobs(database, log);
      const attempts: number[] = [];
      await jobs.work("task", async (_data, { attempt }) => void attempts.push(attempt), { concurrency: 1 });
      await vi.waitFor(() => expect(attempts).toEqual([1]), soon);
      expect(log.lines.join()).toContain("given back");
      const lease = await jobs.leaseRun("r");
      expect(lease).toBeDefined();
      await jobs.stop();
      await database.close();
      await test?.drop();
      await rm(directory, { recursive: true, force: true });
    });
  },
);

describe.runIf(postgresAnswers)("a living process on PostgreSQL", () => {
  it("keeps its job while another process looks for orphans", async () => {
    const test = await makeTestDatabase("postgres");
    const [one, two] = [await openJobs(test.database, makeLog()), await openJobs(test.database, makeLog())];
    let release: () => void = () => undefined;
    const runs: string[] = [];
    const hold = async () => {
      runs.push("run");
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    for (const jobs of [one, two]) await jobs.work("task", hold, { concurrency: 1 });
    await one.send("task", { ...base, task: "long" });
    await vi.waitFor(() => expect(runs).toHaveLength(1), soon);
    // More sightings than an orphan would last.
    const sweep = makeSweeper(test.database);
    for (let n = 0; n < 4; n++) expect(await sweep()).toEqual([]);
    expect(runs).toHaveLength(1);
    release();
    await Promise.all([one.stop(), two.stop()]);
    await test.drop();
  });
});

/** A process that takes a job and a lease, says so, and never ends by itself. */
async function workInChild(options: object): Promise<ChildProcess> {
  const module = (path: string) => JSON.stringify(new URL(`../../src/engine/${path}`, import.meta.url).href);
  const program = `
    const { openDatabase } = await import(${module("store/database/open-database.ts")});
    const { openJobs } = await import(${module("jobs/open-jobs.ts")});
    const log = { info() {}, warn() {}, error: console.error };
    const jobs = await openJobs(await openDatabase(${JSON.stringify(options)}), log);
    await jobs.work("task", async () => {
      await jobs.leaseRun("r");
      console.log("working");
      await new Promise(() => {});
    }, { concurrency: 1 });
    await jobs.send("task", { migrationId: "m", task: "full", runId: "r" });
    setInterval(() => {});`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return child;
}
