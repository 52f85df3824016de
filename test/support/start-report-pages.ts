// The report pages over a real database with as many rows as asked for, and a browser before them.
import { makeReportRows } from "../../src/engine/store/report-rows.ts";
import { makeWebApp } from "../../src/web/app.ts";
import { startServer } from "../../src/web/server.ts";
import { type OpenBrowser, openBrowser } from "../browser/open-browser.ts";
import { aRow, makeReportEngine } from "../unit/web/report-engine.ts";
import { makeTestDatabase } from "./database.ts";

export interface ReportPages {
  readonly url: string;
  readonly browser: OpenBrowser;
  /** What pages failed with. */
  readonly failures: readonly unknown[];
  stop(): Promise<void>;
}

export async function startReportPages(
  chromium: string,
  count: number,
  kind: "pglite" | "postgres" = "pglite",
): Promise<ReportPages> {
  const test = await makeTestDatabase(kind);
  const rows = makeReportRows(test.database);
  await rows.replace(
    "m1",
    "sample-diff",
    Array.from({ length: count }, (_, n) => aRow(n)),
  );
  const failures: unknown[] = [];
  const pages = makeWebApp({
    engine: {
      ...makeReportEngine({ rows: count }),
      sampleRows: async (id, { offset, limit, ...filter }) => ({
        total: await rows.count(id, "sample-diff", filter),
        rows: await rows.list(id, "sample-diff", { ...filter, offset, limit }),
      }),
    },
    publicUrl: "http://127.0.0.1",
    onError: (error) => failures.push(error),
  });
  const server = await startServer({ pages, port: 0, hostname: "127.0.0.1" });
  const browser = await openBrowser(chromium);
  return {
    ...{ url: `http://127.0.0.1:${server.port}`, browser, failures },
    async stop() {
      await browser.close();
      await server.close();
      await test.drop();
    },
  };
}
