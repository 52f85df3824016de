// Kills a run again and again by -9 and lets it end: what is lost, what is doubled, how soon it writes again.
//   npm run bench recovery -- [--kills 100] [--tickets 2000] [--database pglite|postgres] [--within 150] [--seed 1] [--calm]
import { parseArgs } from "node:util";
import { seededRandom } from "../sandbox/http/faults.ts";
import type { IntercomSandbox } from "../sandbox/intercom/start-intercom.ts";
import { type CliWorld, startCliWorld } from "../test/scenario/cli-program.ts";
import { killAgainAndAgain } from "../test/scenario/kill-drill.ts";
import { assembleNormalForm } from "../test/scenario/load-normal-form.ts";
import { openBenchDatabase } from "./support/bench-database.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    tickets: { type: "string", default: "2000" },
    database: { type: "string", default: "postgres" },
    /** Requests after a start within which it is killed; what the tickets need, spread over the kills, when absent. */
    within: { type: "string" },
    seed: { type: "string", default: "1" },
    calm: { type: "boolean", default: false },
  },
});

const FIRST_WRITE_LIMIT_MS = 5000;
/** Requests a ticket of the stand-in's tenant takes, about. */
const REQUESTS_A_TICKET = 10;

const kills = Number(values.kills);
const tickets = Number(values.tickets);
const within = Number(values.within ?? Math.max(20, Math.floor((1.2 * REQUESTS_A_TICKET * tickets) / kills)));
const database = values.database === "pglite" ? undefined : await openBenchDatabase("postgres");

const world = await startCliWorld({
  ...{ database, tickets, teams: "all" },
  contacts: Math.max(20, Math.floor(tickets / 4)),
  companies: Math.max(5, Math.floor(tickets / 20)),
  intercom: { latencyMs: 5 },
});
try {
  process.exitCode = (await measure(world)) ? 0 : 1;
} finally {
  await world.stop();
}
process.exit();

async function measure({ intercom, ...rest }: CliWorld): Promise<boolean> {
  await rest.json("propose");
  const { hash } = await rest.json("plan");
  const apply = ["apply", rest.file, "--plan", hash, "--json"];
  await rest.run(apply);
  const undisturbed = contentOf(intercom);
  await rest.run(["rollback", rest.file]);

  if (!values.calm)
    for (const method of ["POST", "PUT"]) intercom.faults.inject({ kind: "lost-answer", method, rate: 0.05 });
  const began = performance.now();
  const figures = await killAgainAndAgain(
    {
      start() {
        const { child, ended } = rest.start(apply);
        return { pid: child.pid, ended };
      },
      requests: () => intercom.requests,
      writes: rest.writes,
    },
    { kills, within, random: seededRandom(Number(values.seed)) },
  );
  const seconds = (performance.now() - began) / 1000;
  const lostAnswers = intercom.faults.hits["lost-answer"];
  intercom.faults.clear();

  const { lost, doubled } = compare(undisturbed, contentOf(intercom));
  const [median, p95] = [0.5, 0.95].map((share) => quantile(figures.firstWriteMs, share) / 1000);
  const show = (value: number | undefined) => (value === undefined ? "–" : `${value.toFixed(2)} s`);
  console.log(
    `recovery: ${figures.kills} kills of ${kills}, ${tickets} tickets, ${database === undefined ? "pglite" : "postgres"}, ${lostAnswers} answers lost, ended with ${figures.ended.code}`,
  );
  if (figures.ended.error !== "") console.log(`  ${figures.ended.error.trim()}`);
  console.log(`  lost: ${lost}   (limit: 0)`);
  console.log(`  doubled: ${doubled}   (limit: 0)`);
  console.log(
    `  from restart to the first new write: median ${show(median)}   (limit: ${FIRST_WRITE_LIMIT_MS / 1000} s), p95 ${show(p95)}, of ${figures.firstWriteMs.length} starts that came to write`,
  );
  console.log(`  in all: ${seconds.toFixed(1)} s`);
  console.log(`  notifications to customers: ${intercom.notificationsSent}   (limit: 0)`);
  return (
    lost === 0 && doubled === 0 && figures.ended.code !== 2 && (median ?? 0) * 1000 <= FIRST_WRITE_LIMIT_MS
  );
}

/** How long a conversation is snoozed counts from the run's start, which differs. */
function contentOf(intercom: IntercomSandbox): readonly string[] {
  return assembleNormalForm(intercom).map((line) => line.replace(/"snoozed":\d+/, '"snoozed":""'));
}

/** Records as lines: those of the undisturbed run that are missing or differ, and those that are too many. */
function compare(wanted: readonly string[], found: readonly string[]): { lost: number; doubled: number } {
  const count = (lines: readonly string[]) => Map.groupBy(lines, (line) => line);
  const [should, is] = [count(wanted), count(found)];
  let [lost, doubled] = [0, 0];
  for (const [line, all] of should) lost += Math.max(0, all.length - (is.get(line)?.length ?? 0));
  for (const [line, all] of is) doubled += Math.max(0, all.length - (should.get(line)?.length ?? 0));
  return { lost, doubled };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
