// Kills an extraction by -9 again and again and lets it end: is it the same extract, and what was asked twice?
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { SeenRequest } from "../../sandbox/connectwise/request-counts.ts";
import { startConnectWise } from "../../sandbox/connectwise/start-connectwise.ts";
import { makeTenant } from "../../sandbox/tenant/make-tenant.ts";
import { openDatabase } from "../../src/engine/store/database/open-database.ts";
import type { ExtractProgramOptions } from "./extract-program.ts";

export interface ExtractKillOptions {
  readonly tickets: number;
  readonly kills: number;
  /** PostgreSQL's; the embedded database in a directory of the drill's own when absent. */
  readonly databaseUrl?: string | undefined;
  readonly random: () => number;
  /** Requests a second. */
  readonly perSecond: number;
}

export interface ExtractKillFigures {
  /** Kills that hit it while it asked. */
  readonly kills: number;
  /** After each kill: pages, tickets (whatever of one) and details of a page (a company's sites) that had been asked before. */
  readonly twice: readonly { readonly pages: number; readonly tickets: number; readonly details: number }[];
  /** `type id hash` of every staged record, undisturbed and killed. */
  readonly undisturbed: readonly string[];
  readonly killed: readonly string[];
}

const PROGRAM = fileURLToPath(new URL("./extract-program.ts", import.meta.url));
const LOOK_MS = 2;

/** Of a company, an agreement, a project, a board, an SLA, an article: read along with the page that lists it. */
const OF_A_PAGE = /\/\d+(\/|$)/;
/** Small lists are read whole by every process that begins; counts and discovery cost next to nothing. */
const SMALL =
  /\/count$|companyinfo|mySecurity|\/service\/(boards|SLAs|priorities)|\/system\/members|\/schedule\/|inlineimages/;

const keyOf = ({ path, query }: SeenRequest) => `${path}?${new URLSearchParams(query)}`;

/** The ticket that a request is about; a download names its document only. */
type TicketOf = (request: SeenRequest) => string | undefined;

function countTwice(before: ReadonlySet<string>, requests: readonly SeenRequest[], ticketOf: TicketOf) {
  const tickets = new Set<string>();
  const twice = { pages: 0, details: 0 };
  for (const request of requests) {
    const { path } = request;
    if (SMALL.test(path) || !before.has(keyOf(request))) continue;
    const ticket = ticketOf(request);
    if (ticket !== undefined) tickets.add(ticket);
    else if (OF_A_PAGE.test(path)) twice.details += 1;
    else twice.pages += 1;
  }
  return { ...twice, tickets: tickets.size };
}

export async function killExtraction(options: ExtractKillOptions): Promise<ExtractKillFigures> {
  let seen: SeenRequest[] = [];
  const tenant = makeTenant({
    ...{ seed: 7, now: new Date() },
    ...{ tickets: options.tickets, companies: 10, contacts: 60 },
  });
  const ticketOfDocument = new Map(
    tenant.documents.map(({ info, recordId }) => [String(info.id), String(recordId)]),
  );
  const ticketOf: TicketOf = ({ path, query }) =>
    query.recordId ??
    /\/tickets\/(\d+)\//.exec(path)?.[1] ??
    ticketOfDocument.get(/^\/system\/documents\/(\d+)\//.exec(path)?.[1] ?? "");
  const connectwise = await startConnectWise({
    tenant,
    latencyMs: 3,
    onRequest: (request) => seen.push(request),
  });
  const dataDirectory = await mkdtemp(join(tmpdir(), "cutover-kill-"));

  const start = (migrationId: string) => {
    const what: ExtractProgramOptions = {
      source: { url: connectwise.url, ...connectwise.credentials },
      databaseUrl: options.databaseUrl,
      ...{ dataDirectory, migrationId, perSecond: options.perSecond },
    };
    const child = spawn(process.execPath, ["--max-semi-space-size=8", PROGRAM, JSON.stringify(what)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    let over = false;
    const ended = once(child, "exit").then(([code]) => {
      over = true;
      return code as number | null;
    });
    return { child, ended, isOver: () => over };
  };

  async function runToEnd(migrationId: string): Promise<void> {
    const code = await start(migrationId).ended;
    if (code !== 0) throw new Error(`the extraction ended with ${code}`);
  }

  /** False when it ended before so many requests were made. */
  async function runAndKill(migrationId: string, after: number): Promise<boolean> {
    const { child, ended, isOver } = start(migrationId);
    while (seen.length < after && !isOver()) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (isOver()) return false;
    child.kill("SIGKILL");
    await ended;
    return true;
  }

  try {
    await runToEnd("calm");
    const total = seen.length;
    const asked = new Set<string>();
    const twice: ReturnType<typeof countTwice>[] = [];
    let kills = 0;
    const each = Math.floor((0.8 * total) / options.kills);
    for (let round = 0; round <= options.kills; round += 1) {
      seen = [];
      const last = round === options.kills;
      const hit = last
        ? await runToEnd("killed").then(() => false)
        : await runAndKill("killed", 1 + Math.floor(each * (0.5 + options.random())));
      if (round > 0) twice.push(countTwice(asked, seen, ticketOf));
      for (const request of seen) asked.add(keyOf(request));
      if (hit) kills += 1;
      else break;
    }
    const [undisturbed, killed] = await dump(options, dataDirectory, ["calm", "killed"]);
    return { kills, twice, undisturbed: undisturbed ?? [], killed: killed ?? [] };
  } finally {
    await connectwise.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/** Opened when nobody else is in it. */
async function dump(
  { databaseUrl }: ExtractKillOptions,
  dataDirectory: string,
  migrations: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const database = await openDatabase({
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    dataDirectory: join(dataDirectory, "database"),
    program: "drill",
  });
  try {
    return await Promise.all(
      migrations.map(async (migrationId) => {
        const rows = await database.execute<{ line: string }>(
          sql`select type || ' ' || id || ' ' || hash || ' ' || coalesce(deleted_at::text, '') as line
              from source_record where migration_id = ${migrationId} order by type, id_number, id`,
        );
        return rows.map(({ line }) => line);
      }),
    );
  } finally {
    await database.close();
  }
}
