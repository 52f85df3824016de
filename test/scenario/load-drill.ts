// A whole load against the stand-in on PGlite: staged records, a journal, a strict workspace, a clock that hurries.
import type { IntercomOptions } from "../../sandbox/intercom/options.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import type { BlobStore } from "../../src/engine/blobs/port.ts";
import { openIntercom } from "../../src/engine/destination/intercom/open-intercom.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import type { SampleDiff } from "../../src/engine/engine.ts";
import { attributesOfMap } from "../../src/engine/field-map/attributes.ts";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import type { Journal } from "../../src/engine/journal/journal.ts";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Plan } from "../../src/engine/model/plan.ts";
import type { Certificate } from "../../src/engine/model/reports/certificate.ts";
import type { RollbackResult } from "../../src/engine/model/run.ts";
import type { Governor } from "../../src/engine/pace/governor.ts";
import { type LoadOptions, type LoadResult, load } from "../../src/engine/stages/load/load.ts";
import { type PlanRequest, plan } from "../../src/engine/stages/plan/plan.ts";
import { type ProvisionOptions, provision } from "../../src/engine/stages/provision/provision.ts";
import { type RollbackOptions, rollback } from "../../src/engine/stages/rollback/rollback.ts";
import type { SampleChoice } from "../../src/engine/stages/sample/choose.ts";
import { chooseSample, fetchFieldDiff } from "../../src/engine/stages/sample/field-diff.ts";
import { reconcile } from "../../src/engine/stages/verify/reconcile.ts";
import { makeExceptions } from "../../src/engine/store/exceptions.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import type { Exceptions, SourceStaging } from "../../src/engine/store/repositories.ts";
import { type Clock, systemClock } from "../../src/engine/write/retry.ts";
import { ADMINS, aBoard, aFieldMap, aMember, anSla, aPriority } from "../support/builders.ts";
import { makeTestDatabase, type TestDatabase } from "../support/database.ts";
import { makeInProcessClient } from "../support/in-process-http.ts";
import { makeMemoryExceptions } from "../support/memory-exceptions.ts";
import { makeMemoryJournal } from "../support/memory-journal.ts";
import { createMemoryStaging } from "../support/memory-staging.ts";
import { type LoadRecords, makeLoadRecords } from "./load-records.ts";

/** Everything passes; what is tested here is not the pace. */
export const openGate: Governor = {
  acquire: async (signal) => signal?.throwIfAborted(),
  report: () => undefined,
  holdingMs: () => 0,
  figures: { granted: 0, limited: 0 },
  close: async () => undefined,
};

/** Real time, short sleeps. */
export const hurriedClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal),
};

export interface LoadDrill {
  readonly intercom: IntercomSandbox;
  readonly records: LoadRecords;
  readonly map: FieldMap;
  readonly migrationId: string;
  /** A new process would begin so: nothing but the journal is remembered. */
  destination(): Destination;
  provision(more?: Partial<ProvisionOptions>): Promise<void>;
  /** What a load would do now. */
  plan(more?: Partial<PlanRequest>): Promise<Plan>;
  load(more?: Partial<LoadOptions>): Promise<LoadResult>;
  reconcile(): Promise<Certificate>;
  rollback(more?: Partial<RollbackOptions>): Promise<RollbackResult>;
  chooseSample(): Promise<SampleChoice>;
  fieldDiff(ticketIds: readonly string[], coverage: number): Promise<SampleDiff>;
  /** Writes again what changed. */
  stage(records: LoadRecords): Promise<void>;
  readonly journal: Journal;
  readonly staging: SourceStaging;
  readonly exceptions: Exceptions;
  writes(): number;
  stop(): Promise<void>;
}

let drills = 0;

/** Time that passes only when somebody waits or asks for it, for the workspace and the program alike. */
export interface DrillTime {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly clock: Clock;
}

export async function startLoadDrill(options: {
  readonly tickets: number;
  /** Instead of so many tickets. */
  readonly records?: LoadRecords;
  /** Nothing is kept in a database, and requests take no socket: for drills by the hundred. */
  readonly inMemory?: boolean;
  /** Requests take no socket, whatever keeps the records. */
  readonly inProcess?: boolean;
  readonly time?: DrillTime;
  readonly intercom?: IntercomOptions;
  readonly map?: Partial<FieldMap>;
  readonly database?: TestDatabase;
  /** How long a search is given before an absence is believed; short, as the stand-in does not lag by itself. */
  readonly searchLagMs?: number;
  readonly blobs?: BlobStore;
}): Promise<LoadDrill> {
  const test = options.inMemory ? undefined : (options.database ?? (await makeTestDatabase("pglite")));
  const { time } = options;
  const intercom = await startIntercom({
    admins: ADMINS.map(({ id, name, email }) => ({ id, name, email: email ?? `${id}@msp.example` })),
    teams: [{ id: "70", name: "Help Desk" }],
    ratePerWindow: 1_000_000,
    workspaceRatePerWindow: 1_000_000,
    conversationThrottle: false,
    ...(time ? { now: time.now } : {}),
    ...options.intercom,
  });
  drills += 1;
  const migrationId = `drill-${drills}`;
  const staging = test ? makeStaging(test.database) : createMemoryStaging();
  const journal = test ? openJournal(test.database) : makeMemoryJournal();
  const exceptions = test ? makeExceptions(test.database) : makeMemoryExceptions();
  const map = aFieldMap(options.map);
  const records = options.records ?? makeLoadRecords(options.tickets);
  const runAt = Math.floor((time?.now() ?? Date.now()) / 1000);
  const scope = { migrationId, environment: "production" } as const;
  const opened: Destination[] = [];

  const destination = () => {
    const made = openIntercom({
      url: intercom.url,
      token: intercom.token,
      governor: openGate,
      searchLagMs: options.searchLagMs ?? 40,
      ...(time ? { now: () => time.clock.now(), sleep: time.clock.sleep } : {}),
      ...(test && !options.inProcess ? {} : { http: makeInProcessClient(intercom, "Intercom") }),
      ...(options.blobs ? { blobs: options.blobs } : {}),
    });
    opened.push(made);
    return made;
  };
  const common = () => ({
    ...{ journal, staging, exceptions, migrationId, map, runAt },
    environment: "production" as const,
    scope: { kind: "all" } as const,
    sourceSystem: "connectwise" as const,
    clock: time?.clock ?? hurriedClock,
    destination: destination(),
  });

  async function stage({ companies, contacts, bundles }: LoadRecords): Promise<void> {
    const at = new Date();
    await staging.putRecords(migrationId, "board", [aBoard()], at);
    await staging.putRecords(migrationId, "member", [aMember()], at);
    await staging.putRecords(migrationId, "sla", [anSla()], at);
    await staging.putRecords(migrationId, "priority", [aPriority()], at);
    await staging.putRecords(migrationId, "company", companies, at);
    await staging.putRecords(migrationId, "contact", contacts, at);
    await staging.putRecords(
      migrationId,
      "ticket",
      bundles.map(({ ticket }) => ticket),
      at,
    );
    await staging.putRecords(
      migrationId,
      "notes",
      bundles.map(({ ticket, notes }) => ({ id: ticket.id, notes })),
      at,
    );
    const entries = bundles.flatMap(({ timeEntries }) => timeEntries);
    await staging.putRecords(migrationId, "timeEntry", entries, at);
  }
  await stage(records);

  return {
    ...{ intercom, records, map, migrationId, destination, stage, journal, staging, exceptions },
    async provision(more = {}) {
      const attributes = attributesOfMap(map);
      await provision({ ...common(), scope, runId: "run-1", attributes, ...more });
    },
    plan: (more = {}) => {
      const source = { system: "connectwise" as const, key: "drill", title: "the drill" };
      return plan({ ...common(), source, warnings: [], ...more });
    },
    load: (more = {}) => load({ ...common(), runId: "run-1", ...more }),
    reconcile: () => reconcile({ ...common(), approvals: [] }),
    chooseSample: () => chooseSample(staging, migrationId, map),
    fieldDiff: (ticketIds, coverage) => fetchFieldDiff({ ...common(), ticketIds, coverage }),
    rollback: (more = {}) => rollback({ ...common(), scope, force: false, ...more }),
    writes: () =>
      Object.entries(intercom.byRoute)
        .filter(([route]) => !route.startsWith("GET") && !route.endsWith("/search"))
        .reduce((sum, [, count]) => sum + count, 0),
    async stop() {
      await Promise.all(opened.map((one) => one.close()));
      await intercom.stop();
      if (!options.database) await test?.drop();
    },
  };
}
