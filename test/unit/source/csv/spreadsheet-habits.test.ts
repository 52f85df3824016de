// What spreadsheets, databases and other tools do to an export: ids, words for nothing, dates, titles, odd files.

import { describe, expect, it } from "vitest";
import { assembleColumnMap } from "../../../../src/engine/source/csv/columns/column-map.ts";
import { guessObject } from "../../../../src/engine/source/csv/columns/guess-object.ts";
import { print, refusalIn } from "../../../support/in-words.ts";
import { openFolder } from "./folder.ts";

const SETTINGS = { dateOrder: "mdy", timeZone: "America/New_York" } as const;
const HEAD = "Ticket #,Summary,Company,Contact,Date Entered\n";
const TICKETS = `${HEAD}1001,x,Acme,Carla Client,3/4/2024 2:05 PM\n`;

type Opened = Awaited<ReturnType<typeof openFolder>>;
const ticketsOf = (source: Opened) => source.fetchPage("ticket", {});
const remarksOf = async (source: Opened) => print((await source.fetchRemarks?.()) ?? []).join("\n");

describe("an id", () => {
  it.each([
    ['"=""1001"""', "1001"],
    ["'1001", "1001"],
    ['"1,001"', "1001"],
    ["#1001", "1001"],
    ["1001.0", "1001"],
    ["INC-0042", "INC-0042"],
    ["T20240304.0012", "T20240304.0012"],
    ["INC 42", "INC-42"],
  ])("is unwrapped from what spreadsheets make of it: %s", async (cell, id) => {
    const source = await openFolder({ "tickets.csv": `${HEAD}${cell},x,Acme,Carla,\n` }, SETTINGS);
    expect((await ticketsOf(source)).records.map((one) => one.id)).toEqual([id]);
  });

  it.each(['"=HYPERLINK(""x"",1001)"', "see below", "Total", "=A1", "#REF!", "Created by Carla"])(
    "is refused by name where it can be none: %s",
    async (cell) => {
      const source = await openFolder({ "tickets.csv": `${HEAD}${cell},x,Acme,Carla,\n` }, SETTINGS);
      const { records, rejects } = await ticketsOf(source);
      expect(records).toEqual([]);
      expect(print(rejects).map(({ reason }) => reason)).toEqual([expect.stringContaining("is no id")]);
    },
  );

  it("joins a ticket and its note, however each file wrote it", async () => {
    const source = await openFolder(
      {
        "tickets.csv": `${HEAD}"=""1001""",x,Acme,Carla,\n`,
        "notes.csv": 'Ticket #,Note ID,Note,Date Created\n\'1001,="7",hello,3/4/2024 2:05 PM\n',
      },
      SETTINGS,
    );
    expect(await source.fetchNotes("1001")).toMatchObject([{ id: "7", text: "hello" }]);
  });
});

describe("a line that is no record", () => {
  it.each([
    "Copyright 2024 ConnectWise,,,,",
    "Total: 1,,,,",
    "1,,,,",
    "Page 1 of 1",
    "Grand total,,,,17",
    ",,,,17",
  ])("is passed over and said once: %s", async (line) => {
    const source = await openFolder({ "tickets.csv": `${TICKETS}${line}\n` }, SETTINGS);
    const { records, rejects } = await ticketsOf(source);
    expect(records.map(({ id }) => id)).toEqual(["1001"]);
    expect(rejects).toEqual([]);
    expect(await remarksOf(source)).toMatch(/tickets\.csv: 1 lines are no records, such as line 3 /);
  });
});

describe("words for nothing", () => {
  it.each(["NULL", "null", "(null)", "N/A", "#N/A", "-", "\\N"])("are empty cells: %s", async (nothing) => {
    const head = "Ticket #,Summary,Board,Status,Priority,Owner,Company,Contact,Date Entered,Closed,Budget\n";
    const row = `1001,x${`,${nothing}`.repeat(9)}\n`;
    const source = await openFolder({ "tickets.csv": head + row }, SETTINGS);
    expect((await ticketsOf(source)).records).toEqual([
      {
        id: "1001",
        recordType: "ServiceTicket",
        summary: "x",
        closed: false,
        hasChildTicket: false,
        customFields: [],
      },
    ]);
    for (const type of ["contact", "member", "board", "priority", "company"] as const)
      expect(await source.count(type), type).toBe(0);
  });
});

describe("dates", () => {
  const read = async (date: string, settings: object = SETTINGS) => {
    const source = await openFolder({ "tickets.csv": `${HEAD}1001,x,Acme,Carla,"${date}"\n` }, settings);
    const { records, rejects } = await ticketsOf(source);
    return records[0]?.dateEntered ?? print(rejects)[0]?.reason;
  };

  it.each([
    ["Mon 3/4/2024 2:05 PM", "2024-03-04T19:05:00Z"],
    ["Monday, March 4, 2024 2:05 PM", "2024-03-04T19:05:00Z"],
    ["3/4/2024 2:05:09 PM UTC-05", "2024-03-04T19:05:09Z"],
    ["3/4/2024 2:05 PM (UTC-05:00)", "2024-03-04T19:05:00Z"],
    ["3/4/2024 2:05 PM GMT+1", "2024-03-04T13:05:00Z"],
    ["3/4/2024 2:05 PM EST", "2024-03-04T19:05:00Z"],
    ["7/4/2024 2:05 PM EDT", "2024-07-04T18:05:00Z"],
    ["3/4/2024 2:05 PM UTC", "2024-03-04T14:05:00Z"],
    ["3/4/2024 14:05 CET", "2024-03-04T13:05:00Z"],
    ["'3/4/2024 2:05 PM", "2024-03-04T19:05:00Z"],
    ["4-Mar-24 14:05", "2024-03-04T19:05:00Z"],
    ["4 de marzo de 2024", "2024-03-04T05:00:00Z"],
    ["15 juillet 2024 14:05", "2024-07-15T18:05:00Z"],
    ["45355.586805556", "2024-03-04T19:05:00Z"],
    ["never ever", "tickets.csv line 2: “never ever” in column “Date Entered” is no date"],
  ])("are read as people's tools write them: %s", async (date, iso) => {
    expect(await read(date)).toBe(iso);
  });

  it("whose zone has a name of several are asked about, once", async () => {
    const rows = ["1,x,,,3/4/2024 2:05 PM CST", "2,y,,,3/5/2024 2:05 PM CST"].join("\n");
    const source = await openFolder({ "tickets.csv": `${HEAD}${rows}\n` }, SETTINGS);
    await expect(source.count("ticket")).rejects.toMatchObject({ code: "csv_zone_names" });
    const { message, remedy } = await refusalIn(source.count("ticket"));
    expect(message).toContain("“3/4/2024 2:05 PM CST” (tickets.csv line 2)");
    expect(remedy).toContain('"zones": {"CST":');
    expect(await read("3/4/2024 2:05 PM CST", { ...SETTINGS, zones: { CST: "America/Chicago" } })).toBe(
      "2024-03-04T20:05:00Z",
    );
    expect(await read("3/4/2024 2:05 PM CST", { ...SETTINGS, zones: { cst: "+08:00" } })).toBe(
      "2024-03-04T06:05:00Z",
    );
    const elsewhere = read("3/4/2024 2:05 PM EST", { dateOrder: "mdy", timeZone: "Australia/Perth" });
    expect((await refusalIn(elsewhere)).message).toContain("EST can be the time of several zones");
  });
});

describe("a file", () => {
  it("whose header stands below titles is read", async () => {
    const source = await openFolder(
      {
        "tickets.csv": `Service Report,,,,\n"Acme MSP, all boards",,,,\n\n${TICKETS}`,
        "notes.csv":
          "Notes of all tickets\nRun on 2024-03-05\nTicket #,Note,Date Created\n1001,hi,2024-03-04\n",
      },
      SETTINGS,
    );
    expect((await ticketsOf(source)).records.map(({ id }) => id)).toEqual(["1001"]);
    expect(await source.fetchNotes("1001")).toMatchObject([{ text: "hi" }]);
    expect(await remarksOf(source)).toContain("tickets.csv: its header stands in row 3, below a title.");
  });

  it("whose header nobody knows keeps it, though its records say words that headers say", async () => {
    const source = await openFolder(
      {
        "tickets.csv": TICKETS,
        "export.csv": "Numéro,État,Canal,Objet\n12,Closed,Email,Subject\n13,Status,Phone,Board\n",
      },
      SETTINGS,
    );
    expect(await remarksOf(source)).toContain("export.csv is none of the exports that are known");
  });

  it("of statuses in the vendor's columns is read", async () => {
    const source = await openFolder({
      "tickets.csv": "Ticket #,Summary,Board,Status\n1,x,Help,Done with\n",
      "status.csv": "SR_Status_RecID,Service_Status_Desc,Board_Name,Closed_Flag\n12,Done with,Help,True\n",
    });
    const [board] = (await source.fetchPage("board", {})).records;
    expect(board?.statuses).toEqual([{ id: "12", name: "Done with", closed: true }]);
  });

  it.each([
    ["contacts.csv", "Colour,Size\nred,5\n"],
    ["time.csv", "Service,Member Name\n1,2\n"],
    ["notes.csv", ""],
    ["companies.csv", "Territory\nx\n"],
  ])("that is optional and odd is named, and the others are read: %s", async (name, content) => {
    const source = await openFolder({ "tickets.csv": TICKETS, [name]: content }, SETTINGS);
    expect((await ticketsOf(source)).records).toHaveLength(1);
    expect(await remarksOf(source)).toContain(`${name} can't be used.`);
  });

  it("with another kind of name is told by its header", async () => {
    const source = await openFolder({ "Acme company tickets.csv": TICKETS }, SETTINGS);
    expect(await source.count("ticket")).toBe(1);
  });

  it.each(["notes.xls", "notes.ods", "notes.json"])("that can't be read is named: %s", async (name) => {
    const source = await openFolder({ "tickets.csv": TICKETS, [name]: "x" }, SETTINGS);
    expect(await remarksOf(source)).toContain(`${name} is not read: export it as CSV or as .xlsx.`);
  });

  it("with cells as long as Excel's longest says that they were cut", async () => {
    const notes = `Ticket #,Note,Date Created\n1001,${"x".repeat(32_767)},2024-03-04\n1001,${"y".repeat(32_766)},2024-03-04\n`;
    const source = await openFolder({ "tickets.csv": TICKETS, "notes.csv": notes }, SETTINGS);
    expect(await remarksOf(source)).toContain(
      "notes.csv: 1 cells have exactly 32,767 characters, the most that Excel keeps",
    );
  });
});

describe("a cell", () => {
  it("that can't be read costs the cell where a record does without it, and is said", async () => {
    const head = "Ticket #,Summary,Date Entered,Due Date,Last Updated\n";
    const rows = "1,a,2024-03-04,soon,2024-03-05\n2,b,2024-03-04,later,?\n3,c,someday,,\n";
    const source = await openFolder({ "tickets.csv": head + rows });
    const { records, rejects } = await ticketsOf(source);
    expect(records.map(({ id, requiredDate }) => [id, requiredDate])).toEqual([
      ["1", undefined],
      ["2", undefined],
    ]);
    expect(rejects.map(({ id }) => id)).toEqual(["3"]);
    expect(await remarksOf(source)).toContain(
      "tickets.csv: 2 cells of “Due Date” can't be read (line 2: “soon”), and are left empty.",
    );
  });
});

describe("exports of other tools", () => {
  it.each([
    [
      "Id,Requester,Requester email,Subject,Assignee,Group,Organization,Status,Priority,Type,Created at,Updated at,Solved at",
      "id contact contactEmail summary owner board company status priority ticketType dateEntered lastUpdated dateResolved",
    ],
    [
      "Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Full name,Email,Company Name",
      "id summary status priority source ticketType owner board dateEntered requiredDate dateResolved closedDate lastUpdated contact contactEmail company",
    ],
    [
      "Issue key,Summary,Status,Priority,Issue Type,Assignee,Reporter,Created,Updated,Resolved,Due Date,Description",
      "id summary status priority ticketType owner contact dateEntered lastUpdated dateResolved requiredDate description",
    ],
    [
      "Ticket ID,Summary,Details,Client,Site,User,Agent,Status,Priority,Ticket Type,Date Logged,Date Closed,Team",
      "id summary description company site contact owner status priority ticketType dateEntered closedDate team",
    ],
    [
      "Ticket Number,Title,Account,Contact,Status,Priority,Queue,Primary Resource,Create Date,Due Date/Time,Complete Date,Issue Type,Sub-Issue Type,Source",
      "id summary company contact status priority board owner dateEntered requiredDate closedDate ticketType subType source",
    ],
    [
      "number,short_description,caller_id,assignment_group,assigned_to,opened_at,closed_at,state,priority,category,sys_updated_on",
      "id summary contact board owner dateEntered closedDate status priority ticketType lastUpdated",
    ],
    [
      "Ticket Number,Date Created,Subject,From,From Email,Priority,Help Topic,Source,Current Status,Last Updated,Due Date,Closed Date,Assigned To",
      "id dateEntered summary contact contactEmail priority ticketType source status lastUpdated requiredDate closedDate owner",
    ],
  ])("are known by what their columns are called: %s", (header, fields) => {
    const headers = header.split(",");
    expect(guessObject(["export.csv"], headers)).toBe("ticket");
    const { columns } = assembleColumnMap("ticket", headers);
    expect(columns.map(({ use }) => (use.kind === "field" ? use.field : use.kind)).join(" ")).toBe(fields);
  });
});

describe("a column", () => {
  it("called Closed holds a date, or yes and no", async () => {
    const source = await openFolder({
      "tickets.csv": "Ticket #,Summary,Closed\n1,a,Yes\n2,b,FALSE\n3,c,2024-03-04\n4,d,\n",
    });
    const { records, rejects } = await ticketsOf(source);
    expect(rejects).toEqual([]);
    expect(records.map(({ closed, closedDate }) => [closed, closedDate])).toEqual([
      [true, undefined],
      [false, undefined],
      [true, "2024-03-04T00:00:00Z"],
      [false, undefined],
    ]);
  });

  it("whose values are secrets is never read, whatever it is called", async () => {
    const rows = ["1,a,Hunter2!summer", "2,b,Winter#2024x", "3,c,"].join("\n");
    const source = await openFolder({ "tickets.csv": `Ticket #,Summary,Remark\n${rows}\n` });
    expect(JSON.stringify(await ticketsOf(source))).not.toContain("Hunter2");
    expect(await remarksOf(source)).toContain("never read, being secrets: “Remark”");
    const kept = await openFolder(
      { "tickets.csv": `Ticket #,Summary,Remark\n${rows}\n` },
      { columns: { "tickets.csv": { Remark: "custom" } } },
    );
    expect(JSON.stringify(await ticketsOf(kept))).toContain("Hunter2");
  });
});

describe("answers of the API, flattened", () => {
  const HEADER =
    "id,summary,board.name,status.name,contact.id,owner.name,priority.name,type.name,_info.dateEntered,billTime,slaStatus";
  it.each([".", "/", "_"])("are known by the API's own names, divided by %s", async (divider) => {
    const head = HEADER.replaceAll(".", divider);
    const row = "1001,x,Help Desk,New,144,Jane Doe,High,Break-fix,2024-03-04T14:05:00Z,3,Ok";
    const source = await openFolder({ "tickets.csv": `${head}\n${row}\n` });
    expect((await ticketsOf(source)).records).toMatchObject([
      {
        ...{ id: "1001", board: { name: "Help Desk" }, status: { name: "New" }, contact: { id: "144" } },
        ...{ owner: { name: "Jane Doe" }, priority: { name: "High" }, ticketType: { name: "Break-fix" } },
        ...{ dateEntered: "2024-03-04T14:05:00Z", customFields: [] },
      },
    ]);
    expect(await remarksOf(source)).toContain(
      "“billTime”, “slaStatus” (fields of the API that are not moved)",
    );
  });

  it.each([
    [
      "customFields",
      `"[{'id': 9, 'caption': 'Floor', 'type': 'Text', 'value': '4'}, {'id': 8, 'caption': 'Door_Code', 'value': '4711'}]"`,
    ],
    [
      "customFields",
      `"[{""id"":9,""caption"":""Floor"",""type"":""Text"",""value"":""4""},{""id"":8,""caption"":""PIN"",""value"":""4711""}]"`,
    ],
    [
      "customFields.0.id,customFields.0.caption,customFields.0.value,customFields.1.id,customFields.1.caption,customFields.1.value",
      "9,Floor,4,8,AdminPwd,4711",
    ],
  ])("keep their custom fields, and no secret among them: %s", async (head, cells) => {
    const source = await openFolder({
      "tickets.csv": `id,summary,board.name,_info.dateEntered,${head}\n1,x,b,2024-03-04,${cells}\n`,
    });
    const { records } = await ticketsOf(source);
    expect(records[0]?.customFields).toMatchObject([{ id: "9", caption: "Floor", value: "4" }]);
    expect(JSON.stringify(records)).not.toContain("4711");
  });
});
