// A folder of CSV exports as a source: everything downstream works as it does over ConnectWise's API.

import { SkipError } from "../../errors.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceNote, SourceRecords, SourceTimeEntry } from "../../model/source/source.ts";
import type { CustomFieldSurvey } from "../../model/survey.ts";
import type { PagedType, PageRequest, SampledType, Source, SourcePage } from "../port.ts";
import { describeFolder, type Folder } from "./columns/describe-folder.ts";
import { orderNotes } from "./records/map-note.ts";
import type { CsvSettings } from "./settings.ts";
import { type BuiltIndex, buildIndex } from "./tables/build-index.ts";
import { isNoteOfEntry } from "./tables/note-times.ts";
import { isIndexed } from "./tables/open-index.ts";
import { rejectsPage } from "./tables/rejects-page.ts";
import { makeZone } from "./text/time-zone.ts";
import { told } from "./told.ts";

const PAGE = 500;

/**
 * The files are read when something of them is first asked for, once, into a temporary index on disk that `close`
 * deletes. There is no "changed since" in files: everything is returned, and what is unchanged falls out by its hash.
 * @throws InputError for an unknown time zone
 */
export function createCsvSource(settings: CsvSettings): Source {
  const timeZone = settings.timeZone ?? "UTC";
  makeZone(timeZone);
  let folder: Promise<Folder> | undefined;
  let built: Promise<BuiltIndex> | undefined;
  const describe = () => {
    folder ??= describeFolder(settings);
    return folder;
  };
  const open = async (signal?: AbortSignal) => {
    const described = await describe();
    // Whoever comes first reads; if they are stopped, the next begins anew.
    built ??= buildIndex(described, settings, signal).catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return (await built).index;
  };

  async function fetchByIds<T extends SampledType>(type: T, ids: readonly string[], signal?: AbortSignal) {
    const index = await open(signal);
    const records: SourceRecords[T][] = [];
    const rejects: SourcePage<T>["rejects"][number][] = [];
    for (const id of ids) {
      const record = index.find(type, id);
      if (record === undefined)
        rejects.push(
          ...index
            .rejectsOf(type, "id", id)
            .slice(0, 1)
            .map(({ id: of, reason }) => ({ id: of, reason: told(reason) })),
        );
      else records.push(record as SourceRecords[T]);
    }
    return { records, rejects };
  }

  return {
    notesPerTicket: false,
    async identify() {
      const { path, name } = await describe();
      return { system: "csv", key: path, title: `CSV export ${name}` };
    },
    async fetchRights() {
      await describe();
      const modules = ["Companies", "Contacts", "Service tickets", "Time entries"];
      return {
        modules: modules.map(
          (module) => ({ module, level: "unknown", needed: "All", enough: true }) as const,
        ),
      };
    },
    async fetchRemarks() {
      const { remarks } = await describe();
      const index = await open();
      const unread = (["company", "contact", "ticket", "note", "timeEntry"] as const).flatMap((type) => {
        const count = index.countRejects(type);
        const [first] = index.rejects(type, 0, 1);
        return first
          ? [told(`${count} rows of type ${type} can't be read; the first: ${first.reason}.`)]
          : [];
      });
      const zone = `Dates without a zone are read as ${timeZone}${settings.timeZone === undefined ? "; another one can be named under source.csv.timeZone" : ""}.`;
      return [...remarks, told(zone), ...((await built)?.remarks ?? []).map(told), ...unread];
    },
    async count(type) {
      const index = await open();
      return isIndexed(type) ? index.count(type) : 0;
    },
    async fetchPage<T extends PagedType>(type: T, { after, signal }: PageRequest): Promise<SourcePage<T>> {
      const index = await open(signal);
      if (!isIndexed(type)) return { records: [], rejects: [] };
      if (after?.startsWith("!")) return rejectsPage(index, type, after);
      const records = index.page(type, after, PAGE) as SourceRecords[T][];
      const last = records.at(-1)?.id;
      if (records.length === PAGE && last !== undefined) return { records, rejects: [], next: last };
      const { rejects, next } = rejectsPage(index, type, "!0");
      return { records, rejects, ...(next === undefined ? {} : { next }) };
    },
    fetchByIds,
    async fetchTimeEntriesOf(ticketIds, signal) {
      const index = await open(signal);
      const records = ticketIds.flatMap((id) =>
        index.childrenOf("timeEntry", id).map(({ record }) => record as SourceTimeEntry),
      );
      const rejects = ticketIds.flatMap((ticketId) =>
        index.rejectsOf("timeEntry", "ref", ticketId).map(({ id, reason }) => ({ id, reason: told(reason) })),
      );
      return { records, rejects };
    },
    async fetchSample<T extends SampledType>(type: T, size: number, signal?: AbortSignal) {
      const index = await open(signal);
      const half = Math.ceil(size / 2);
      const ends = [...index.page(type, undefined, half), ...index.page(type, undefined, half, true)];
      const byId = new Map((ends as SourceRecords[T][]).map((record) => [record.id, record]));
      return [...byId.values()];
    },
    async countTicketsOnBoard({ id }) {
      return (await open()).count("ticket", id);
    },
    async fetchNotes(ticketId, signal) {
      const index = await open(signal);
      if (index.find("ticket", ticketId) === undefined) throw gone(ticketId);
      const [reject] = index.rejectsOf("note", "ref", ticketId);
      if (reject) throw unreadableNote(ticketId, told(reject.reason));
      const notes = index
        .childrenOf("note", ticketId)
        .filter(({ record }) => !isNoteOfEntry(index.names, record as SourceNote));
      return assembleNotes(notes);
    },
    async fetchCustomFields() {
      return customFieldsOf(await describe());
    },
    async close() {
      const opened = await built?.catch(() => undefined);
      built = undefined;
      opened?.index.close();
    },
  };
}

/** A text of the ticket's own row that notes repeat, one or all of its kind joined, is those notes. */
function assembleNotes(
  found: readonly { readonly record: unknown; readonly inferred: boolean }[],
): SourceNote[] {
  const plain = (note: SourceNote) => note.text.replace(/\s+/g, " ").trim();
  const notes = found.map(({ record, inferred }) => ({ note: record as SourceNote, inferred }));
  const told = notes.filter(({ inferred }) => !inferred).map(({ note }) => note);
  const isTold = (note: SourceNote) => {
    const whole = plain(note);
    if (told.some((one) => plain(one) === whole)) return true;
    const rest = told
      .filter(({ kind }) => kind === note.kind)
      .map(plain)
      .filter((text) => text !== "")
      .toSorted((a, b) => b.length - a.length)
      .reduce((left, text) => left.replace(text, ""), whole);
    // Reports write dates and names between the texts that they join.
    return rest.length < whole.length / 2;
  };
  return orderNotes(notes.filter(({ note, inferred }) => !inferred || !isTold(note)).map(({ note }) => note));
}

function customFieldsOf({ files }: Folder): CustomFieldSurvey[] {
  const found = new Map<string, CustomFieldSurvey>();
  for (const { object, columns } of files) {
    if (object !== "ticket" && object !== "company" && object !== "contact") continue;
    for (const { header, use } of columns) {
      if (use.kind !== "custom" || found.has(`${object}:${use.id}`)) continue;
      const field = { id: use.id, caption: header, object, type: "Text", options: [], samples: [] };
      found.set(`${object}:${use.id}`, field);
    }
  }
  return [...found.values()];
}

function gone(ticketId: string): SkipError {
  return new SkipError({ code: "not_found", args: { what: "exported-ticket", ticketId } });
}

function unreadableNote(ticketId: string, reason: Saying): SkipError {
  return new SkipError({ code: "notes_unreadable", args: { ticketId, reason } });
}
