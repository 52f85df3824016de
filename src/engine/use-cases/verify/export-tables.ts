// Writes the tables of one type to files, page by page, so that memory stays that of a page.
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { SkipError } from "../../errors.ts";
import { BYTE_ORDER_MARK, csvLine } from "../../model/csv-line.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import type { SourceRecords } from "../../model/source/source.ts";
import type { AssetTable } from "../../rebuild-guide/asset-tables.ts";
import type { AssetType, Source } from "../../source/port.ts";
import { isRefused } from "../../source/refusals.ts";

export interface WrittenFile {
  readonly name: string;
  /** Records or rows in it, its head not counted. */
  readonly rows: number;
}

/**
 * All tables of a type are written in one reading. A type that is refused leaves tables with a head alone, and a
 * warning.
 * @throws the system's error where a file can't be written; AskError and RetryError of the source
 */
export async function exportTables<T extends AssetType>(
  source: Source,
  type: T,
  tables: readonly AssetTable<SourceRecords[T]>[],
  directory: string,
  warn: (saying: Saying) => void,
): Promise<readonly WrittenFile[]> {
  const outputs: { table: AssetTable<SourceRecords[T]>; handle: FileHandle; rows: number }[] = [];
  try {
    for (const table of tables) {
      const handle = await open(join(directory, table.file), "w");
      outputs.push({ table, handle, rows: 0 });
      await handle.write(`${BYTE_ORDER_MARK}${csvLine(table.head)}`);
    }
    for await (const records of pagesOf(source, type, warn)) {
      for (const output of outputs) {
        const rows = records.flatMap((record) => output.table.rows(record));
        output.rows += rows.length;
        if (rows.length > 0) await output.handle.write(rows.map(csvLine).join(""));
      }
    }
    return outputs.map(({ table, rows }) => ({ name: table.file, rows }));
  } finally {
    for (const { handle } of outputs) await handle.close();
  }
}

async function* pagesOf<T extends AssetType>(
  source: Source,
  type: T,
  warn: (saying: Saying) => void,
): AsyncGenerator<readonly SourceRecords[T][]> {
  let after: string | undefined;
  try {
    do {
      const page = await source.fetchPage(type, after === undefined ? {} : { after });
      for (const { id, reason } of page.rejects)
        warn({ code: "record_unreadable", args: { type, id, reason } });
      yield page.records;
      after = page.next;
    } while (after !== undefined);
  } catch (error) {
    if (!isRefused(error) && !(error instanceof SkipError)) throw error;
    warn({ code: "type_unreadable", args: { type, error: error.saying } });
  }
}
