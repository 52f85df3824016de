// How much of Intercom's quota a run uses, and what one process can do at most.
//   npm run bench load -- [--tickets 3000] [--database postgres|pglite] [--workers 1] [--other 0.3] [--ceiling]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BenchDatabase, openBenchDatabase } from "./support/bench-database.ts";
import { type LoadFigures, type LoadOnce, loadOnce } from "./support/load-once.ts";
import { runPlainLoop } from "./support/plain-loop.ts";
import { type IntercomProcess, startIntercomProcess } from "./support/start-intercom-process.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "3000" },
    database: { type: "string", default: "postgres" },
    workers: { type: "string", default: "1" },
    other: { type: "string", default: "0" },
    latency: { type: "string", default: "150" },
    reserve: { type: "string", default: "0" },
    concurrency: { type: "string", default: "64" },
    ceiling: { type: "boolean", default: false },
  },
});

const LIMIT = 1666;
const WINDOW_MS = 10_000;
const tickets = Number(values.tickets);
const workers = Number(values.workers);
const other = Number(values.other);
const ceiling = values.ceiling === true;
const kind = values.database === "pglite" ? "pglite" : "postgres";

const intercom = await startIntercomProcess({
  admins: [
    { id: "900", name: "Priya Raman", email: "priya@msp.example" },
    { id: "901", name: "Marcus Bell", email: "marcus@msp.example" },
  ],
  teams: [{ id: "70", name: "Help Desk" }],
  ratePerWindow: ceiling ? 100_000_000 : LIMIT,
  workspaceRatePerWindow: 100_000_000,
  latencyMs: ceiling ? 0 : Number(values.latency),
  otherShare: other,
});
const bench = await openBenchDatabase(kind);
const shared = {
  ...{ url: intercom.url, token: intercom.token, limitPerWindow: ceiling ? 0 : LIMIT },
  reserveShare: Number(values.reserve),
  concurrency: Number(values.concurrency),
};
const figures =
  workers === 1
    ? [await loadOnce({ ...shared, database: bench.database, tickets })]
    : await loadTogether(bench, shared);
await report(intercom, figures);
if (ceiling) {
  const plain = await runPlainLoop(intercom.url, intercom.token, 150);
  const ours = figures.reduce((sum, f) => sum + f.writes / f.seconds, 0);
  console.log(
    `  a plain sequential loop over intercom-client, without a journal: ${plain.toFixed(0)} a second; ratio ${(ours / plain).toFixed(1)}`,
  );
}
await bench.drop();
await intercom.stop();

/** Each worker is a process with tickets of its own, on one token's budget in one database. */
async function loadTogether(
  { url }: BenchDatabase,
  options: Omit<LoadOnce, "database" | "tickets">,
): Promise<LoadFigures[]> {
  if (url === undefined) throw new Error("Several workers need PostgreSQL.");
  const script = fileURLToPath(new URL("./support/load-worker.ts", import.meta.url));
  const children = Array.from({ length: workers }, (_, i) => {
    const each = {
      ...options,
      databaseUrl: url,
      tickets: Math.ceil(tickets / workers),
      firstTicket: 1_000_000 * (i + 1),
    };
    const child = spawn(process.execPath, [...process.execArgv, script, JSON.stringify(each)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  /** A worker that ends before it said what was expected has printed why. */
  const nextLine = async ({ child, lines }: (typeof children)[number]): Promise<string> => {
    const { value, done } = await lines.next();
    if (!done) return value;
    for (const other of children) other.child.kill();
    throw new Error(`Worker ${child.pid} ended too early: see above.`);
  };
  for (const each of children) await nextLine(each);
  for (const { child } of children) child.stdin.write("go\n");
  return Promise.all(
    children.map(async (each) => {
      const exit = once(each.child, "exit");
      const figures = JSON.parse(await nextLine(each)) as LoadFigures;
      await exit;
      return figures;
    }),
  );
}

async function report(sandbox: IntercomProcess, all: readonly LoadFigures[]): Promise<void> {
  const state = await sandbox.state();
  const writes = all.reduce((sum, f) => sum + f.writes, 0);
  const seconds = Math.max(...all.map((f) => f.seconds));
  // Those in which every worker loaded from the first moment to the last.
  const from = Math.max(...all.map((f) => f.beganAt));
  const until = Math.min(...all.map((f) => f.endedAt)) - WINDOW_MS;
  const windows = state.utilisation.byWindow.filter(({ startMs }) => startMs >= from && startMs <= until);
  const served = windows.reduce((sum, w) => sum + w.served, 0) / Math.max(1, windows.length);
  const room = LIMIT * (1 - other) * (1 - Number(values.reserve));
  const share = (n: number) => `${(100 * n).toFixed(2)} %`;
  console.log(
    `load: ${tickets} tickets, ${kind}, ${workers} process(es)${other > 0 ? `, another app uses ${share(other)}` : ""}`,
  );
  if (all.some((f) => f.kind !== "done"))
    console.log(`  NOT DONE: ${all.map((f) => f.error ?? f.kind).join("; ")}`);
  console.log(
    `  ${writes} writes in ${seconds.toFixed(1)} s: ${(writes / seconds).toFixed(0)} operations a second${ceiling ? "   (limit: ≥ 1,700 on PostgreSQL)" : ""}`,
  );
  console.log(
    `  requests a ticket: ${((state.byRoute["POST /conversations"] ?? 0) === 0 ? 0 : conversationRequests(state.byRoute) / tickets).toFixed(2)} for 4 parts   (limit: parts + 4)`,
  );
  if (!ceiling) {
    console.log(
      `  requests a window: ${served.toFixed(0)} of ${room.toFixed(0)} over ${windows.length} full windows: ${share(served / room)}   (limit: ≥ ${other > 0 ? 95 : 97} %)`,
    );
    console.log(
      `  429s: ${state.rateLimited} of ${state.requests}: ${share(state.rateLimited / state.requests)}   (limit: ${other > 0 ? "0.1 %" : "0"})`,
    );
  }
  console.log(`  journal commits: ${all.reduce((sum, f) => sum + f.commits, 0)} for ${writes} writes`);
  console.log(
    `  peak memory: ${all.map((f) => `${f.peakMemory.toFixed(0)} MB`).join(", ")}   (limit: 300 MB on PostgreSQL)`,
  );
  console.log(`  notifications to customers: ${state.notificationsSent}   (limit: 0)`);
}

function conversationRequests(byRoute: Readonly<Record<string, number>>): number {
  return Object.entries(byRoute).reduce(
    (sum, [route, n]) => (/conversations/.test(route) && !/attributes|GET/.test(route) ? sum + n : sum),
    0,
  );
}
