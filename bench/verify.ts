// What a verification costs: requests a record, and how much of Intercom's quota it uses while it reads back.
//   npm run bench verify -- [--tickets 50000] [--database postgres|pglite] [--latency 150]
import { parseArgs } from "node:util";
import { openIntercom } from "../src/engine/destination/intercom/open-intercom.ts";
import type { Certificate } from "../src/engine/model/reports/certificate.ts";
import { makeDatabaseBudget, makeMemoryBudget } from "../src/engine/pace/budget-store.ts";
import { makeGovernor } from "../src/engine/pace/make-governor.ts";
import { systemClock as paceClock } from "../src/engine/pace/system-clock.ts";
import { reconcile } from "../src/engine/stages/verify/reconcile.ts";
import { systemClock } from "../src/engine/write/retry.ts";
import { openBenchDatabase } from "./support/bench-database.ts";
import { type Loaded, loadOnce } from "./support/load-once.ts";
import { type IntercomProcess, startIntercomProcess } from "./support/start-intercom-process.ts";

const { values } = parseArgs({
  options: {
    tickets: { type: "string", default: "50000" },
    database: { type: "string", default: "postgres" },
    latency: { type: "string", default: "150" },
  },
});

const LIMIT = 1666;
const UNLIMITED = 100_000_000;
const tickets = Number(values.tickets);
const kind = values.database === "pglite" ? "pglite" : "postgres";

const intercom = await startIntercomProcess({
  admins: [
    { id: "900", name: "Priya Raman", email: "priya@msp.example" },
    { id: "901", name: "Marcus Bell", email: "marcus@msp.example" },
  ],
  teams: [{ id: "70", name: "Help Desk" }],
  ...{ ratePerWindow: UNLIMITED, workspaceRatePerWindow: UNLIMITED },
});
const bench = await openBenchDatabase(kind);
let held = false;
const figures = await loadOnce({
  ...{ database: bench.database, url: intercom.url, token: intercom.token, tickets },
  ...{ limitPerWindow: 0, reserveShare: 0, concurrency: 64 },
  onLoaded: async (loaded) => {
    held = await readBack(intercom, loaded);
  },
});
console.log(
  `  (the load before it: ${figures.writes} writes in ${figures.seconds.toFixed(0)} s, without a limit)`,
);
await bench.drop();
await intercom.stop();
process.exitCode = held ? 0 : 1;

async function readBack(sandbox: IntercomProcess, loaded: Loaded): Promise<boolean> {
  await sandbox.limitTo(LIMIT);
  await sandbox.inject({ kind: "latency", latencyMs: Number(values.latency) });
  const { requests: before, rateLimited } = await sandbox.state();
  const governor = makeGovernor({
    store: kind === "pglite" ? makeMemoryBudget() : makeDatabaseBudget(bench.database, "bench-verify"),
    ...{ clock: paceClock, random: Math.random, reserveShare: 0, limitPerWindow: LIMIT },
  });
  const destination = openIntercom({ url: sandbox.url, token: sandbox.token, governor });
  const began = performance.now();
  const { store, ...rest } = loaded;
  const certificate = await reconcile({
    ...{ destination, ...rest, staging: store.staging, exceptions: store.exceptions },
    ...{ environment: "production", scope: { kind: "all" }, sourceSystem: "connectwise", clock: systemClock },
    approvals: [],
  });
  const seconds = (performance.now() - began) / 1000;
  await destination.close();
  await governor.close();
  return report(certificate, await sandbox.state(), { before, rateLimited, seconds });
}

function report(
  certificate: Certificate,
  state: Awaited<ReturnType<IntercomProcess["state"]>>,
  { before, rateLimited, seconds }: { before: number; rateLimited: number; seconds: number },
): boolean {
  const records = Object.values(certificate.objects).reduce((sum, { found }) => sum + found, 0);
  const requests = state.requests - before;
  const windows = state.utilisation.byWindow.slice(1, -1);
  const served = windows.reduce((sum, window) => sum + window.served, 0) / Math.max(1, windows.length);
  const refused = state.rateLimited - rateLimited;
  console.log(
    `verify: ${tickets} tickets, ${records} records, ${certificate.fieldsCompared} fields and ${certificate.partsCompared} parts compared in ${seconds.toFixed(0)} s`,
  );
  console.log(`  requests a record: ${(requests / records).toFixed(3)}   (limit: 1.05)`);
  console.log(
    `  requests a window: ${served.toFixed(0)} of ${LIMIT} over ${windows.length} full windows: ${((100 * served) / LIMIT).toFixed(1)} %   (limit: ≥ 95 %)`,
  );
  console.log(`  429s: ${refused} of ${requests}   (limit: 0)`);
  console.log(`  discrepancies: ${certificate.discrepancies.length}   (limit: 0)`);
  console.log(`  peak memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  return (
    requests / records <= 1.05 &&
    (windows.length === 0 || served >= 0.95 * LIMIT) &&
    refused === 0 &&
    certificate.discrepancies.length === 0
  );
}
