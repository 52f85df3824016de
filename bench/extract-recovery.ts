// Kills an extraction again and again by -9 and lets it end: is it the same extract, and what was asked twice.
//   npm run bench extract-recovery -- [--kills 10] [--tickets 400] [--database postgres|pglite] [--seed 1] [--rate 17]
import { parseArgs } from "node:util";
import { seededRandom } from "../sandbox/http/faults.ts";
import { killExtraction } from "../test/scenario/extract-kill-drill.ts";
import { openBenchDatabase } from "./support/bench-database.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "10" },
    tickets: { type: "string", default: "400" },
    database: { type: "string", default: "postgres" },
    seed: { type: "string", default: "1" },
    /** Requests a second; ConnectWise's guide names 1,000 a minute. */
    rate: { type: "string", default: "17" },
  },
});

const kills = Number(values.kills);
const database = values.database === "pglite" ? undefined : await openBenchDatabase("postgres");
const { twice, undisturbed, killed, ...figures } = await killExtraction({
  ...{ kills, tickets: Number(values.tickets), random: seededRandom(Number(values.seed)) },
  perSecond: Number(values.rate),
  databaseUrl: database?.url,
});
await database?.drop();

const there = new Set(killed);
const lost = undisturbed.filter((line) => !there.has(line)).length;
const most = (name: "pages" | "tickets" | "details") => Math.max(0, ...twice.map((one) => one[name]));
console.log(
  `extract-recovery: ${figures.kills} kills of ${kills}, ${values.tickets} tickets, ${values.database}, ${values.rate} requests a second; ${undisturbed.length} records staged`,
);
console.log(`  records lost or different: ${lost}   (limit: 0)`);
console.log(`  records too many: ${killed.length - (undisturbed.length - lost)}   (limit: 0)`);
console.log(`  asked twice after each kill, tickets: ${twice.map(({ tickets }) => tickets).join(" ")}`);
console.log(`  pages: ${twice.map(({ pages }) => pages).join(" ")}`);
console.log(`  details of such a page: ${twice.map(({ details }) => details).join(" ")}`);
console.log(
  `  at most: ${most("pages")} pages and ${most("tickets")} tickets   (what was under way: one, or a few after a busy moment; never more than 2 lists and 32 places)`,
);
const held =
  lost === 0 && killed.length === undisturbed.length && most("pages") <= 2 && most("tickets") <= 32;
process.exit(held ? 0 : 1);
