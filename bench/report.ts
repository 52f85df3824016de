// How fast the report page of a large sample opens in Chromium: first page, search, filter, a far page.
//   npm run bench report -- [--rows 200000] [--database pglite|postgres]
import { parseArgs } from "node:util";
import { findChromium } from "../test/browser/open-browser.ts";
import { startReportPages } from "../test/support/start-report-pages.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    database: { type: "string", default: "pglite" },
  },
});

const LIMIT_MS = 2000;
const TRIES = 3;
const chromium = findChromium();
if (chromium === undefined) throw new Error("There is no Chromium on PATH.");
const rows = Number(values.rows);
const kind = values.database === "postgres" ? "postgres" : "pglite";
const pages = await startReportPages(chromium, rows, kind);
const queries = {
  "the page": "",
  "a search": "?q=48123",
  "a filter": "?verdict=different",
  "a page in the middle": `?page=${Math.max(1, Math.floor(rows / 200))}`,
  "500 rows of contacts": "?rows=500&type=contact",
  "2,000 rows": "?rows=2000",
};
let slowest = 0;
console.log(`report: ${rows} rows, ${kind}, until the browser says that it is loaded`);
for (const [name, query] of Object.entries(queries)) {
  const times: number[] = [];
  for (let at = 0; at < TRIES; at += 1) {
    const page = await pages.browser.context.newPage();
    const began = performance.now();
    await page.goto(`${pages.url}/r/m1-sample${query}`, { waitUntil: "load" });
    times.push(performance.now() - began);
    await page.close();
  }
  const best = Math.min(...times);
  slowest = Math.max(slowest, best);
  console.log(
    `  ${name.padEnd(22)} ${times.map((ms) => `${ms.toFixed(0)} ms`).join(", ")}   (limit: ${LIMIT_MS} ms, best of ${TRIES})`,
  );
}
await pages.stop();
process.exitCode = slowest <= LIMIT_MS && pages.failures.length === 0 ? 0 : 1;
