// Rows as a workbook (.xlsx) the way Excel saves one: shared strings, dates as serial numbers with a style.
import { writeFile } from "node:fs/promises";
import { crc32, deflateRawSync } from "node:zlib";
import type { Cell } from "./write-csv.ts";

export interface Sheet {
  readonly name: string;
  readonly captions: readonly string[];
  readonly rows: Iterable<Readonly<Record<string, Cell>>>;
  /** Lines above the header. */
  readonly titles?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export async function writeXlsx(path: string, sheets: readonly Sheet[]): Promise<void> {
  const strings = new Map<string, number>();
  const bodies = sheets.map((sheet) => sheetOf(sheet, strings));
  const parts: [name: string, xml: string][] = [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join("")}</Relationships>`,
    ],
    [
      "xl/styles.xml",
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="m/d/yyyy\\ h:mm:ss"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ...bodies.map((xml, at): [string, string] => [`xl/worksheets/sheet${at + 1}.xml`, xml]),
    [
      "xl/sharedStrings.xml",
      `<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    ],
  ];
  await writeFile(path, zipOf(parts.map(([name, xml]) => [name, Buffer.from(HEAD + xml)])));
}

function sheetOf({ captions, rows, titles = [] }: Sheet, strings: Map<string, number>): string {
  const lines: string[] = [];
  const add = (cells: readonly Cell[]) => {
    const line = lines.length + 1;
    const written = cells.map((cell, at) => cellOf(cell, `${columnOf(at)}${line}`, strings)).join("");
    lines.push(`<row r="${line}">${written}</row>`);
  };
  for (const title of titles) add([title]);
  add(captions);
  for (const row of rows) add(captions.map((caption) => row[caption]));
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellOf(cell: Cell, at: string, strings: Map<string, number>): string {
  if (cell === undefined || cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  const known = strings.get(cell) ?? strings.size;
  strings.set(cell, known);
  return `<c r="${at}" t="s"><v>${known}</v></c>`;
}

/** `A` to `Z`, then `AA`. */
function columnOf(at: number): string {
  const rest = at % 26;
  return `${at >= 26 ? columnOf((at - rest) / 26 - 1) : ""}${String.fromCharCode(65 + rest)}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\r]/g;

const escapeXml = (text: string) =>
  text
    // XML has no way to write these; Excel writes their number.
    .replace(CONTROLS, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** A zip of deflated files. */
export function zipOf(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const [packed, called] = [deflateRawSync(content), Buffer.from(name)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(called.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, called, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), facts, more, called]));
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
