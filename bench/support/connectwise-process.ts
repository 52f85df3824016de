// The ConnectWise stand-in in a process of its own, so that its work is not counted as Cutover's. Options as JSON in argv.
import { createInterface } from "node:readline";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { makeBenchTenant } from "./make-bench-tenant.ts";

const { tickets, ratePerMinute, latencyMs } = JSON.parse(process.argv[2] ?? "{}");
let firstNotesMs: number | undefined;
const sandbox = await startConnectWise({
  tenant: makeBenchTenant(tickets),
  ...(ratePerMinute > 0 ? { ratePerMinute } : {}),
  ...(latencyMs > 0 ? { latencyMs } : {}),
  onRequest({ path }) {
    if (firstNotesMs === undefined && path.endsWith("/notes")) firstNotesMs = performance.now();
  },
});
const say = (what: object) => process.stdout.write(`${JSON.stringify(what)}\n`);
say({ url: sandbox.url, ...sandbox.credentials });
createInterface({ input: process.stdin }).on("line", () => {
  const { total, byPattern, byStatus } = sandbox.requests;
  say({ total, byPattern, byStatus, windows: sandbox.windows, firstNotesMs });
});
process.on("SIGTERM", () => void sandbox.stop().then(() => process.exit(0)));
