// ConnectWise's own reports: keys and short names, UTC twins, boxes, owners in two columns, what is known and left.

import { describe, expect, it } from "vitest";
import type { PagedType } from "../../../../src/engine/source/port.ts";
import { print } from "../../../support/in-words.ts";
import { openFolder } from "./folder.ts";

const SETTINGS = { dateOrder: "mdy", timeZone: "America/New_York" } as const;
const TICKETS = "Ticket #,Summary,Company,Contact,Date Entered\n1001,x,Acme,Carla Client,3/4/2024 2:05 PM\n";

const open = (files: Readonly<Record<string, string>>, settings: object = SETTINGS) =>
  openFolder({ "tickets.csv": TICKETS, ...files }, settings);

const recordsOf = async <T extends PagedType>(source: Awaited<ReturnType<typeof open>>, type: T) =>
  (await source.fetchPage(type, {})).records;

const remarksOf = async (source: Awaited<ReturnType<typeof open>>) =>
  print((await source.fetchRemarks?.()) ?? []).join("\n");

const SERVICE =
  "SR_Service_RecID,TicketNbr,Summary,company_name,company_recid,contact_name,contact_recid,date_entered,Date_Entered_UTC,Date_Closed_UTC,Closed_Flag,status_description,sr_status_recid,Board_Name,SR_Board_RecID,Urgency,Priority_Description,Ticket_Owner_First_Name,Ticket_Owner_Last_Name,Ticket_Owner_RecID,resource_list,Age,Hours_Actual,PostalCode,AGR_Header_RecID,agreement_name,Userfield_1,Userfield_1_Caption\n";

describe("the report of tickets", () => {
  const row =
    '1001,1001,Printer,Acme,19,Carla Client,144,3/4/2024 9:05 AM,3/4/2024 2:05 PM,,False,New,12,Help Desk,3,High,Priority 2,Jane,Doe,637,"jdoe, bsmith",4,0.5,12345,8,Gold,Row 4,Shelf\n';

  it("is read by its keys, in UTC, with every column known", async () => {
    const source = await openFolder({ "Service.csv": SERVICE + row }, SETTINGS);
    expect(await recordsOf(source, "ticket")).toMatchObject([
      {
        id: "1001",
        dateEntered: "2024-03-04T14:05:00Z",
        company: { id: "19", name: "Acme" },
        contact: { id: "144", name: "Carla Client" },
        board: { id: "3", name: "Help Desk" },
        status: { id: "12", name: "New" },
        priority: { name: "Priority 2" },
        owner: { id: "637", name: "Jane Doe" },
        agreement: { id: "8", name: "Gold" },
        closed: false,
        customFields: [{ caption: "Shelf", value: "Row 4" }],
      },
    ]);
    const remarks = await remarksOf(source);
    expect(remarks).toMatch(/known, and not read: .*“Age”.*“TicketNbr”/s);
    expect(remarks).toContain("become custom fields: “Userfield_1”.");
  });

  it("never reads an old field whose label names a secret", async () => {
    const secret = row.replace("Row 4,Shelf", "4711#,Door_Code");
    const source = await openFolder({ "Service.csv": SERVICE + secret }, SETTINGS);
    expect(JSON.stringify(await recordsOf(source, "ticket"))).not.toContain("4711");
    expect(await remarksOf(source)).toContain("never read, being secrets: “Userfield_1”");
  });

  it("is known by TicketNbr alone, and without columns that are needless", async () => {
    const source = await openFolder({
      "PortalService.csv": "TicketNbr,Summary,Board_Name\n1001,x,Help Desk\n",
    });
    expect(await recordsOf(source, "ticket")).toMatchObject([{ id: "1001" }]);
  });

  it("tells an owner only where the list of technicians names one", async () => {
    const head = "Ticket #,Summary,Resources,Email Address\n";
    const rows = '1,x,"jdoe, bsmith",carla@acme.example\n2,y,jdoe,\n';
    const source = await openFolder({ "tickets.csv": head + rows });
    const [both, one] = await recordsOf(source, "ticket");
    expect(both).toMatchObject({ contactEmail: "carla@acme.example" });
    expect(both?.owner).toBeUndefined();
    expect(both?.resources).toEqual(["jdoe", "bsmith"]);
    expect(one?.owner).toMatchObject({ name: "jdoe" });
  });

  it.each(["z-Closed", "zz Closed", "x_Closed - no survey", ">Closed", "99. Completed", "ZClosed"])(
    "closes a ticket whose status is %s",
    async (status) => {
      const source = await openFolder({ "tickets.csv": `Ticket #,Summary,Status\n1,x,${status}\n` });
      expect(await recordsOf(source, "ticket")).toMatchObject([{ closed: status !== "ZClosed" }]);
    },
  );
});

describe("what desks miss besides", () => {
  it("is taken from reports and from answers of the API alike", async () => {
    const api = await openFolder({
      "tickets.csv":
        "id,summary,board.name,_info.dateEntered,resolutionGoalUTC,respondByGoalUTC,isInSla,automaticEmailCc,automaticEmailCcFlag,resources,budgetHours,location.name\n" +
        '1,x,b,2024-03-04,2024-03-05T10:00:00Z,2024-03-04T12:00:00Z,true,"A@x.example; b@x.example",true,"jdoe, bsmith",3,Tampa\n',
      "contacts.csv":
        "id,firstName,department.name,managerContact.id,managerContact.name,company.name,communicationItems.0.value\n144,Carla,Sales,9,Max Boss,Acme,c@x.example\n",
    });
    expect(await recordsOf(api, "ticket")).toMatchObject([
      {
        ...{ slaBreachTime: "2024-03-05T10:00:00Z", respondByGoal: "2024-03-04T12:00:00Z", isInSla: true },
        ...{ copied: ["a@x.example", "b@x.example"], copiedNotified: true, resources: ["jdoe", "bsmith"] },
        ...{ budgetHours: 3, location: "Tampa" },
      },
    ]);
    expect(await recordsOf(api, "contact")).toMatchObject([
      { department: "Sales", manager: { id: "9", name: "Max Boss" }, company: { name: "Acme" } },
    ]);
    const report = await openFolder({
      "Service.csv":
        "SR_Service_RecID,Summary,Date_Responded_UTC,Responded_By,Minutes_Waiting,Hours_Budget,Location,BusGroup\n1,x,2024-03-04 12:00,jdoe,30,2,Tampa,Service\n",
      "Company.csv":
        "Company_RecID,Company_ID,Company_Name,Account_Nbr,Market_Desc,Default_Contact_First_Name,Default_Contact_Last_Name,Contact_RecID,Parent_Company_RecID,Time_Zone\n19,Acme,Acme,A-1,Retail,Carla,Client,144,7,EST\n",
    });
    expect(await recordsOf(report, "ticket")).toMatchObject([
      {
        ...{ dateResponded: "2024-03-04T12:00:00Z", respondedBy: "jdoe", minutesWaiting: 30, budgetHours: 2 },
        ...{ location: "Tampa", department: "Service" },
      },
    ]);
    expect(await recordsOf(report, "company")).toMatchObject([
      {
        ...{ accountNumber: "A-1", market: "Retail", parentCompany: { id: "7" }, timeZone: "EST" },
        defaultContact: { id: "144", name: "Carla Client" },
      },
    ]);
  });
});

describe("the report of notes", () => {
  const head = "SR_Service_RecID,RecID,Notes,Date_Created_UTC,Created_By";

  it("has its dates in UTC, whatever the export's zone is", async () => {
    const source = await open({ "notes.csv": `${head}\n1001,1,I can't print,3/4/2024 7:05 PM,carla\n` });
    expect(await source.fetchNotes("1001")).toMatchObject([{ id: "1", dateCreated: "2024-03-04T19:05:00Z" }]);
  });

  it.each([
    ["True,False,False", "discussion", false],
    ["1,0,0", "discussion", false],
    ["False,False,True", "resolution", false],
    ["True,True,False", "discussion", true],
    ["False,True,False", "internal", true],
    ["False,False,False", "internal", true],
    [",,", "internal", true],
  ])("says by its boxes who may see a note: %s", async (boxes, kind, internal) => {
    const flags = "Detail_Description_Flag,Internal_Analysis_Flag,Resolution_Flag";
    const source = await open({
      "ServiceNote.csv": `${head},${flags}\n1001,1,text,3/4/2024 7:05 PM,carla,${boxes}\n`,
    });
    expect(await source.fetchNotes("1001")).toMatchObject([{ kind, internal }]);
  });

  it("names its authors by their keys", async () => {
    const source = await open({
      "members.csv": "Member_RecID,Member_ID,First_Name,Last_Name\n637,jdoe,Jane,Doe\n",
      "contacts.csv": "Contact_RecID,First_Name,Last_Name\n144,Carla,Client\n",
      "notes.csv": `${head},Member_RecID,Contact_RecID\n1001,1,a,3/4/2024 7:05 PM,jdoe,637,\n1001,2,b,3/4/2024 7:06 PM,,,144\n`,
    });
    expect((await source.fetchNotes("1001")).map(({ author }) => author)).toMatchObject([
      { kind: "member", id: "637", name: "Jane Doe" },
      { kind: "contact", id: "144" },
    ]);
  });

  it("leaves a note without a date where it is, says so, and reads the others", async () => {
    const rows = "1001,1,a,3/4/2024 7:05 PM,x\n1001,2,b,,x\n1001,3,c,NULL,x\n";
    const source = await open({ "notes.csv": `${head}\n${rows}` });
    expect((await source.fetchNotes("1001")).map(({ text }) => text)).toEqual(["a"]);
    const first = await source.fetchPage("ticket", {});
    const { rejects } = await source.fetchPage("ticket", { after: first.next ?? "" });
    expect(print(rejects).map(({ reason }) => reason)).toEqual([
      "notes.csv line 3: the note of ticket 1001 has no date, and can't be put in its place",
      "notes.csv line 4: the note of ticket 1001 has no date, and can't be put in its place",
    ]);
  });

  it("without any date is said once", async () => {
    const source = await open({ "notes.csv": "SR_Service_RecID,RecID,Notes\n1001,1,a\n1001,2,b\n" });
    expect(await source.fetchNotes("1001")).toEqual([]);
    expect(await remarksOf(source)).toContain("says nowhere when its 2 notes were written");
  });

  it("tells with whom a time entry's text was shared, and the text is not told twice", async () => {
    const flags = "Detail_Description_Flag,Internal_Analysis_Flag,Resolution_Flag,Time_Flag";
    const source = await open({
      "notes.csv": `${head},${flags}\n1001,1,Cleared the  queue,3/4/2024 7:05 PM,jdoe,True,False,False,1\n1001,2,Checked,3/4/2024 7:06 PM,jdoe,False,True,False,1\n`,
      "time.csv":
        "Time_RecID,SR_Service_RecID,member_id,Time_Start_UTC,hours_actual,Notes\n8,1001,jdoe,3/4/2024 7:00 PM,0.5,Cleared the queue\n9,1001,jdoe,3/4/2024 7:00 PM,0.5,Checked\n",
    });
    expect(await source.fetchNotes("1001")).toEqual([]);
    const { records } = await source.fetchTimeEntriesOf(["1001"]);
    expect(records.map(({ shownAs }) => shownAs)).toEqual(["discussion", undefined]);
  });
});

describe("the report of companies", () => {
  it("joins by its key and keeps its short name", async () => {
    const source = await openFolder(
      {
        "companies.csv":
          "Company_ID,Company_Name,Company_RecID,PhoneNbr,Website_URL,Company_Status_Desc,Company_Type_Desc,Tax_Code\nAcmeInc,Acme,19,555,acme.example,Active,Customer,X\n",
        "contacts.csv": "Contact_RecID,First_Name,Company_ID\n144,Carla,AcmeInc\n145,Carl,\n",
        "Service.csv": SERVICE.concat("7,7,x,,19,,,,,,,,,,,,,,,,,,,,,,,\n"),
      },
      SETTINGS,
    );
    expect(await recordsOf(source, "company")).toMatchObject([
      {
        ...{ id: "19", identifier: "AcmeInc", name: "Acme", phone: "555", website: "acme.example" },
        ...{ status: "Active", types: ["Customer"] },
      },
    ]);
    expect((await recordsOf(source, "contact")).map(({ company }) => company?.id)).toEqual(["19", undefined]);
    expect(await recordsOf(source, "ticket")).toMatchObject([{ company: { id: "19" } }]);
  });

  it("tells which are deleted, as that of contacts does", async () => {
    const source = await open({
      "companies.csv": "Company_RecID,Company_Name,Delete_Flag\n19,Acme,True\n",
      "contacts.csv": "Contact_RecID,First_Name,Delete_Flag\n144,Carla,False\n145,Gone,True\n",
    });
    expect(await recordsOf(source, "company")).toMatchObject([{ id: "19", deleted: true }]);
    expect((await recordsOf(source, "contact")).map(({ id }) => id)).toEqual(["144"]);
    expect(await remarksOf(source)).toContain("1 contacts are deleted and are left out.");
  });
});

describe("contacts", () => {
  it("are one person whichever way round they are written", async () => {
    const source = await open({
      "contacts.csv": 'Contact RecID,Name,Company,Email\n144,"Client, Carla",Acme,carla@acme.example\n',
    });
    expect(await recordsOf(source, "contact")).toMatchObject([{ firstName: "Carla", lastName: "Client" }]);
    expect(await recordsOf(source, "ticket")).toMatchObject([{ contact: { id: "144" } }]);
    const alone = await openFolder({
      "tickets.csv":
        'Ticket #,Summary,Contact,Owner\n1,x,Carla Client,"Doe, Jane"\n2,y,"Client, Carla",Jane Doe\n',
    });
    const [a, b] = await recordsOf(alone, "ticket");
    expect(a?.contact).toEqual(b?.contact);
    expect(a?.owner).toEqual(b?.owner);
  });

  it.each([
    ["Active", "No", true],
    ["Active", "Yes", false],
    ["Active_Flag", "0", true],
    ["Inactive_Flag", "True", true],
  ])("are inactive where %s says %s", async (caption, says, inactive) => {
    const source = await open({ "contacts.csv": `Contact RecID,First Name,${caption}\n144,Carla,${says}\n` });
    expect(await recordsOf(source, "contact")).toMatchObject([{ inactive }]);
  });

  it("keep the vendor's portal password out, and say so", async () => {
    const source = await open({
      "contacts.csv": "Contact_RecID,First_Name,Last_Name,Portal_PW\n144,Carla,Client,Hunter2!summer\n",
    });
    expect(JSON.stringify(await recordsOf(source, "contact"))).not.toContain("Hunter2");
    expect(await remarksOf(source)).toContain("never read, being secrets: “Portal_PW”");
    expect(await source.fetchCustomFields()).toEqual([]);
  });
});

describe("time entries", () => {
  const entriesOf = async (head: string, ...rows: string[]) => {
    const source = await open({ "time.csv": `${head}\n${rows.join("\n")}\n` });
    const { records, rejects } = await source.fetchTimeEntriesOf(["1001"]);
    return { records, rejects, remarks: await remarksOf(source) };
  };
  const HEAD = "Ticket #,Time RecID,Member";

  it.each([
    ["3/4/2024,2:05 PM,2:35 PM", "2024-03-04T19:05:00Z", "2024-03-04T19:35:00Z"],
    ["3/4/2024,14:05,14:35", "2024-03-04T19:05:00Z", "2024-03-04T19:35:00Z"],
    ["3/4/2024 12:00:00 AM,11:50 PM,12:20 AM", "2024-03-05T04:50:00Z", "2024-03-05T05:20:00Z"],
    ["Mon 3/4/2024,12/30/1899 2:05:00 PM,", "2024-03-04T19:05:00Z", undefined],
  ])("have their clock in columns of its own: %s", async (cells, timeStart, timeEnd) => {
    const { records } = await entriesOf(`${HEAD},Date,Start Time,End Time,Hours`, `1001,8,jdoe,${cells},0.5`);
    expect(records.map((one) => [one.timeStart, one.timeEnd])).toEqual([[timeStart, timeEnd]]);
  });

  it.each(["Bill", "Billable", "option_id", "Billable Option"])("are billed as %s says", async (caption) => {
    const rows = ["B", "NB", "NC", ""].map((bill, at) => `1001,${at + 1},jdoe,3/4/2024,0.5,${bill}`);
    const { records } = await entriesOf(`${HEAD},Date,Hours,${caption}`, ...rows);
    expect(records.map(({ billableOption }) => billableOption)).toEqual([
      "Billable",
      "DoNotBill",
      "NoCharge",
      "NoDefault",
    ]);
  });

  it.each([
    ["(0.50)", -0.5],
    ["0:30", 0.5],
    ["1.25 hrs", 1.25],
    ["-0.5", -0.5],
  ])("have hours as people write them: %s", async (hours, actualHours) => {
    const { records } = await entriesOf(`${HEAD},Date,Hours`, `1001,8,jdoe,3/4/2024,${hours}`);
    expect(records).toMatchObject([{ actualHours }]);
  });

  it("are those of the vendor's report, and hang on no ticket where its key is 0", async () => {
    const { records, remarks } = await entriesOf(
      "Time_RecID,SR_Service_RecID,member_id,first_name,last_name,Date_Start,Time_Start_UTC,hours_actual,billable_flag,Billable_Hrs,internal_note,Hourly_Cost",
      "8,1001,jdoe,Jane,Doe,3/4/2024,3/4/2024 7:05 PM,0.5,True,0.25,psst,99",
      "9,0,jdoe,Jane,Doe,3/4/2024,3/4/2024 7:05 PM,0.5,True,0.25,psst,99",
    );
    expect(records).toMatchObject([
      {
        ...{ id: "8", member: { name: "Jane Doe" }, timeStart: "2024-03-04T19:05:00Z", actualHours: 0.5 },
        ...{ billableOption: "Billable", hoursBilled: 0.25, internalNotes: "psst" },
      },
    ]);
    expect(remarks).toContain("1 time entries hang on no ticket");
    expect(remarks).toContain("“Hourly_Cost” (invoices, taxes and costs)");
  });

  it("are those of the company's finance tab", async () => {
    const { records } = await entriesOf(
      "Member Name,Date,Bill,Rate,WIP Hrs,WIP Amt,Inv Hrs,Inv Amt,Status,Service ID,Ticket Status,Invoice Nbr,Agreement,Time RecId",
      "Jane Doe,3/4/2024,B,100,0.5,50,0,0,Open,1001,New,,,8",
      "Jane Doe,3/4/2024,B,100,0,0,1.5,150,Billed,1001,New,77,,9",
    );
    expect(records.map(({ actualHours, hoursBilled }) => [actualHours, hoursBilled])).toEqual([
      [0.5, 0],
      [1.5, 1.5],
    ]);
  });
});
