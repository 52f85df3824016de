// Cutover between two stand-ins, opened again and again on one database: for samples that are taken before everything is read.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { ConnectWiseSandbox } from "../../sandbox/connectwise/options.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { type IntercomSandbox, startIntercom } from "../../sandbox/intercom/start-intercom.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { adminsOf } from "../../sandbox/tenant/members.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import { makeLocks } from "../../src/engine/jobs/locks.ts";
import { Secret } from "../../src/engine/model/secret.ts";
import type { Operator } from "../../src/engine/operator.ts";
import { createConnectWiseSource } from "../../src/engine/source/connectwise/index.ts";
import type { Source } from "../../src/engine/source/port.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { openCore } from "../../src/engine/use-cases/open-core.ts";
import { makeOperator } from "../../src/engine/use-cases/operate.ts";
import { systemClock } from "../../src/engine/write/retry.ts";
import { makeOfflineProposer } from "../../src/llm/offline/offline-proposer.ts";
import { print } from "../../src/words/en/telling.ts";
import { UNPACED } from "../support/connectwise-drill.ts";
import { makeTestDatabase } from "../support/database.ts";

export const OPERATOR = { team: "local", user: "operator" } as const;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What the program is given in place of the vendors' adapters. */
export interface Disturbance {
  readonly source?: (real: Source) => Source;
  readonly destination?: (real: Destination) => Destination;
}

export interface EarlySampleWorld {
  readonly connectwise: ConnectWiseSandbox;
  /** A workspace of its own with its own Cutover, on the same source. */
  start(database: "pglite" | "postgres"): Promise<EarlySampleDrill>;
  stop(): Promise<void>;
}

export interface EarlySampleDrill {
  readonly intercom: IntercomSandbox;
  /** The program from its start to its end, in whatever way it ends; credentials and map are there each time. */
  run<T>(
    use: (program: { operator: Operator; deps: Dependencies; migrationId: string }) => Promise<T>,
    disturbance?: Disturbance,
  ): Promise<T>;
  /** `type id hash` of every staged record. */
  staged(): Promise<readonly string[]>;
}

export async function startEarlySampleWorld({
  tickets,
}: {
  readonly tickets: number;
}): Promise<EarlySampleWorld> {
  const tenant = makeTenant({ seed: 7, now: new Date(), tickets, companies: 10, contacts: 40 });
  const connectwise = await startConnectWise({ tenant });
  const ends: (() => Promise<unknown>)[] = [() => connectwise.stop()];
  return {
    connectwise,
    start: (database) => startDrill(database, connectwise, ends),
    async stop() {
      for (const end of ends.reverse()) await end();
    },
  };
}

async function startDrill(
  database: "pglite" | "postgres",
  connectwise: ConnectWiseSandbox,
  ends: (() => Promise<unknown>)[],
): Promise<EarlySampleDrill> {
  const { tenant } = connectwise;
  const intercom = await startIntercom({
    admins: adminsOf(tenant),
    teams: tenant.boards.map(({ name }, at) => ({ id: String(700 + at), name })),
    ...{ ratePerWindow: 1_000_000, workspaceRatePerWindow: 1_000_000, conversationThrottle: false },
  });
  ends.push(() => intercom.stop());
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-early-"));
  ends.push(() => rm(dataDirectory, { recursive: true, force: true }));
  const test = database === "postgres" ? await makeTestDatabase("postgres") : undefined;
  if (test) ends.push(() => test.drop());
  const open = () =>
    openCore({
      ...(test?.url === undefined ? {} : { databaseUrl: new Secret(test.url) }),
      ...{ dataDirectory, print, proposer: makeOfflineProposer(), log: SILENT, program: "a test" },
      ...{ searchLagMs: 20, reserveShare: 0 },
    });

  async function run<T>(
    use: (program: { operator: Operator; deps: Dependencies; migrationId: string }) => Promise<T>,
    { source = (real) => real, destination = (real) => real }: Disturbance = {},
  ): Promise<T> {
    const core = await open();
    const locks = makeLocks(core.database);
    try {
      const { connectors } = core.deps;
      const deps: Dependencies = {
        ...core.deps,
        connectors: {
          source: ({ connectwise: credentials }) => {
            if (!credentials) throw new RangeError("the drill is played on ConnectWise");
            return source(createConnectWiseSource(credentials, UNPACED));
          },
          destination: (credentials) => destination(connectors.destination(credentials)),
        },
        time: { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal) },
        lease: (runId) => locks.take(`run/${runId}`),
      };
      const operator = makeOperator(deps);
      const { migrationId } = await operator.open(
        {
          source: { connectwise: { url: connectwise.url, ...connectwise.credentials } },
          destination: { intercom: { url: intercom.url, token: intercom.token } },
        },
        OPERATOR,
      );
      if ((await deps.store.documents.loadFieldMap(migrationId)) === undefined)
        await operator.propose(migrationId);
      return await use({ operator, deps, migrationId });
    } finally {
      await locks.close();
      await core.close();
    }
  }

  return {
    intercom,
    run,
    async staged() {
      const core = await open();
      try {
        const rows = await core.database.execute<{ line: string }>(
          sql`select type || ' ' || id || ' ' || hash || ' ' || coalesce(deleted_at::text, '') as line
              from source_record order by type, id_number, id`,
        );
        return rows.map(({ line }) => line);
      } finally {
        await core.close();
      }
    },
  };
}
