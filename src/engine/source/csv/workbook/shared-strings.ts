// The texts that the cells of a workbook share, by number: in memory while they are few, else in a temporary database.
import { DatabaseSync } from "node:sqlite";
import type { Zip } from "./open-zip.ts";
import { parseXml } from "./parse-xml.ts";

export interface SharedStrings {
  /** Empty for a number that no text has. */
  at(number: number): string;
  close(): void;
}

const PART = "xl/sharedStrings.xml";
/** Of the part; above it the texts go to disk. */
const MOST_BYTES_IN_MEMORY = 24 * 1024 ** 2;

export async function readSharedStrings(zip: Zip): Promise<SharedStrings> {
  const size = zip.sizeOf(PART);
  const store = size === undefined || size <= MOST_BYTES_IN_MEMORY ? inMemory() : onDisk();
  if (size === undefined) return store;
  let text: string | undefined;
  // What reads a text aloud (Japanese) stands beside it, and is no part of it.
  let spoken = 0;
  let within = false;
  try {
    await parseXml(zip.text(PART), {
      open(name) {
        if (name === "si") text = "";
        else if (name === "rPh") spoken += 1;
        else if (name === "t") within = spoken === 0;
      },
      text(piece) {
        if (within && text !== undefined) text += piece;
      },
      close(name) {
        if (name === "t") within = false;
        else if (name === "rPh") spoken -= 1;
        else if (name === "si" && text !== undefined) {
          store.add(unescapeControls(text));
          text = undefined;
        }
      },
    });
  } catch (error) {
    store.close();
    throw error;
  }
  return store;
}

/** Excel writes what XML can't hold as `_x000D_`. */
export const unescapeControls = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function inMemory(): SharedStrings & { add(text: string): void } {
  const texts: string[] = [];
  return {
    add: (text) => void texts.push(text),
    at: (number) => texts[number] ?? "",
    close: () => undefined,
  };
}

function onDisk(): SharedStrings & { add(text: string): void } {
  const database = new DatabaseSync("");
  database.exec(
    "pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -8000; create table text (at integer primary key, said text not null); begin;",
  );
  const insert = database.prepare("insert into text (said) values (?)");
  const select = database.prepare("select said from text where at = ?");
  return {
    add: (text) => void insert.run(text),
    at: (number) => String(select.get(number + 1)?.said ?? ""),
    close: () => database.close(),
  };
}
