// Cutover between two stand-ins on a clock of the test's own: for days of changes within seconds.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { adminsOf } from "../../sandbox/tenant/members.ts";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import { makeLocks } from "../../src/engine/jobs/locks.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import type { Operator } from "../../src/engine/operator.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { openCore } from "../../src/engine/use-cases/open-core.ts";
import { makeOperator } from "../../src/engine/use-cases/operate.ts";
import { systemClock } from "../../src/engine/write/retry.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { print } from "../../src/words/en/telling.ts";
import { UNPACED } from "../support/connectwise-drill.ts";
import { makeTestDatabase, postgresAnswers } from "../support/database.ts";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const OPERATOR = { team: "local", user: "operator" } as const;

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Everything that knows the time knows this one; a step into the future is an assignment. */
export interface WeekClock {
  ms: number;
}

export interface Week {
  readonly clock: WeekClock;
  readonly connectwise: ConnectWiseSandbox;
  /** A workspace of its own with its own Cutover, on the same source and the same clock. */
  cutover(): Promise<WeekCutover>;
  stop(): Promise<void>;
}

export interface WeekCutover {
  readonly intercom: IntercomSandbox;
  readonly operator: Operator;
  readonly deps: Dependencies;
  /** Connects, proposes the map offline unless it is given one, and plans. */
  prepare(map?: FieldMap): Promise<{ readonly migrationId: string; readonly planHash: string }>;
}

/** The present of the tenant lies ten days back, so that a week of it is past for everybody. */
export async function startWeek(options: {
  readonly tickets: number;
  readonly seed?: number;
  /** PostgreSQL where one answers, unless told. */
  readonly database?: "pglite" | "postgres";
}): Promise<Week> {
  const clock: WeekClock = { ms: Math.floor((Date.now() - 10 * DAY) / 1000) * 1000 };
  const tenant = makeTenant({
    ...{ seed: options.seed ?? 7, now: new Date(clock.ms), tickets: options.tickets },
    ...{
      companies: Math.max(8, Math.ceil(options.tickets / 40)),
      contacts: Math.max(30, options.tickets / 5),
    },
  });
  const connectwise = await startConnectWise({ tenant, clock: () => new Date(clock.ms) });
  const ends: (() => Promise<unknown>)[] = [() => connectwise.stop()];

  async function cutover(): Promise<WeekCutover> {
    const intercom = await startIntercom({
      admins: adminsOf(tenant),
      teams: tenant.boards.map(({ name }, at) => ({ id: String(700 + at), name })),
      ...{ ratePerWindow: 1_000_000, workspaceRatePerWindow: 1_000_000, conversationThrottle: false },
    });
    ends.push(() => intercom.stop());
    const directory = await mkdtemp(join(tmpdir(), "cutover-week-"));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    const database = options.database ?? (postgresAnswers ? "postgres" : "pglite");
    const test = database === "postgres" ? await makeTestDatabase("postgres") : undefined;
    if (test) ends.push(() => test.drop());
    const core = await openCore({
      ...(test?.url === undefined ? {} : { databaseUrl: new Secret(test.url) }),
      ...{ dataDirectory: directory, print, proposer: makeOfflineProposer(), log: SILENT, program: "a test" },
      ...{ searchLagMs: 20, reserveShare: 0 },
    });
    const locks = makeLocks(core.database);
    ends.push(async () => {
      await locks.close();
      await core.close();
    });
    const now = () => new Date(clock.ms);
    const deps: Dependencies = {
      ...core.deps,
      clock: now,
      connectors: {
        ...core.deps.connectors,
        source: ({ connectwise: credentials }) => {
          if (!credentials) throw new RangeError("a week is played on ConnectWise");
          return createConnectWiseSource(credentials, UNPACED);
        },
      },
      time: { now, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal) },
      lease: (runId) => locks.take(`run/${runId}`),
    };
    const operator = makeOperator(deps);
    return {
      ...{ intercom, operator, deps },
      async prepare(map) {
        const { migrationId } = await operator.open(
          {
            source: { connectwise: { url: connectwise.url, ...connectwise.credentials } },
            destination: { intercom: { url: intercom.url, token: intercom.token } },
          },
          OPERATOR,
        );
        const { propose, useMap: takeMap } = operator;
        await (map === undefined ? propose(migrationId) : takeMap(migrationId, map, OPERATOR));
        const plan = await operator.plan(migrationId);
        return { migrationId, planHash: plan.hash };
      },
    };
  }

  return {
    ...{ clock, connectwise, cutover },
    async stop() {
      for (const end of ends.reverse()) await end();
    },
  };
}
