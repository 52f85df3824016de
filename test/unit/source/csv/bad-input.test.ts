// Broken exports: what is wrong is said with file and line, nothing is lost silently, the rest is read.
import { describe, expect, it } from "vitest";
import { InputError, SkipError } from "../../../../src/engine/errors.ts";
import { explained, print, refusalIn } from "../../../support/in-words.ts";
import { openFolder, TICKETS } from "./folder.ts";

const NOTES =
  "Note ID,Ticket #,Note Type,Date Created,Created By,Note\n" +
  '11,1,Discussion,2025-01-02T10:00:00Z,Dana Reed,"It eats paper\r\nand ""screams"""\n' +
  "21,2,Discussion,2025-01-03T10:00:00Z,Dana Reed,Since Monday\n";

describe("a file that can't be used", () => {
  it.each([
    [
      "has no id column",
      { "tickets.csv": "Summary,Board\nx,y\n" },
      /tickets\.csv.*no id column \(such as “Ticket #”\).*“Summary”, “Board”/,
    ],
    ["has no summary", { "tickets.csv": "Ticket #,Board\n1,y\n" }, /no column for “summary”/],
    ["isn't there", { "companies.csv": "Company ID,Company\n1,Acme\n" }, /no export of tickets/],
    ["is empty", { "tickets.csv": "" }, /no id column/],
  ])("is named when it %s", async (_what, files, sentence) => {
    const source = await openFolder(files);
    await expect(source.identify()).rejects.toThrow(InputError);
    expect((await refusalIn(source.identify())).message).toMatch(sentence);
  });

  it("is named when FILE speaks of a column or a field that doesn't exist", async () => {
    const files = { "tickets.csv": TICKETS };
    const wrongColumn = await openFolder(files, { columns: { "tickets.csv": { Colour: "owner" } } });
    expect((await refusalIn(wrongColumn.identify())).message).toContain("It has no column “Colour”");
    const wrongField = await openFolder(files, { columns: { "tickets.csv": { Board: "constructor" } } });
    expect((await refusalIn(wrongField.identify())).message).toContain(
      "“constructor” is no field of a ticket",
    );
  });

  it("is a folder that isn't there", async () => {
    const source = await openFolder({ "tickets.csv": TICKETS }, { directory: "/nowhere/at all" });
    await expect(source.identify()).rejects.toMatchObject({ code: "csv_no_folder" });
  });
});

describe("dates whose day and month can't be told apart", () => {
  const files = { "tickets.csv": "Ticket #,Summary,Entered\n1,a,25/03/2025\n2,b,3/4/2025\n" };

  it("are asked about, with examples and their lines", async () => {
    const source = await openFolder(files);
    await expect(source.count("ticket")).rejects.toMatchObject({ code: "csv_date_order" });
    const { message, remedy } = await refusalIn(source.count("ticket"));
    expect(message).toContain("“3/4/2025” (tickets.csv line 3)");
    expect(remedy).toContain("dateOrder");
  });

  it("are read in the order that was told; one that contradicts it is no date", async () => {
    const source = await openFolder(files, { dateOrder: "mdy", timeZone: "Europe/Berlin" });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ dateEntered }) => dateEntered)).toEqual(["2025-03-03T23:00:00Z"]);
    expect(print(rejects)).toEqual([
      { id: "1", reason: "tickets.csv line 2: “25/03/2025” in column “Entered” is no date" },
    ]);
  });
});

describe("an export that was cut", () => {
  it("in the middle of a row keeps the rows before it and names that one", async () => {
    const source = await openFolder({ "tickets.csv": `${TICKETS}3,Scanner is` });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(print(rejects)).toEqual([
      { id: "3", reason: expect.stringMatching(/tickets\.csv line 4: the file ends in the middle/) },
    ]);
    expect(await source.fetchByIds("ticket", ["3"])).toMatchObject({ records: [], rejects: [{ id: "3" }] });
  });

  it("in the middle of a quoted note costs that ticket's notes, and says so", async () => {
    const cut = `${NOTES}22,2,Internal,2025-01-04T10:00:00Z,PRaman,"Called them,\nthey said`;
    const source = await openFolder({ "tickets.csv": TICKETS, "notes.csv": cut });
    expect((await source.fetchNotes("1")).map(({ text }) => text)).toEqual([
      'It eats paper\r\nand "screams"',
    ]);
    const failure = await source.fetchNotes("2").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SkipError);
    expect(explained(failure as SkipError).message).toMatch(
      /notes\.csv lines 5 to 6: the file ends in the middle of it \(a quoted cell in it is never closed\)/,
    );
  });

  it("and went on, with a quote lost between, loses that row and no other", async () => {
    const source = await openFolder({
      "tickets.csv": `${TICKETS}3,"lost quote,Help Desk,New,2025-01-04,Acme,Dana\n4,fine,Help Desk,New,2025-01-05,Acme,"Reed, Dana"\n5,fine,Help Desk,New,2025-01-06,Acme,x\n`,
    });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ id }) => id)).toEqual(["1", "2", "4", "5"]);
    expect(rejects.map(({ id }) => id)).toEqual(["3"]);
  });

  it("with a quote that nothing closes any more loses that row and no other", async () => {
    const source = await openFolder({
      "tickets.csv": `${TICKETS}3,"lost quote,Help Desk,New,2025-01-04,Acme,Dana\n4,fine,Help Desk,New,2025-01-05,Acme,Dana\n`,
    });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ id }) => id)).toEqual(["1", "2", "4"]);
    expect(print(rejects)).toEqual([
      { id: "3", reason: "tickets.csv line 4: a quoted cell in it is never closed" },
    ]);
  });
});

describe("an odd row", () => {
  it("with an id that is taken is named when it says something else, and taken once when it repeats", async () => {
    const again = TICKETS.split("\n")[1];
    const source = await openFolder({
      "tickets.csv": `${TICKETS}${again}\n2,Another ticket,Help Desk,New,2025-01-05,Acme,Dana Reed\n`,
    });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ id, summary }) => [id, summary])).toEqual([
      ["1", "Printer is jammed"],
      ["2", "Mail is slow"],
    ]);
    expect(print(rejects)).toEqual([
      { id: "2", reason: expect.stringContaining("taken by tickets.csv line 3") },
    ]);
    expect(print(await source.fetchRemarks?.())).toContain(
      "1 rows of tickets repeat another row and are taken once.",
    );
  });

  it("may hold NUL, a megabyte in a cell, quotes that nobody doubled, and empty cells at its end", async () => {
    const huge = "x".repeat(1_000_000);
    const source = await openFolder({
      "tickets.csv": `Ticket #,Summary,Vendor text\n1,a\0b,"${huge}"\n2,5" disk,say "hi"\n3,c,,,,\n\n,,\n`,
    });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(rejects).toEqual([]);
    expect(records.map(({ summary }) => summary)).toEqual(["a\0b", '5" disk', "c"]);
    expect(records[0]?.customFields).toEqual([
      { id: "vendor-text", caption: "Vendor text", type: "Text", value: huge },
    ]);
    expect(records[1]?.customFields[0]?.value).toBe('say "hi"');
  });

  it("without its id, or with too many cells, is named by its line", async () => {
    const source = await openFolder({ "tickets.csv": "Ticket #,Summary\n,nameless\n2,a,b,c\n3,fine\n" });
    const { records, rejects } = await source.fetchPage("ticket", {});
    expect(records.map(({ id }) => id)).toEqual(["3"]);
    expect(print(rejects)).toEqual([
      { id: "tickets.csv:2", reason: "tickets.csv line 2: it has no id" },
      { id: "2", reason: "tickets.csv line 3: it has 4 cells where the header has 2" },
    ]);
  });

  it("of notes without a ticket, or of a ticket that isn't there, is told with the tickets", async () => {
    const stray = `${NOTES}31,9,Discussion,2025-01-03,x,stray\n32,,Discussion,2025-01-03,x,homeless\n`;
    const source = await openFolder({ "tickets.csv": TICKETS, "notes.csv": stray });
    const first = await source.fetchPage("ticket", {});
    const { rejects, next } = await source.fetchPage("ticket", { after: first.next ?? "" });
    expect(print(rejects)).toEqual([
      { id: "32", type: "notes", reason: "notes.csv line 6: it names no ticket" },
      { id: "*", type: "notes", reason: "1 notes belong to 1 tickets that are not in the export" },
    ]);
    expect(next).toBeUndefined();
  });

  it("comes in pages with hundreds of others, each told once", async () => {
    const rows = Array.from(
      { length: 1300 },
      (_, at) => `${at + 1},s,${at % 2 === 0 ? "2025-01-01" : "never"}`,
    );
    const source = await openFolder({ "tickets.csv": `Ticket #,Summary,Entered\n${rows.join("\n")}\n` });
    const told: string[] = [];
    let records = 0;
    let after: string | undefined;
    do {
      const page = await source.fetchPage("ticket", after === undefined ? {} : { after });
      records += page.records.length;
      told.push(...page.rejects.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    expect(records).toBe(650);
    expect(new Set(told).size).toBe(650);
    expect(told).toHaveLength(650);
  });
});
