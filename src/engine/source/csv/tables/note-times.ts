// Notes that ConnectWise made of time entries: both reports hold the text, and only the note says who may see it.
import { createHash } from "node:crypto";
import type { SourceNote, SourceTimeEntry } from "../../../model/source/source.ts";
import type { CsvIndex } from "./open-index.ts";

const plainText = (text: string) => text.replace(/\s+/g, " ").trim();

const keyOf = (ticketId: string, text: string) =>
  `${ticketId}/${createHash("sha256").update(plainText(text)).digest("hex").slice(0, 24)}`;

/** A note is written when the work is entered, which may be the day after. */
const MOST_APART_MS = 36 * 3_600_000;

/** Notes are read before time entries. */
export function makeNoteTimes(names: CsvIndex["names"]) {
  return {
    /** Remembers a note whose Time_Flag is set. */
    add({ id, ticketId, text, kind, internal, dateCreated, author }: SourceNote): void {
      const by = author.kind === "member" ? (author.id ?? "") : "";
      names.add("note-time", keyOf(ticketId, text), id, [internal ? "" : kind, dateCreated, by].join(" "));
    },
    /** What the note of this entry says, if both are of one moment; such a note is told no second time. */
    take(entry: SourceTimeEntry): SourceTimeEntry["shownAs"] {
      if (entry.notes === undefined || plainText(entry.notes) === "") return undefined;
      const key = keyOf(entry.ticketId, entry.notes);
      const same = names.of("note-time", key).find((note) => apartOf(note, entry) === 0 && !isTaken(note.id));
      if (same) return takeNote(same);
      names.add("entry-waiting", key, entry.id);
      return undefined;
    },
    /** Gives the notes that are left to the nearest entries of their text; after all entries are in the index. */
    takeRest(index: Pick<CsvIndex, "find" | "replace">): void {
      for (const { name, ...note } of names.each("note-time")) {
        if (isTaken(note.id)) continue;
        const [nearest] = names
          .of("entry-waiting", name)
          .flatMap(({ id }) => (index.find("timeEntry", id) as SourceTimeEntry | undefined) ?? [])
          .filter((entry) => entry.shownAs === undefined && apartOf(note, entry) <= MOST_APART_MS)
          .sort((a, b) => apartOf(note, a) - apartOf(note, b));
        if (nearest === undefined) continue;
        const shownAs = takeNote(note);
        if (shownAs) index.replace("timeEntry", nearest.id, { ...nearest, shownAs });
      }
    },
  };

  function takeNote({ id, extra }: Note): SourceTimeEntry["shownAs"] {
    names.add("note-of-entry", id, id);
    const [shown] = extra.split(" ");
    return shown === "discussion" || shown === "resolution" ? shown : undefined;
  }

  function isTaken(id: string): boolean {
    return names.of("note-of-entry", id).length > 0;
  }
}

interface Note {
  readonly id: string;
  readonly extra: string;
}

/** Milliseconds between them; infinite for notes of other people. */
function apartOf({ extra }: Note, { timeStart, dateEntered, member }: SourceTimeEntry): number {
  const [, at = "", ...by] = extra.split(" ");
  if (by.join(" ") !== "" && by.join(" ") !== member.id) return Number.POSITIVE_INFINITY;
  const apart = [timeStart, dateEntered ?? timeStart].map((one) =>
    Math.abs(Date.parse(one) - Date.parse(at)),
  );
  return Math.min(...apart);
}

export const isNoteOfEntry = (names: CsvIndex["names"], { id }: SourceNote): boolean =>
  names.of("note-of-entry", id).length > 0;
