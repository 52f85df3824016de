// How long a new customer waits for the sample: from the connection to the finished field diff, through the real use
// cases with the offline proposer's map, where nothing was read before.
//   npm run bench sample-time -- [--tickets 60000] [--limit 1000] [--latency 150] [--database postgres|pglite]
// ConnectWise allows --limit requests a minute, its guide's own line; Intercom 1,666 in ten seconds. Both answer after --latency ms.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openOperator } from "../src/engine/index.ts";
import type { Progress } from "../src/engine/model/run.ts";
import { Secret } from "../src/engine/model/secret.ts";
import { makeOfflineProposer } from "../src/llm/offline/offline-proposer.ts";
import { print } from "../src/words/en/telling.ts";
import { openBenchDatabase } from "./support/bench-database.ts";
import { makeBenchTenant, NOTES_A_TICKET } from "./support/make-bench-tenant.ts";
import { startConnectWiseProcess } from "./support/start-connectwise-process.ts";
import { startIntercomProcess } from "./support/start-intercom-process.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "60000" },
    /** Requests a minute; 0: none. */
    limit: { type: "string", default: "1000" },
    latency: { type: "string", default: "150" },
    database: { type: "string", default: "postgres" },
  },
});

const LIMIT_SECONDS = 300;
const ACTOR = { team: "local", user: "bench" };
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const tickets = Number(values.tickets);
const latencyMs = Number(values.latency);

/** Boards and members are the same at any size. */
const { boards, members } = makeBenchTenant(10);
const [connectwise, intercom, dataDirectory] = await Promise.all([
  startConnectWiseProcess({ tickets, ratePerMinute: Number(values.limit), latencyMs }),
  startIntercomProcess({
    admins: members
      .filter(({ inactiveFlag }) => !inactiveFlag)
      .map(({ firstName, lastName, primaryEmail }, at) => ({
        ...{ id: String(9001 + at), name: `${firstName} ${lastName}`, email: primaryEmail },
      })),
    teams: boards.map(({ name }, at) => ({ id: String(700 + at), name })),
    ...{ ratePerWindow: 1666, workspaceRatePerWindow: 100_000_000, latencyMs },
  }),
  mkdtemp(join(tmpdir(), "cutover-bench-")),
]);
interface Step {
  readonly name: string;
  readonly beganMs: number;
  /** Requests that ConnectWise had until then. */
  readonly asked: Promise<number>;
}
const steps: Step[] = [];
/** Counters are asked for in turn: there is one line to them. */
let asking: Promise<number> = Promise.resolve(0);
function begin(name: string): void {
  if (steps.at(-1)?.name === name) return;
  asking = asking.then(async () => (await connectwise.state()).total);
  steps.push({ name, beganMs: performance.now(), asked: asking });
}
const NAMES: Readonly<Record<string, string>> = {
  extract: "the lists are read, and tickets chosen",
  chosen: "what belongs to these tickets is read",
  provision: "attributes are created",
};
/** What is written belongs together. */
function hear({ phase }: Progress): void {
  if (phase !== undefined) begin(NAMES[phase] ?? "written, read back and compared");
}

/** Whatever happens, no stand-in stays behind. */
const ends: (() => Promise<unknown>)[] = [
  () => rm(dataDirectory, { recursive: true, force: true }),
  () => intercom.stop(),
  () => connectwise.stop(),
];
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  for (const end of ends.reverse()) await end();
}

async function measure(): Promise<boolean> {
  const bench = values.database === "postgres" ? await openBenchDatabase("postgres") : undefined;
  if (bench) ends.push(bench.drop);
  const { operator, close } = await openOperator({
    ...(bench?.url === undefined ? {} : { databaseUrl: new Secret(bench.url) }),
    ...{ dataDirectory, print, proposer: makeOfflineProposer(), log: SILENT, program: "bench" },
  });

  ends.push(close);
  begin("connected");
  const { migrationId } = await operator.open(
    {
      source: { connectwise: connectwise.address },
      destination: { intercom: { url: intercom.url, token: intercom.token } },
    },
    ACTOR,
  );
  begin("surveyed, and the map proposed");
  await operator.propose(migrationId);
  const diff = await operator.sample(migrationId, ACTOR, hear);
  begin("end");

  const [first, last] = [steps.at(0), steps.at(-1)];
  const seconds = ((last?.beganMs ?? 0) - (first?.beganMs ?? 0)) / 1000;
  const source = await connectwise.state();
  const destination = await intercom.state();
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `sample-time: ${tickets} tickets, ${tickets * NOTES_A_TICKET} notes; ConnectWise ${values.limit === "0" ? "without a limit" : `at ${values.limit} requests a minute`}, latency ${latencyMs} ms, ${values.database}`,
  );
  for (const [at, { name, beganMs, asked }] of steps.slice(0, -1).entries()) {
    const next = steps[at + 1];
    const took = ((next?.beganMs ?? beganMs) - beganMs) / 1000;
    const requests = ((await next?.asked) ?? 0) - (await asked);
    console.log(
      `  ${name.padEnd(48)} ${took.toFixed(1).padStart(6)} s ${String(requests).padStart(6)} requests to ConnectWise`,
    );
  }
  console.log(
    `  requests: ${source.total} to ConnectWise (${source.byStatus["429"] ?? 0} refused by its limit), ${destination.requests} to Intercom (${destination.rateLimited} refused)`,
  );
  console.log(
    `  sample: ${diff.tickets} tickets, ${diff.contacts} contacts, ${diff.fieldsCompared} fields compared, ${diff.discrepancies} discrepancies`,
  );
  console.log(
    `  coverage: ${percent(diff.coverage)} of values and pairs; not looked at: ${diff.classes?.notLookedAt?.join(", ") ?? "nothing"}`,
  );
  const held = seconds <= LIMIT_SECONDS && diff.discrepancies === 0;
  console.log(
    `  from the connection to the finished diff: ${seconds.toFixed(1)} s   (limit: ${LIMIT_SECONDS} s)${held ? "" : "   MISSED"}`,
  );
  return held;
}
