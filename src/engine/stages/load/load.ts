// Makes the destination hold what the extract and the map say: companies, contacts, conversations; resumable anywhere.

import { type ContextBase, choosePages, cutPages } from "../../desired/context.ts";
import { deletedTickets } from "../../desired/deleted-tickets.ts";
import { assembleCollections, isHelpMoved } from "../../desired/help-pages.ts";
import { loadBase } from "../../desired/load-base.ts";
import { assembleFailedScope, assembleSampleScope, type LoadPart } from "../../desired/scope.ts";
import type { Destination } from "../../destination/port.ts";
import { CutoverError } from "../../errors.ts";
import { ownAttributesOf } from "../../field-map/attributes.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { Journal, JournalScope } from "../../journal/journal.ts";
import type { RunScope } from "../../model/plan.ts";
import type { Progress } from "../../model/run.ts";
import type { Governor } from "../../pace/governor.ts";
import type { Exceptions, SourceStaging } from "../../store/repositories.ts";
import type { Clock } from "../../write/retry.ts";
import { settlePossible } from "../../write/settle.ts";
import { countHelp, loadHelp } from "./articles.ts";
import { loadCompanies, loadContactRecords } from "./companies-and-contacts.ts";
import { loadConversations } from "./conversations.ts";
import { ExceptionLedger } from "./failed-records.ts";
import { LoadRun } from "./load-run.ts";
import { LoadProgress } from "./progress.ts";
import { goBackForAside } from "./retry-deferred.ts";

export interface LoadOptions {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly staging: SourceStaging;
  readonly exceptions: Exceptions;
  readonly migrationId: string;
  readonly environment: JournalScope["environment"];
  readonly runId: string;
  readonly scope: RunScope;
  readonly map: FieldMap;
  readonly sourceSystem: "connectwise" | "csv";
  /** Unix seconds: the run's start, the same when it is resumed. */
  readonly runAt: number;
  readonly clock: Clock;
  /** Pauses or cancels: writes under way end, nothing new begins. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Records at once; steps of one record always follow each other. Default 24. */
  readonly concurrency?: number;
  /** For the progress message alone: the destination paces itself. */
  readonly governor?: Pick<Governor, "holdingMs">;
}

export interface LoadResult {
  /** `stopped`: by the signal. `paused`: a person must do something (`error` says what). `failed`: our fault. */
  readonly kind: "done" | "stopped" | "paused" | "failed";
  readonly error?: CutoverError;
  readonly writes: number;
  readonly exceptions: number;
}

const PAGE = 200;
const DEFAULT_CONCURRENCY = 24;

/** Errors that are not CutoverErrors are thrown on (after work under way has ended): a crash, for the journal. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const { destination, journal, clock, migrationId, environment, runId } = options;
  const progress = new LoadProgress(clock, () => options.governor?.holdingMs() ?? 0, options.onProgress);
  const exceptions = new ExceptionLedger(options.exceptions, migrationId, environment, runId);
  const tools = {
    ...{ destination, journal, clock, runId },
    scope: { migrationId, environment },
    existingContact: options.map.policies.existingContact,
    conflicts: options.map.policies.conflicts,
    ownAttributes: ownAttributesOf(options.map),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const run = new LoadRun(tools, progress, exceptions, options.concurrency ?? DEFAULT_CONCURRENCY);
  try {
    // What can't be told yet holds up its own record only: see retry-deferred.ts.
    await settlePossible(run.tools, tools.scope);
    await exceptions.load();
    await loadPhases(options, run);
  } catch (error) {
    run.stop(error);
  }
  await run.drain();
  await journal.flush();
  progress.end();
  return conclude(run, options.signal);
}

async function loadPhases(options: LoadOptions, run: LoadRun): Promise<void> {
  const base = await loadBase(options);
  const { staging, migrationId } = options;
  const part = await assemblePart(options, base);
  const gone: string[] = [];
  if (part === undefined) {
    for await (const ids of deletedTickets(staging, run.tools.journal, run.tools.scope)) gone.push(...ids);
  }
  const counts = {
    companies: part?.companyIds.length ?? (await staging.count(migrationId, "company")),
    contacts: part?.contactIds.length ?? (await staging.count(migrationId, "contact")),
    conversations: part?.ticketIds.length ?? (await staging.count(migrationId, "ticket")) + gone.length,
  };
  for (const phase of ["companies", "contacts", "conversations"] as const) {
    run.progress.plan(phase, counts[phase]);
  }
  const helped = (part?.help ?? true) && isHelpMoved(base, { kind: "all" });
  const collections = helped ? await assembleCollections(base) : undefined;
  if (collections?.length) run.progress.plan("articles", await countHelp(base, collections));
  const pages = (type: "company" | "contact" | "ticket", ids?: readonly string[]) =>
    choosePages(options, type, PAGE, ids);
  run.progress.begin("companies");
  await loadCompanies(run, base, pages("company", part?.companyIds));
  await goBackForAside(run, (ids) => loadCompanies(run, base, cutPages(ids, PAGE)));
  if (run.stopped) return;
  run.progress.begin("contacts");
  await loadContactRecords(run, base, pages("contact", part?.contactIds));
  await goBackForAside(run, (ids) => loadContactRecords(run, base, cutPages(ids, PAGE)));
  if (run.stopped) return;
  run.progress.begin("conversations");
  await loadConversations(run, base, pages("ticket", part?.ticketIds));
  await goBackForAside(run, (ids) => loadConversations(run, base, cutPages(ids, PAGE)));
  await loadConversations(run, base, cutPages(gone, PAGE), true);
  await goBackForAside(run, (ids) => loadConversations(run, base, cutPages(ids, PAGE), true));
  if (run.stopped || collections === undefined) return;
  run.progress.begin("articles");
  await loadHelp(run, base, collections);
  await goBackForAside(run, () => loadHelp(run, base, collections));
}

/** What is loaded when it is not everything. */
async function assemblePart(
  { scope, staging, exceptions, migrationId, environment }: LoadOptions,
  base: ContextBase,
): Promise<LoadPart | undefined> {
  if (scope.kind === "failed") return assembleFailedScope(exceptions, staging, migrationId, environment);
  return scope.kind === "sample" ? assembleSampleScope(base, scope.ticketIds) : undefined;
}

function conclude(run: LoadRun, signal: AbortSignal | undefined): LoadResult {
  const { error } = run;
  const { figures } = run.progress;
  if (error === undefined) return { kind: signal?.aborted ? "stopped" : "done", ...figures };
  if (error instanceof CutoverError) {
    return { kind: error.recovery === "abort" ? "failed" : "paused", error, ...figures };
  }
  if (signal?.aborted && error === signal.reason) return { kind: "stopped", ...figures };
  throw error;
}
