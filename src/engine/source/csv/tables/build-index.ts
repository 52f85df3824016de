// One pass over the files of a folder, in the order in which they refer to each other, into the index.
import { SkipError } from "../../../errors.ts";
import type { SourceBoard } from "../../../model/source/source.ts";
import { type CsvObject, NEEDS_ID } from "../columns/captions.ts";
import type { CsvFile, Folder } from "../columns/describe-folder.ts";
import { UNDATED } from "../records/map-note.ts";
import type { CsvSettings } from "../settings.ts";
import { type Dates, makeDates } from "../text/dates.ts";
import { cleanId } from "../text/read-id.ts";
import { readRows } from "../text/read-rows.ts";
import { makeRow } from "../text/row-reader.ts";
import { type CsvIndex, type IndexedType, openIndex } from "./open-index.ts";
import { makePutters, type Putter } from "./put-rows.ts";
import { makeResolver, makeStatusTally } from "./resolve.ts";
import { makeRowTally } from "./row-tally.ts";

export interface BuiltIndex {
  readonly index: CsvIndex;
  /** What was found while reading, for the survey. */
  readonly remarks: readonly string[];
}

/** Rows between two looks at whether somebody stopped it. */
const LOOK_EVERY = 1000;

/** @throws InputError when the dates' order must be told first; the signal's reason */
export async function buildIndex(
  folder: Folder,
  settings: CsvSettings,
  signal?: AbortSignal,
): Promise<BuiltIndex> {
  const index = openIndex();
  try {
    const dates = makeDates(settings);
    const own = new Set<string>(folder.files.map(({ object }) => object));
    const tally = makeStatusTally();
    const resolve = makeResolver(index, own);
    const putters = makePutters({ index, resolve, tally });
    const remarks: string[] = [];
    const readAll = async (object: CsvObject) => {
      for (const file of folder.files.filter((one) => one.object === object)) {
        remarks.push(...(await readFile(file, index, dates, putters.putters[object], signal)));
      }
    };
    const settle = (type: IndexedType, plural: string) => {
      const { repeated } = index.settle(type);
      if (repeated > 0) remarks.push(`${repeated} rows of ${plural} repeat another row and are taken once.`);
    };
    for (const object of ["company", "contact", "member", "board", "status", "priority", "sla"] as const) {
      await readAll(object);
    }
    await readAll("ticket");
    settle("ticket", "tickets");
    await readAll("note");
    await readAll("timeEntry");
    settle("note", "notes");
    settle("timeEntry", "time entries");
    putters.noteTimes.takeRest(index);
    settle("company", "companies");
    settle("contact", "contacts");
    settle("member", "members");
    settle("priority", "priorities");
    settle("sla", "SLAs");
    settle("board", "boards");
    dates.requireAnswers();
    index.completeBoards((board, statuses) => ({
      ...(board as SourceBoard),
      statuses: statuses.map(({ id, extra }) => statusOf((board as SourceBoard).id, id, extra, tally)),
    }));
    reportOrphans(index, remarks);
    const { looseTimeEntries, deletedContacts } = putters.tallies;
    if (looseTimeEntries > 0)
      remarks.push(`${looseTimeEntries} time entries hang on no ticket and are left out.`);
    if (deletedContacts > 0) remarks.push(`${deletedContacts} contacts are deleted and are left out.`);
    return { index, remarks };
  } catch (error) {
    index.close();
    throw error;
  }
}

/** Sentences about what was found in it. */
async function readFile(
  file: CsvFile,
  index: CsvIndex,
  dates: Dates,
  put: Putter,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const type = TYPE_OF[file.object];
  const at = file.at.get(NEEDS_ID.has(file.object) ? "id" : "ticketId") ?? file.at.get("name") ?? 0;
  const ticketAt = file.at.get("ticketId") ?? -1;
  const idAt = file.at.get("id") ?? -1;
  const idIn = (cells: readonly string[], where: number) => cleanId(cells[where] ?? "") ?? "";
  const shape = {
    width: file.columns.length,
    // A blank id is a row all the same, and is told by what it lacks.
    fits: (cells: readonly string[]) => !/[\r\n]/.test(cells[at] ?? ""),
    begins: (cells: readonly string[]) => cleanId(cells[at] ?? "") !== undefined,
  };
  const tally = makeRowTally(file, at);
  let rows = 0;
  for await (const read of readRows(file.format, shape)) {
    rows += 1;
    if (rows % LOOK_EVERY === 0) signal?.throwIfAborted();
    if (tally.isNoRecord(read)) continue;
    const named = idIn(read.cells, idAt) || `${file.name}:${read.line}`;
    const ref = idIn(read.cells, ticketAt);
    if (read.kind === "broken") {
      const lines = read.line === read.toLine ? `line ${read.line}` : `lines ${read.line} to ${read.toLine}`;
      index.reject(type, { id: named, ref, reason: `${file.name} ${lines}: ${read.reason}` });
      continue;
    }
    const row = makeRow(file, read.cells, read.line, dates, tally.addOdd(read.line));
    try {
      put(row);
    } catch (error) {
      if (!(error instanceof SkipError)) throw error;
      if (error.code !== UNDATED)
        index.reject(type, { id: named, ref, reason: `${row.place}: ${reasonIn(error)}` });
      else if (!tally.isUndated()) {
        // Told beside the tickets, so that the other notes of its ticket are read.
        const reason = `${row.place}: the note of ticket ${ref} has no date, and can't be put in its place`;
        index.reject(type, { id: named, ref: "", reason });
      }
    }
  }
  const undated = tally.sayUndated();
  if (undated !== undefined) index.reject(type, { id: "*", ref: "", reason: undated });
  return [...tally.remarks(), ...(undated === undefined ? [] : [`${undated}.`])];
}

function reasonIn({ saying }: SkipError): string {
  if (saying.code !== "row_unreadable" || saying.args.reason.code !== "told") return saying.code;
  return (saying.args.reason.args as { readonly text: string }).text;
}

const TYPE_OF: Readonly<Record<CsvObject, IndexedType>> = {
  company: "company",
  contact: "contact",
  member: "member",
  board: "board",
  status: "board",
  priority: "priority",
  sla: "sla",
  ticket: "ticket",
  note: "note",
  timeEntry: "timeEntry",
};

/** `extra` is `closed:NAME` or `open:NAME` by the file of statuses, `:NAME` where tickets alone name it. */
function statusOf(boardId: string, id: string, extra: string, tally: ReturnType<typeof makeStatusTally>) {
  const divided = extra.indexOf(":");
  const [told, name] = [extra.slice(0, divided), extra.slice(divided + 1)];
  return { id, name, closed: told === "" ? tally.isClosed(boardId, id, name) : told === "closed" };
}

/** Notes of tickets that are not in the export can't be moved; one sentence says so, and an exception. */
function reportOrphans(index: CsvIndex, remarks: string[]): void {
  const notes = index.countOrphans("note");
  if (notes.records > 0) {
    const said = `${notes.records} notes belong to ${notes.tickets} tickets that are not in the export`;
    remarks.push(`${said}, and can't be moved.`);
    index.reject("note", { id: "*", ref: "", reason: said });
  }
  const time = index.countOrphans("timeEntry");
  if (time.records > 0) {
    remarks.push(
      `${time.records} time entries belong to ${time.tickets} tickets that are not in the export, and can't be moved.`,
    );
  }
}
