// Addresses of report pages: nobody can guess one, each opens one page of one migration, and each expires.
import { REPORT_PAGES, type ReportPage } from "../../engine.ts";
import { RefusedError } from "../../errors.ts";
import type { Migration } from "../../model/migration.ts";
import { type Dependencies, requireMigration } from "../dependencies.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Long enough for a review, and for what comes after a cutover. */
const DEFAULT_DAYS = 30;
const PURPOSE = "report link";

/** The path of a page, from the root of PUBLIC_URL. */
export async function makeReportLink(
  deps: Dependencies,
  migrationId: string,
  page: ReportPage,
  days: number = DEFAULT_DAYS,
): Promise<string> {
  await requireMigration(deps, migrationId);
  const until = Math.floor((deps.clock().getTime() + days * DAY_MS) / 1000);
  const facts = Buffer.from(JSON.stringify([migrationId, page, until])).toString("base64url");
  return `/r/${facts}.${deps.linkKey.authenticate(facts, PURPOSE)}`;
}

export interface OpenedReport {
  readonly migration: Migration;
  readonly page: ReportPage;
}

/** Throws RefusedError (`link_unknown`, `link_expired`). */
export async function openReportLink(deps: Dependencies, token: string): Promise<OpenedReport> {
  const [facts = "", code = ""] = token.split(".");
  if (!deps.linkKey.isAuthentic(facts, PURPOSE, code)) throw new RefusedError({ code: "link_unknown" });
  const [migrationId, page, until] = JSON.parse(Buffer.from(facts, "base64url").toString("utf8")) as [
    string,
    string,
    number,
  ];
  const known = REPORT_PAGES.find((one) => one === page);
  if (known === undefined) throw new RefusedError({ code: "link_unknown" });
  if (until * 1000 <= deps.clock().getTime()) {
    throw new RefusedError({ code: "link_expired", args: { of: "report" } });
  }
  return { migration: await requireMigration(deps, migrationId), page: known };
}
