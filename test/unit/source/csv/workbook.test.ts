// Workbooks as Excel and other tools save them, and those that were made to do harm.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeXlsx, zipOf } from "../../../../sandbox/export/write-xlsx.ts";
import { print } from "../../../support/in-words.ts";
import { makeFolder, openFolder } from "./folder.ts";

type Sheets = Parameters<typeof writeXlsx>[1];

async function workbookOf(sheets: Sheets): Promise<Uint8Array> {
  const path = join(await makeFolder({}), "x.xlsx");
  await writeXlsx(path, sheets);
  return readFile(path);
}

const sheetOf = (
  name: string,
  rows: readonly Readonly<Record<string, string | number | boolean | Date>>[],
  titles: readonly string[] = [],
) => ({
  ...{ name, titles, rows },
  captions: [...new Set(rows.flatMap((row) => Object.keys(row)))],
});

const TICKETS = sheetOf("Tickets", [
  {
    "Ticket #": 1001,
    Summary: "x",
    Closed: false,
    "Date Entered": new Date("2024-03-04T14:05:00Z"),
    Budget: 0.1 + 0.2,
  },
]);

const CSV = "Ticket #,Summary,Date Entered\n1001,x,2024-03-04T14:05:00Z\n";

/** A workbook by hand, for what our own writer never writes. */
function byHand(sheet: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const files = {
    "xl/workbook.xml":
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="Sheet1" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="a" Type="http://x/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>',
    "xl/worksheets/s.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  };
  return zipOf(Object.entries(files).map(([name, xml]) => [name, Buffer.from(xml)]));
}

const rowOf = (...cells: string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;

type Opened = Awaited<ReturnType<typeof openFolder>>;
const ticketsOf = async (source: Opened) => (await source.fetchPage("ticket", {})).records;
const remarksOf = async (source: Opened) => print((await source.fetchRemarks?.()) ?? []).join("\n");

describe("a workbook", () => {
  it("is read with its numbers, flags, and dates in the export's time zone", async () => {
    const source = await openFolder(
      { "export.xlsx": await workbookOf([TICKETS]) },
      { timeZone: "America/New_York" },
    );
    expect(await ticketsOf(source)).toMatchObject([
      {
        id: "1001",
        dateEntered: "2024-03-04T19:05:00Z",
        customFields: [{ caption: "Budget", value: "0.3" }],
      },
    ]);
    expect(await remarksOf(source)).toContain(
      "export.xlsx holds the tickets (Excel); 4 of 5 columns are known",
    );
  });

  it("holds a table in each of its sheets, below titles too", async () => {
    const notes = sheetOf(
      "Notes",
      [{ "Ticket #": 1001, Note: "hello\r\nthere", "Date Created": new Date("2024-03-04T14:05:00Z") }],
      ["Notes of all tickets"],
    );
    const source = await openFolder({ "desk.xlsx": await workbookOf([TICKETS, notes]) });
    expect(await source.fetchNotes("1001")).toMatchObject([{ text: "hello\r\nthere" }]);
    expect(await remarksOf(source)).toContain("desk.xlsx/Notes: its header stands in row 2, below a title.");
  });

  it("stands beside CSV files", async () => {
    const time = sheetOf("Sheet1", [
      {
        "Ticket #": 1001,
        Member: "Jane Doe",
        Date: new Date("2024-03-04T00:00:00Z"),
        Start: new Date("1899-12-30T14:05:00Z"),
        Hours: 0.5,
      },
    ]);
    const source = await openFolder({ "tickets.csv": CSV, "time entries.xlsx": await workbookOf([time]) });
    const { records } = await source.fetchTimeEntriesOf(["1001"]);
    expect(records).toMatchObject([{ timeStart: "2024-03-04T14:05:00Z", actualHours: 0.5 }]);
  });

  it("may write its texts into the cells, leave cells out, and say where they stand or not", async () => {
    const header = rowOf("Ticket #", "Summary", "Board", "Status");
    const row =
      '<row r="7"><c r="A7"><f>500+501</f><v>1001</v></c><c r="B7" t="str"><f>"x"</f><v>a &amp; b_x000D_c</v></c><c r="D7" t="inlineStr"><is><r><t>Do</t></r><r><t>ne</t></r></is></c></row>';
    const source = await openFolder({ "tickets.xlsx": byHand(header + row) });
    expect(await ticketsOf(source)).toMatchObject([
      { id: "1001", summary: "a & b\rc", status: { name: "Done" }, closed: true },
    ]);
  });

  it("names rows by their numbers in the sheet", async () => {
    const rows = rowOf("Ticket #", "Summary", "Entered") + rowOf("1", "a", "someday");
    const source = await openFolder({ "tickets.xlsx": byHand(rows) });
    const { rejects } = await source.fetchPage("ticket", {});
    expect(print(rejects)).toEqual([
      { id: "1", reason: "tickets.xlsx line 2: “someday” in column “Entered” is no date" },
    ]);
  });

  it.each([
    ["is no workbook", Buffer.from("hello")],
    ["is protected", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["lacks its sheets", zipOf([["a.xml", Buffer.from("<a/>")]])],
    ["is cut", byHand(rowOf("Ticket #", "Note")).subarray(0, 300)],
    [
      "unpacks to a thousand times its size",
      byHand("", { "xl/worksheets/s.xml": `<worksheet>${" ".repeat(40_000_000)}</worksheet>` }),
    ],
    [
      "says that it is smaller than it is",
      lying(byHand(rowOf("Ticket #", "Note", "Date Created").repeat(50))),
    ],
    ["has one endless cell", byHand(rowOf("Ticket #", "Note", "y".repeat(2_500_000)))],
  ])("that %s is named, and the others are read", async (_what, content) => {
    const source = await openFolder({ "tickets.csv": CSV, "notes.xlsx": content });
    expect(await ticketsOf(source)).toHaveLength(1);
    expect(await remarksOf(source)).toMatch(/The export notes\.xlsx can't be used\./);
  });

  it("that is damaged further down gives what stands before it, and says so", async () => {
    const rows =
      rowOf("Ticket #", "Summary") +
      Array.from({ length: 100 }, (_, at) => rowOf(String(at + 1), "s")).join("");
    const wide = `<row>${rowOf(...Array.from({ length: 2100 }, () => "x")).slice(5)}`;
    const source = await openFolder({ "tickets.xlsx": byHand(rows + wide) });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records).toHaveLength(100);
    expect(print(rejects).map(({ reason }) => reason)).toEqual([
      "tickets.xlsx line 102: row 102 has more than 2000 cells: the rest can't be read",
    ]);
  });
});

/** The same workbook whose parts claim to be ten bytes long. */
function lying(workbook: Buffer): Buffer {
  const copy = Buffer.from(workbook);
  for (let at = copy.indexOf("PK\x01\x02"); at >= 0; at = copy.indexOf("PK\x01\x02", at + 4))
    copy.writeUInt32LE(10, at + 24);
  return copy;
}
