// Loads staged tickets into the stand-in once, with everything real: database, journal, governor, HTTP.
import { randomUUID } from "node:crypto";
import { openIntercom } from "../../src/engine/destination/intercom/open-intercom.ts";
import { attributesOfMap, type FieldMap } from "../../src/engine/field-map/index.ts";
import { openJournal } from "../../src/engine/journal/open-journal.ts";
import type { Progress } from "../../src/engine/model/run.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import { makeDatabaseBudget, makeMemoryBudget } from "../../src/engine/pace/budget-store.ts";
import { makeGovernor } from "../../src/engine/pace/make-governor.ts";
import { systemClock as paceClock } from "../../src/engine/pace/system-clock.ts";
import { load } from "../../src/engine/stages/load/load.ts";
import { provision } from "../../src/engine/stages/provision/provision.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { openStore } from "../../src/engine/store/open-store.ts";
import { parseSecretKey } from "../../src/engine/store/secrets/secrets.ts";
import { systemClock } from "../../src/engine/write/retry.ts";
import { benchMap, stageTickets } from "./stage-tickets.ts";

export interface LoadOnce {
  readonly database: Database;
  readonly url: string;
  readonly token: string;
  readonly tickets: number;
  readonly firstTicket?: number;
  /** 0: no limit. */
  readonly limitPerWindow: number;
  readonly reserveShare: number;
  readonly concurrency: number;
  /** Called when staging and provisioning are done, before the first record is written. */
  readonly onStart?: () => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
  /** Called when everything was written, before the database is let go. */
  readonly onLoaded?: (loaded: Loaded) => Promise<void>;
}

/** What a verification needs of a load that ended. */
export interface Loaded {
  readonly store: ReturnType<typeof openStore>;
  readonly journal: ReturnType<typeof openJournal>;
  readonly migrationId: string;
  readonly map: FieldMap;
  /** Unix seconds. */
  readonly runAt: number;
}

export interface LoadFigures {
  readonly writes: number;
  readonly exceptions: number;
  readonly seconds: number;
  /** Milliseconds since 1970 at which the first record could be written, and at which the last one was. */
  readonly beganAt: number;
  readonly endedAt: number;
  readonly commits: number;
  readonly limited: number;
  /** Megabytes, of this process. */
  readonly peakMemory: number;
  readonly kind: string;
  readonly error?: string;
}

export async function loadOnce(options: LoadOnce): Promise<LoadFigures> {
  const { database, url, token, tickets } = options;
  const store = openStore(database, parseSecretKey(new Secret("bench bench bench bench")));
  const journal = openJournal(database);
  const migrationId = randomUUID();
  await store.migrations.findOrCreate({
    id: migrationId,
    key: `bench:${migrationId}`,
    title: "bench",
    createdBy: { team: "local", user: "bench" },
    createdAt: new Date().toISOString(),
  });
  await stageTickets(store.staging, migrationId, tickets, options.firstTicket);
  const governor = makeGovernor({
    store: database.kind === "pglite" ? makeMemoryBudget() : makeDatabaseBudget(database, "bench"),
    clock: paceClock,
    random: Math.random,
    reserveShare: options.reserveShare,
    limitPerWindow: options.limitPerWindow === 0 ? 10_000_000 : options.limitPerWindow,
    ...(options.limitPerWindow === 0 ? { block: 500 } : {}),
  });
  const destination = openIntercom({ url, token, governor });
  const runId = randomUUID();
  const scope = { migrationId, environment: "production" } as const;
  await store.runs.create({
    ...{
      id: runId,
      migrationId,
      kind: "full",
      environment: "production",
      scope: { kind: "all" },
      state: "running",
    },
    progress: { phases: {}, writes: 0, exceptions: 0, rate: 0 },
  });
  const map = benchMap();
  await provision({
    destination,
    journal,
    clock: systemClock,
    scope,
    runId,
    map,
    attributes: attributesOfMap(map),
  });
  await options.onStart?.();
  const began = process.hrtime.bigint();
  const beganAt = Date.now();
  const runAt = Math.floor(beganAt / 1000);
  const result = await load({
    ...{
      destination,
      journal,
      staging: store.staging,
      exceptions: store.exceptions,
      migrationId,
      runId,
      map,
    },
    environment: "production",
    scope: { kind: "all" },
    sourceSystem: "connectwise",
    runAt,
    clock: systemClock,
    concurrency: options.concurrency,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const endedAt = Date.now();
  await destination.close();
  await governor.close();
  await options.onLoaded?.({ store, journal, migrationId, map, runAt });
  return {
    ...{ writes: result.writes, exceptions: result.exceptions, seconds, kind: result.kind },
    ...{ beganAt, endedAt },
    commits: journal.figures.commits,
    limited: governor.figures.limited,
    peakMemory: process.resourceUsage().maxRSS / 1024,
    ...(result.error === undefined ? {} : { error: result.error.message }),
  };
}
