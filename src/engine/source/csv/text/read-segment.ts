// A file's rows from some place on, by csv-parse as a stream; tells when a quote is never closed.
import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { decodeFile, type Encoding } from "./encoding.ts";
import { PARSING, type Separator } from "./separator.ts";

export interface FileFormat {
  readonly kind: "csv";
  readonly path: string;
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Rows before the first record: the header, and what stands above it (titles, Excel's line `sep=;`). */
  readonly headerRows: number;
}

/** Bytes of the decoded text in UTF-8, and lines, that lie before. */
export interface Place {
  readonly bytes: number;
  readonly lines: number;
}

export interface Segment {
  /** Every row with the place behind it. */
  readonly rows: AsyncIterable<{ readonly cells: readonly string[]; readonly end: Place }>;
  /** True, after the last row, when another one follows that has no end. */
  isUnclosed(): boolean;
  /** Where reading began, once it has: behind the line that was dropped. */
  readonly begin: Place;
  readonly droppedLine: string;
  /** False, after the last row, when the file ends without a line's end. */
  readonly endsWithNewline: boolean;
}

/** A row with more is one whose quote is never closed; texts of desks stay below a few MB. */
const MOST_ROW_BYTES = 32 * 1024 * 1024;

/** @param dropLine passes over the line that begins at `from` */
export function openSegment(format: FileFormat, from: Place, dropLine: boolean): Segment {
  const state = { begin: from, droppedLine: "", endsWithNewline: true, stopAfter: Number.POSITIVE_INFINITY };
  const parser = parse({
    ...PARSING,
    delimiter: format.separator,
    info: true,
    skip_records_with_error: true,
    max_record_size: MOST_ROW_BYTES,
  });
  // Only an open quote is an error to this parser, at the file's end or at the limit: nothing sound follows.
  parser.on("skip", () => {
    state.stopAfter = Math.min(state.stopAfter, parser.info.records);
  });
  const isUnclosed = () => state.stopAfter < Number.POSITIVE_INFINITY;

  async function* text(): AsyncGenerator<string> {
    let skip = from.bytes;
    let dropping = dropLine;
    for await (let piece of decodeFile(format.path, format.encoding)) {
      if (isUnclosed()) return;
      if (skip > 0) {
        const bytes = Buffer.from(piece);
        const passed = Math.min(skip, bytes.length);
        skip -= passed;
        piece = bytes.toString("utf8", passed);
      }
      while (dropping && piece !== "") {
        const end = /\r\n|\n|\r/.exec(piece);
        const dropped = end ? piece.slice(0, end.index + end[0].length) : piece;
        state.droppedLine += dropped;
        piece = piece.slice(dropped.length);
        const bytes = state.begin.bytes + Buffer.byteLength(dropped);
        state.begin = { bytes, lines: state.begin.lines + (end ? 1 : 0) };
        // Blank lines before it are passed over with it.
        dropping = end === null || state.droppedLine.trim() === "";
        if (dropping && end !== null) state.droppedLine = "";
      }
      if (piece === "") continue;
      state.endsWithNewline = /[\r\n]$/.test(piece);
      yield piece;
    }
  }

  async function* rows() {
    let consumed = 0;
    // The parser counts CR LF within quotes as two lines; every editor shows one.
    let doubled = 0;
    try {
      for await (const row of parser as AsyncIterable<ParsedRow>) {
        if (consumed >= state.stopAfter) return;
        consumed += 1;
        const { bytes, lines } = row.info;
        const { begin } = state;
        for (const cell of row.record) doubled += cell.match(/\r\n/g)?.length ?? 0;
        const end = { bytes: begin.bytes + bytes, lines: begin.lines + lines - doubled };
        yield { cells: row.record, end };
      }
    } finally {
      parser.destroy();
    }
  }

  // A failure of the file reaches the rows through the parser, which `pipeline` destroys with it.
  pipeline(Readable.from(text()), parser, () => undefined);
  return {
    rows: rows(),
    isUnclosed,
    get begin() {
      return state.begin;
    },
    get droppedLine() {
      return state.droppedLine;
    },
    get endsWithNewline() {
      return state.endsWithNewline;
    },
  };
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly bytes: number; readonly lines: number };
}
