// A workbook (.xlsx) as tables of text, row by row: shared strings, dates as serial numbers, several sheets.
import { type Meaning, readNumberFormats, sayNumber } from "./number-formats.ts";
import { openZip, WorkbookError, type Zip } from "./open-zip.ts";
import { parseXml, parseXmlInSteps } from "./parse-xml.ts";
import { readSharedStrings, type SharedStrings, unescapeControls } from "./shared-strings.ts";

export interface SheetRow {
  /** Its number in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Workbook {
  /** Sheets that people see, in their order. */
  readonly sheets: readonly string[];
  readonly hidden: readonly string[];
  /** Rows that have cells. @throws WorkbookError for a sheet that can't be read */
  rows(sheet: string): AsyncGenerator<SheetRow>;
  close(): void;
}

/** Wider tables are no reports; Excel's own limit is 16,384. */
const MOST_CELLS = 2000;
const MOST_CELL_CHARS = 2_000_000;

/** @throws WorkbookError for what is no workbook, or one made to do harm */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  let strings: SharedStrings | undefined;
  try {
    const { sheets, from1904 } = await readSheets(zip);
    const formats = await readNumberFormats(zip);
    strings = await readSharedStrings(zip);
    const context = { zip, formats, strings, from1904 };
    return {
      sheets: sheets.filter(({ hidden }) => !hidden).map(({ name }) => name),
      hidden: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
      rows(name) {
        const sheet = sheets.find((one) => one.name === name);
        if (sheet === undefined) throw new WorkbookError(`it has no sheet ${name}`);
        return readSheet(context, sheet.part);
      },
      close() {
        context.strings.close();
        zip.close();
      },
    };
  } catch (error) {
    strings?.close();
    zip.close();
    throw error;
  }
}

interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

async function readSheets(
  zip: Zip,
): Promise<{ readonly sheets: readonly SheetPart[]; readonly from1904: boolean }> {
  const targets = new Map<string, string>();
  await parseXml(zip.text("xl/_rels/workbook.xml.rels"), {
    open(name, { Id = "", Target = "", Type = "" }) {
      if (name === "Relationship" && Type.endsWith("/worksheet"))
        targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await parseXml(zip.text("xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? "";
      const part = targets.get(id);
      // Charts are sheets too, of another kind.
      if (part !== undefined)
        sheets.push({ name: attributes.name ?? part, part, hidden: /hidden/i.test(attributes.state ?? "") });
    },
  });
  return { sheets, from1904 };
}

interface SheetContext {
  readonly zip: Zip;
  readonly formats: readonly Meaning[];
  readonly strings: SharedStrings;
  readonly from1904: boolean;
}

function readSheet(
  { zip, formats, strings, from1904 }: SheetContext,
  part: string,
): AsyncGenerator<SheetRow> {
  let found: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let at = -1;
  let type = "";
  let style = 0;
  let said: string | undefined;
  let within = false;
  const read = (text: string): string => {
    if (type === "s") return strings.at(Number(text));
    if (type === "b") return text === "1" ? "TRUE" : "FALSE";
    if (type === "" || type === "n") return sayNumber(text, formats[style] ?? "number", from1904);
    return unescapeControls(text);
  };
  return parseXmlInSteps(
    zip.text(part),
    {
      open(name, attributes) {
        if (name === "row") {
          line = Number(attributes.r ?? line + 1);
          cells = [];
          at = -1;
        } else if (name === "c") {
          at = attributes.r === undefined ? at + 1 : columnOf(attributes.r);
          type = attributes.t ?? "";
          style = Number(attributes.s ?? 0);
          said = undefined;
        } else if (name === "v" || name === "t") {
          said ??= "";
          within = true;
        }
      },
      text(piece) {
        if (!within || said === undefined) return;
        said += piece;
        if (said.length > MOST_CELL_CHARS) throw new WorkbookError(`a cell in row ${line} is too long`);
      },
      close(name) {
        if (name === "v" || name === "t") within = false;
        else if (name === "c") {
          if (at >= MOST_CELLS) throw new WorkbookError(`row ${line} has more than ${MOST_CELLS} cells`);
          const text = said === undefined ? "" : read(said);
          if (text !== "" && at >= 0) {
            while (cells.length < at) cells.push("");
            cells[at] = text;
          }
          said = undefined;
        } else if (name === "row" && cells.length > 0) found.push({ line, cells });
      },
    },
    () => {
      const taken = found;
      found = [];
      return taken;
    },
  );
}

/** `C5` is 2. */
function columnOf(place: string): number {
  let at = 0;
  for (const letter of /^[A-Z]{1,3}/i.exec(place)?.[0] ?? "")
    at = at * 26 + letter.toUpperCase().charCodeAt(0) - 64;
  return at - 1;
}
