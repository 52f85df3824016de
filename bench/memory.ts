// Whether memory stays flat over a large run, and how high it gets.
//   npm run bench memory -- [--tickets 200000] [--database postgres|pglite]
import { parseArgs } from "node:util";
import { openBenchDatabase } from "./support/bench-database.ts";
import { loadOnce } from "./support/load-once.ts";
import { startIntercomProcess } from "./support/start-intercom-process.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "200000" },
    database: { type: "string", default: "postgres" },
    concurrency: { type: "string", default: "128" },
  },
});

const LIMIT_MB = 300;
const SAMPLES = 10;
const tickets = Number(values.tickets);
const kind = values.database === "pglite" ? "pglite" : "postgres";
const megabytes = () => process.memoryUsage().rss / 1024 / 1024;

const intercom = await startIntercomProcess({
  admins: [
    { id: "900", name: "Priya Raman", email: "priya@msp.example" },
    { id: "901", name: "Marcus Bell", email: "marcus@msp.example" },
  ],
  teams: [{ id: "70", name: "Help Desk" }],
  ratePerWindow: 100_000_000,
  workspaceRatePerWindow: 100_000_000,
});
const bench = await openBenchDatabase(kind);
const opened = megabytes();
/** The highest of each tenth of the tickets. */
const peaks: number[] = [];
let baseline = 0;
const figures = await loadOnce({
  ...{ database: bench.database, url: intercom.url, token: intercom.token, tickets },
  ...{ limitPerWindow: 0, reserveShare: 0, concurrency: Number(values.concurrency) },
  onStart: async () => {
    baseline = megabytes();
  },
  onProgress: ({ phases }) => {
    const { done = 0, total = 1 } = phases.conversations ?? {};
    const tenth = Math.min(SAMPLES - 1, Math.floor((done / Math.max(1, total)) * SAMPLES));
    peaks[tenth] = Math.max(peaks[tenth] ?? 0, megabytes());
  },
});
const first = peaks.find((mb) => mb > 0) ?? 0;
const last = peaks.at(-1) ?? 0;
console.log(
  `memory: ${tickets} tickets, ${figures.writes} writes, ${kind}: ${figures.kind} in ${figures.seconds.toFixed(0)} s`,
);
console.log(`  when opened ${opened.toFixed(0)} MB, when staged ${baseline.toFixed(0)} MB`);
console.log(`  highest by tenth: ${peaks.map((mb) => mb.toFixed(0)).join(" ")} MB`);
console.log(
  `  peak of the process: ${figures.peakMemory.toFixed(0)} MB   (limit: ${kind === "postgres" ? `${LIMIT_MB} MB` : "flat above its own baseline"})`,
);
console.log(
  `  last tenth against the first: ${((100 * last) / Math.max(1, first)).toFixed(0)} %   (flat: ≤ 120 %)`,
);
console.log(`  notifications to customers: ${(await intercom.state()).notificationsSent}   (limit: 0)`);
await bench.drop();
await intercom.stop();
