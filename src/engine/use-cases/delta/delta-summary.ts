// What a delta did, told by the journal: the operations of its run, with the names of their steps.
import { stateBefore } from "../../destination/before-image.ts";
import { type Journal, type JournalScope, refKey, type StandingOperation } from "../../journal/journal.ts";
import { numberOfContinued, recordOf, ticketIdOf } from "../../model/continued.ts";
import type { StateImage } from "../../model/operation.ts";
import type {
  DeltaConflict,
  DeltaSummary,
  NewAndChanged,
  TicketChange,
} from "../../model/reports/delta-summary.ts";
import type { Run } from "../../model/run.ts";
import { originOf, parseStep, type Step } from "../../model/step.ts";
import type { Dependencies } from "../dependencies.ts";

const PAGE = 2000;
const NAMES_AT_ONCE = 500;
/** More than anybody looks through. */
const MOST_CONFLICTS = 50_000;
const CONFLICT = "changed_on_both_sides";

/** Of the newest delta that is done; undefined before there was one. */
export async function loadDeltaSummary(
  deps: Dependencies,
  migrationId: string,
): Promise<DeltaSummary | undefined> {
  const run = await deps.store.runs.latestDone(migrationId, ["delta"]);
  return run && summarizeDelta(deps, run);
}

/** Memory grows with what the delta wrote, never with the migration. */
export async function summarizeDelta(deps: Dependencies, run: Run): Promise<DeltaSummary> {
  const { store, journal } = deps;
  const { migrationId } = run;
  const scope = { migrationId, environment: "production" } as const;
  const records = await loadRecords(journal, scope, run);
  const rowsOf = (type: string) => [...records.values()].filter(([first]) => first?.source.type === type);
  const tickets = rowsOf("ticket");
  const told: Omit<TicketChange, "conversationId" | "title">[] = [];
  for (const rows of tickets) told.push(await assembleChange(journal, scope, rows));
  told.sort((a, b) => a.ticketId.localeCompare(b.ticketId, "en", { numeric: true }));
  const changes = await addNames(deps, scope, told);
  const [map, open] = await Promise.all([
    store.documents.loadFieldMap(migrationId),
    store.exceptions.list(migrationId, "production", MOST_CONFLICTS),
  ]);
  const kept = open
    .filter(({ code, source }) => code === CONFLICT && source.type === "ticket")
    .map(
      ({ source, saying }): DeltaConflict => ({
        ticketId: source.id,
        decided: "kept",
        what: { code: "of_error", args: { error: saying, withRemedy: false } },
      }),
    );
  const known = changes.filter(({ kind }) => kind !== "new");
  const sum = (of: (change: TicketChange) => number) => known.reduce((total, one) => total + of(one), 0);
  const count = (kind: TicketChange["kind"]) => changes.filter((one) => one.kind === kind).length;
  return {
    runId: run.id,
    ...(run.startedAt === undefined ? {} : { startedAt: run.startedAt }),
    ...(run.endedAt === undefined ? {} : { endedAt: run.endedAt }),
    tickets: {
      ...{ new: count("new"), changed: count("changed"), deleted: count("deleted") },
      closed: changes.filter(({ kind, state }) => kind === "changed" && state === "closed").length,
    },
    notes: sum(({ notes }) => notes),
    timeEntries: sum(({ timeEntries }) => timeEntries),
    edited: sum(({ edited }) => edited),
    contacts: await countMade(journal, scope, rowsOf("contact")),
    companies: await countMade(journal, scope, rowsOf("company")),
    articles: rowsOf("article").length,
    conflicts: {
      policy: map?.map.policies.conflicts ?? "keep",
      list: [...kept, ...tickets.flatMap(findOverwritten)],
    },
    changes,
  };
}

/** The key of the note that tells of a deletion in ConnectWise. */
const DELETED = "deleted";

type Rows = readonly StandingOperation[];

/** The run's writes by record, each newest first. */
async function loadRecords(
  journal: Pick<Journal, "loadStanding">,
  scope: JournalScope,
  run: Run,
): Promise<ReadonlyMap<string, Rows>> {
  const records = new Map<string, StandingOperation[]>();
  for (let before: string | undefined; ; ) {
    const rows = await journal.loadStanding({ ...scope, runs: [run.id] }, PAGE, before);
    for (const row of rows) {
      const key = refKey(recordOf(row.source));
      const own = records.get(key) ?? [];
      records.set(key, own);
      own.push(row);
    }
    before = rows.at(-1)?.id;
    if (rows.length < PAGE) return records;
  }
}

const imageOf = (row: StandingOperation | undefined): StateImage | undefined =>
  stateBefore.safeParse(row?.before).data as StateImage | undefined;

/** What its steps tell; the state it was in before is asked of the rows that came before. */
async function assembleChange(
  journal: Pick<Journal, "loadStandingOf">,
  scope: JournalScope,
  rows: Rows,
): Promise<Omit<TicketChange, "conversationId" | "title">> {
  const steps = rows.flatMap(({ step }) => parseStep(step) ?? []);
  const has = (kind: Step["kind"]) => steps.some((step) => step.kind === kind);
  const origins = steps.flatMap((step) => (step.kind === "part" ? [originOf(step.key)] : []));
  // A long message has several pieces.
  const count = (kind: "note" | "time") =>
    new Set(origins.flatMap((one) => (one.kind === kind ? [one.id] : []))).size;
  const isNew = rows.some(({ step, source }) => step === "create" && numberOfContinued(source) === undefined);
  const state = isNew ? undefined : await findNewState(journal, scope, rows);
  return {
    ticketId: ticketIdOf(rows[0]?.source.id ?? ""),
    kind: isNew
      ? "new"
      : steps.some((step) => step.kind === "part" && step.key === DELETED)
        ? "deleted"
        : "changed",
    ...(state === undefined ? {} : { state }),
    notes: count("note"),
    timeEntries: count("time"),
    edited: steps.filter(({ kind }) => kind === "revision").length,
    fields: has("attributes"),
    assigned: has("team") || has("admin"),
  };
}

/** Of a ticket that goes on in another conversation, the last one's is the ticket's own. */
function findState(rows: Rows): StandingOperation | undefined {
  if (rows.some(({ step }) => step === "create")) return undefined;
  const numberOf = ({ source }: StandingOperation) => numberOfContinued(source) ?? 1;
  return rows.filter(({ step }) => step === "state").toSorted((a, b) => numberOf(b) - numberOf(a))[0];
}

/** A late note makes a closed state due again, which is no change; what older versions wrote is not known. */
async function findNewState(
  journal: Pick<Journal, "loadStandingOf">,
  scope: JournalScope,
  rows: Rows,
): Promise<TicketChange["state"]> {
  const written = findState(rows);
  const wrote = imageOf(written)?.wrote?.state;
  if (written === undefined || wrote === undefined) return undefined;
  const all = await journal.loadStandingOf(scope, written.source);
  const earlier = all.find(({ step, runId }) => step === "state" && runId !== written.runId);
  // A conversation is open by itself.
  const was = earlier === undefined ? "open" : imageOf(earlier)?.wrote?.state;
  return was === undefined || was === wrote ? undefined : wrote;
}

function findOverwritten(rows: Rows): readonly DeltaConflict[] {
  const over = rows.map((row) => imageOf(row)?.overwrote).find((one) => one !== undefined);
  const [row] = rows;
  if (over === undefined || row === undefined) return [];
  const what = { code: "both_sides_changed", args: { ...over, kept: false } } as const;
  return [{ ticketId: ticketIdOf(row.source.id), decided: "overwritten", what }];
}

/** A later change of a company is its first step again, so the rows before tell which of them were there. */
async function countMade(
  journal: Pick<Journal, "loadStandingOf">,
  scope: JournalScope,
  records: readonly Rows[],
): Promise<NewAndChanged> {
  let made = 0;
  for (const rows of records) {
    const create = rows.find(({ step, created }) => step === "create" && created);
    if (create === undefined) continue;
    const all = await journal.loadStandingOf(scope, create.source);
    if (all.every(({ runId }) => runId === create.runId)) made += 1;
  }
  return { new: made, changed: records.length - made };
}

async function addNames(
  { store, journal }: Dependencies,
  scope: JournalScope,
  changes: readonly Omit<TicketChange, "conversationId" | "title">[],
): Promise<readonly TicketChange[]> {
  const named: TicketChange[] = [];
  for (let start = 0; start < changes.length; start += NAMES_AT_ONCE) {
    const some = changes.slice(start, start + NAMES_AT_ONCE);
    const refs = some.map(({ ticketId }) => ({ type: "ticket", id: ticketId }) as const);
    const [links, tickets] = await Promise.all([
      journal.loadLinks(scope, refs),
      store.staging.load(
        scope.migrationId,
        "ticket",
        refs.map(({ id }) => id),
      ),
    ]);
    for (const change of some) {
      const title = tickets.get(change.ticketId)?.summary;
      const conversationId = links.get(`ticket:${change.ticketId}`) ?? "";
      named.push({ ...change, conversationId, ...(title === undefined ? {} : { title }) });
    }
  }
  return named;
}
