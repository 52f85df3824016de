// What people rebuild by hand, read when a migration is verified and kept for its page.
import { CutoverError } from "../../errors.ts";
import type { SourceAutomations } from "../../model/reports/automation.ts";
import type { RebuildGuides } from "../../model/reports/rebuild-guides.ts";
import type { ReadingSayings } from "../../model/sayings/reading.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import { trimGuides } from "../../rebuild-guide/stored-guides.ts";
import { summarizeHierarchies, summarizeProjects } from "../../rebuild-guide/summarize-assets.ts";
import { fetchList } from "../../stages/survey/lists.ts";
import { loadSourceIdentity } from "../connections/connect.ts";
import { type Dependencies, type OpenConnection, withSource } from "../dependencies.ts";
import { noAutomationsOf } from "./export-workflows.ts";

type Unreadable = ReadingSayings["part_unreadable"];
type Part = Unreadable["part"];

/** A source that hardly answers may not hold a verification up for longer. */
const LIMIT_MS = 120_000;

/** Undefined before the first verification, after `forget`, and for what another version kept. */
export async function loadRebuildGuides(
  { store }: Dependencies,
  migrationId: string,
): Promise<RebuildGuides | undefined> {
  return store.documents.loadReport(migrationId, "rebuild-guides");
}

/**
 * Never rejects: a verification does not fail for its guides. What could not be read is a sentence in them, and what
 * an earlier verification read of it stays. Writes nothing to either system.
 */
export async function keepRebuildGuides(
  deps: Dependencies,
  migrationId: string,
  connection: OpenConnection,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const guides = await readRebuildGuides(deps, migrationId, connection, signal);
    if (signal?.aborted) return;
    await deps.store.documents.saveReport(migrationId, "rebuild-guides", trimGuides(guides), deps.clock());
  } catch (error) {
    logFailure(deps, migrationId, error, "the rebuild guides could not be kept");
  }
}

async function readRebuildGuides(
  deps: Dependencies,
  migrationId: string,
  connection: OpenConnection,
  signal: AbortSignal | undefined,
): Promise<RebuildGuides> {
  const { staging } = deps.store;
  const [{ title }, earlier] = await Promise.all([
    loadSourceIdentity(deps, migrationId),
    loadRebuildGuides(deps, migrationId),
  ]);
  const limit = AbortSignal.timeout(LIMIT_MS);
  const until = signal === undefined ? limit : AbortSignal.any([signal, limit]);
  const warnings: Saying[] = [];
  const warn = (saying: Saying) => void warnings.push(saying);
  const part = async <T>(what: Part, read: () => Promise<T>, fallback: T): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      logFailure(deps, migrationId, error, "a part of the rebuild guides could not be read");
      const kept = earlier === undefined ? {} : { kept: true };
      warn({ code: "part_unreadable", args: { part: what, ...reasonOf(error, limit), ...kept } });
      return fallback;
    }
  };
  const nothing: SourceAutomations = { workflows: [], calendars: [], slaUse: [], warnings: [] };
  const earlierAutomations = earlier && { ...earlier, warnings: [] };
  const fromSource = await withSource(deps, connection, async (source) => ({
    automations: await part(
      "automations",
      async () => (await source.fetchWorkflows?.(until)) ?? noAutomationsOf(title),
      earlierAutomations ?? nothing,
    ),
    slas: await part("slas", () => fetchList(source, "sla", warn, until), earlier?.slas ?? []),
    boards: await part("boards", () => fetchList(source, "board", warn, until), earlier?.boards ?? []),
  }));
  const { automations, slas, boards } = fromSource;
  return {
    title,
    readAt: deps.clock().toISOString(),
    workflows: automations.workflows,
    ...(automations.scripts === undefined ? {} : { scripts: automations.scripts }),
    calendars: automations.calendars,
    slaUse: automations.slaUse,
    slas,
    boards: boards.map(({ id, name }) => ({ id, name })),
    projects: await part(
      "projects",
      () => summarizeProjects(staging, migrationId),
      earlier?.projects ?? { total: 0, open: 0, first: [] },
    ),
    hierarchies: await part(
      "configurations",
      () => summarizeHierarchies(staging, migrationId),
      earlier?.hierarchies ?? { configurations: 0, children: 0, parents: 0, first: [] },
    ),
    warnings: [...automations.warnings, ...warnings],
  };
}

/** Only our own errors are written for people. */
function reasonOf(error: unknown, limit: AbortSignal): Pick<Unreadable, "error" | "late"> {
  if (error instanceof CutoverError) return { error: error.saying };
  return limit.aborted ? { late: true } : {};
}

function logFailure({ log }: Dependencies, migration: string, error: unknown, what: string): void {
  log.warn({ err: error, code: error instanceof CutoverError ? error.code : "unexpected", migration }, what);
}
