// What reading a ConnectWise costs: requests a ticket, use of its limit, memory at two sizes, and the same work through `connectwise-rest`.
//   npm run bench extract -- [--tickets 60000] [--small 6000] [--limit 12000] [--latency 0] [--only ours|small|pglite|plain]
// ConnectWise's own line is about 1,000 requests a minute; the limit here is higher, so that an hour passes in minutes.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openBenchDatabase } from "./support/bench-database.ts";
import { NOTES_A_TICKET } from "./support/make-bench-tenant.ts";
import { type ReadFigures, runReader } from "./support/read-figures.ts";
import { type ConnectWiseState, startConnectWiseProcess } from "./support/start-connectwise-process.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "60000" },
    small: { type: "string", default: "6000" },
    /** Requests a minute; 0: none. */
    limit: { type: "string", default: "12000" },
    latency: { type: "string", default: "0" },
    only: { type: "string" },
  },
});

const LIMIT_MB = 300;
const LIMIT_SHARE = 0.95;
const LIMIT_GROWTH = 0.2;
const tickets = Number(values.tickets);
const small = Number(values.small);
const limit = Number(values.limit);
const wanted = (name: string) => values.only === undefined || values.only === name;

interface Measured extends ReadFigures {
  readonly state: ConnectWiseState;
}

const mb = (n: number) => `${n.toFixed(0)} MB`;
const percent = (n: number) => `${(100 * n).toFixed(1)} %`;
const OURS = new URL("./support/extract-worker.ts", import.meta.url);
const PLAIN = new URL("./support/plain-extract-worker.ts", import.meta.url);
const failed: string[] = [];

/** A stand-in, a database and a process of its own for each, so that nothing of one is counted in another. */
async function measure(count: number, script: URL, kind: "postgres" | "pglite"): Promise<Measured> {
  const connectwise = await startConnectWiseProcess({
    tickets: count,
    ratePerMinute: limit,
    latencyMs: Number(values.latency),
  });
  const database = kind === "postgres" ? await openBenchDatabase("postgres") : undefined;
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-bench-"));
  try {
    const figures = await runReader(script, {
      address: connectwise.address,
      dataDirectory,
      ...(database?.url === undefined ? {} : { databaseUrl: database.url }),
      maxPerSecond: limit === 0 ? 100_000 : Math.max(200, (1.5 * limit) / 60),
    });
    return { ...figures, state: await connectwise.state() };
  } finally {
    await database?.drop();
    await connectwise.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Of whole minutes that began when notes were being read; the last minute is cut by the end. */
function utilisation({ windows, firstNotesMs = 0 }: ConnectWiseState): { share: number; minutes: number } {
  const whole = windows.slice(0, -1).filter(({ startMs }) => startMs >= firstNotesMs);
  const served = whole.reduce((sum, one) => sum + one.served, 0);
  return { share: served / (limit * Math.max(1, whole.length)), minutes: whole.length };
}

function hold(name: string, holds: boolean): string {
  if (!holds) failed.push(name);
  return holds ? "" : "   MISSED";
}

function describe(title: string, count: number, { state, ...figures }: Measured): void {
  const served = state.byStatus["200"] ?? 0;
  console.log(
    `  ${title}: ${count} tickets, ${count * NOTES_A_TICKET} notes in ${figures.seconds.toFixed(1)} s`,
  );
  console.log(
    `    ${figures.tickets} tickets staged, ${figures.ticketsWithNotes} with their notes, ${figures.exceptions} exceptions${hold(`${title}: complete`, figures.tickets === count && figures.ticketsWithNotes === count)}`,
  );
  console.log(
    `    requests: ${state.total}, ${(served / count).toFixed(3)} answered a ticket, ${state.byStatus["429"] ?? 0} refused by the limit`,
  );
  const whole = limit === 0 ? 0 : served / ((limit / 60) * figures.seconds);
  if (limit > 0) console.log(`    use of the limit from beginning to end: ${percent(whole)}`);
  console.log(
    `    peak memory of the process: ${mb(figures.peakMb)} (${mb(figures.openedMb)} when opened); processor ${figures.cpuSeconds.toFixed(0)} s`,
  );
}

console.log(`extract: limit ${limit === 0 ? "none" : `${limit} a minute`}, latency ${values.latency} ms`);
let large: Measured | undefined;
let little: Measured | undefined;
if (wanted("small")) {
  little = await measure(small, OURS, "postgres");
  describe("Cutover on PostgreSQL", small, little);
}
if (wanted("ours")) {
  large = await measure(tickets, OURS, "postgres");
  describe("Cutover on PostgreSQL", tickets, large);
  const { share, minutes } = utilisation(large.state);
  if (minutes > 0) {
    console.log(
      `    use of the limit while notes are read: ${percent(share)} of ${minutes} whole minutes   (limit: ≥ ${percent(LIMIT_SHARE)})${hold("use of the limit", share >= LIMIT_SHARE)}`,
    );
  }
  console.log(
    `    peak memory: ${mb(large.peakMb)}   (limit: ${LIMIT_MB} MB)${hold("memory", large.peakMb <= LIMIT_MB)}`,
  );
}
if (large && little) {
  const growth = large.peakMb / little.peakMb - 1;
  console.log(
    `    against ${small} tickets: ${growth < 0 ? "" : "+"}${percent(growth)}   (limit: within ${percent(LIMIT_GROWTH)})${hold("flat memory", growth <= LIMIT_GROWTH)}`,
  );
}
if (wanted("pglite")) {
  describe("Cutover on PGlite", small, await measure(small, OURS, "pglite"));
}
if (wanted("plain")) {
  const plain = await measure(tickets, PLAIN, "postgres");
  describe("connectwise-rest's paginator, in a loop", tickets, plain);
  if (large) {
    console.log(
      `    against Cutover: ${(plain.seconds / large.seconds).toFixed(2)} times the time, ${(plain.peakMb / large.peakMb).toFixed(2)} times the memory`,
    );
  }
}
if (failed.length > 0) console.log(`MISSED: ${failed.join("; ")}`);
process.exit(failed.length > 0 ? 1 : 0);
