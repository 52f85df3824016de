// A sample before everything is read: what it asks for, and that a cutover after it ends as one without it.
import { afterAll, beforeAll, expect, it } from "vitest";
import { AskError } from "../../src/engine/errors.ts";
import type { Progress } from "../../src/engine/model/run.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { linesOf, print, prose } from "../support/in-words.ts";
import {
  type Disturbance,
  type EarlySampleDrill,
  type EarlySampleWorld,
  OPERATOR,
  startEarlySampleWorld,
} from "./early-sample-drill.ts";
import { assembleNormalForm } from "./load-normal-form.ts";

/** More than a sample takes, so that some are left to be read. */
const TICKETS = 150;

class Crash extends Error {}

const crash = () => Promise.reject(new Crash("killed"));
/** Each ends the program where nothing of the next step has begun, or has just begun. */
const deaths: Readonly<Record<string, Disturbance>> = {
  "while the lists are read": {
    source: (real) => ({
      ...real,
      fetchPage: (type, request) => (type === "contact" ? crash() : real.fetchPage(type, request)),
    }),
  },
  "between lists and chosen tickets": { source: (real) => ({ ...real, fetchNotes: crash }) },
  "between notes and files": { source: (real) => ({ ...real, fetchDocuments: crash }) },
  "before anything is written": {
    destination: (real) => ({
      ...real,
      write: (action, signal) =>
        action.kind === "create-conversation" ? crash() : real.write(action, signal),
    }),
  },
};

/** The gate stays short. */
const DEATHS = [
  "while the lists are read",
  "between lists and chosen tickets",
  "between notes and files",
  "before anything is written",
] as const;

/** How long a conversation is snoozed counts from the run's start, which differs. */
const contentOf = ({ intercom }: EarlySampleDrill) =>
  assembleNormalForm(intercom).map((line) => line.replace(/"snoozed":\d+/, '"snoozed":"for a while"'));
const writesOf = ({ intercom }: EarlySampleDrill) =>
  Object.entries(intercom.byRoute).reduce(
    (sum, [route, count]) => (/^GET|search$/.test(route) ? sum : sum + count),
    0,
  );
const sampleOf = (drill: EarlySampleDrill, disturbance?: Disturbance, told: Progress[] = []) =>
  drill.run(
    ({ operator, migrationId }) => operator.sample(migrationId, OPERATOR, (progress) => told.push(progress)),
    disturbance,
  );
const cutover = (drill: EarlySampleDrill) =>
  drill.run(async ({ operator, migrationId }) => {
    const plan = await operator.plan(migrationId);
    const report = await operator.apply(migrationId, plan.hash, OPERATOR);
    return { plan, report };
  });

export function describeEarlySample(database: "pglite" | "postgres"): void {
  let world: EarlySampleWorld;
  beforeAll(async () => {
    world = await startEarlySampleWorld({ tickets: TICKETS });
  });
  afterAll(() => world.stop());
  /** Requests to the source that `work` made, in all and for a ticket's notes. */
  async function countRequests<T>(work: () => Promise<T>) {
    const { requests } = world.connectwise;
    const now = () => ({
      total: requests.total,
      notes: requests.byPattern["GET /service/tickets/{id}/notes"] ?? 0,
    });
    const before = now();
    const result = await work();
    return { result, total: now().total - before.total, notes: now().notes - before.notes };
  }

  /** Surveyed and mapped, and nothing extracted. */
  const start = async () => {
    const drill = await world.start(database);
    await drill.run(async () => undefined);
    return drill;
  };
  let alone: {
    readonly content: readonly string[];
    readonly staged: readonly string[];
    readonly hash: string;
  };
  beforeAll(async () => {
    const drill = await start();
    const { plan, report } = await cutover(drill);
    expect(report.run.state).toBe("done");
    alone = { content: contentOf(drill), staged: await drill.staged(), hash: plan.hash };
  }, 120_000);

  it("reads what it needs, says what it did not look at, and the cutover ends as one without a sample", async () => {
    const drill = await start();
    const told: Progress[] = [];
    const { result: diff, notes } = await countRequests(() => sampleOf(drill, undefined, told));
    expect(diff.tickets).toBeLessThanOrEqual(200);
    expect(diff.discrepancies).toBe(0);
    expect(diff.classes?.notLookedAt).toEqual(["notes", "configurations", "documents"]);
    expect(notes).toBeLessThanOrEqual(diff.tickets);
    const phases = [...new Set(told.map(({ phase }) => phase))];
    expect(phases.slice(0, 3)).toEqual(["extract", "chosen", "provision"]);

    expect(drill.intercom.state.conversations.size).toBe(diff.tickets);
    const { plan, report } = await cutover(drill);
    expect(plan.hash).toBe(alone.hash);
    expect(report).toMatchObject({ run: { state: "done" } });
    expect(await drill.staged()).toEqual(alone.staged);
    expect(contentOf(drill)).toEqual(alone.content);
    await drill.run(async ({ deps: { store }, migrationId }) => {
      expect(await store.staging.listTicketsWithoutNotes(migrationId, undefined, 1)).toEqual([]);
      for (const type of ["pass", "ticket", "notes", "documents", "timeEntry", "company"] as const)
        expect(await store.staging.loadCheckpoint(migrationId, type)).toHaveProperty("completedAt");
    });

    // From now on everything is there, and a sample is chosen from it without asking anything.
    const later = await drill.run(({ operator, migrationId }) =>
      countRequests(() => operator.sample(migrationId, OPERATOR)),
    );
    expect(later.total).toBe(0);
    expect(later.result.classes).not.toHaveProperty("notLookedAt");
  }, 120_000);

  it("taken again, asks for nothing that is there, and writes nothing", async () => {
    const drill = await start();
    const first = await sampleOf(drill);
    const [written, content] = [writesOf(drill), contentOf(drill)];
    const { result: second, notes } = await countRequests(() => sampleOf(drill));
    expect(second).toMatchObject({ tickets: first.tickets, classes: first.classes, discrepancies: 0 });
    expect(notes).toBe(0);
    expect(writesOf(drill)).toBe(written);
    expect(contentOf(drill)).toEqual(content);
  }, 120_000);

  it.each(DEATHS)(
    "killed %s, is forgotten by the cutover after it",
    async (when) => {
      const drill = await start();
      await expect(sampleOf(drill, deaths[when])).rejects.toBeInstanceOf(Crash);
      const { report } = await cutover(drill);
      expect(report).toMatchObject({ run: { state: "done" } });
      expect(await drill.staged()).toEqual(alone.staged);
      expect(contentOf(drill)).toEqual(alone.content);
    },
    120_000,
  );

  it("leaves to the plan what it could not read: a list that was refused is asked for again, a hole is named", async () => {
    const drill = await start();
    const refused = new AskError(
      prose({
        code: "right_missing",
        message: "Agreements are closed.",
        remedy: "Open them.",
      }),
    );
    await sampleOf(drill, {
      source: (real) => ({
        ...real,
        count: async (type) => (await real.count(type)) + (type === "contact" ? 1 : 0),
        fetchPage: (type, request) =>
          type === "agreement" ? Promise.reject(refused) : real.fetchPage(type, request),
      }),
    });
    const open = (migrationId: string, { store }: Dependencies) =>
      store.exceptions.list(migrationId, "production", 100).then((all) => linesOf(all).join());
    await drill.run(async ({ operator, deps, migrationId }) => {
      expect(await open(migrationId, deps)).toContain("Agreements are closed.");
      const plan = await operator.plan(migrationId);
      expect(print(plan).warnings.join()).toMatch(/counts .* contacts, .* 1 is missing/);
      expect(await open(migrationId, deps)).not.toContain("Agreements are closed.");
      expect(await open(migrationId, deps)).toContain("1 is missing");
      await operator.apply(migrationId, plan.hash, OPERATOR);
      expect(await open(migrationId, deps)).not.toContain("1 is missing");
    });
    expect(contentOf(drill)).toEqual(alone.content);
  }, 120_000);

  it("killed, goes on where it stopped when it is taken again", async () => {
    const drill = await start();
    const killed = await countRequests(() =>
      expect(sampleOf(drill, deaths["between notes and files"])).rejects.toBeInstanceOf(Crash),
    );
    expect(killed.notes).toBeGreaterThan(50);
    const again = await countRequests(() => sampleOf(drill));
    expect(again.result.discrepancies).toBe(0);
    expect(again.notes).toBe(0);
  }, 120_000);
}
