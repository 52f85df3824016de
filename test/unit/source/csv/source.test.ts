// What a folder of exports gives where files or columns are missing: derived records, resolved people, safe guesses.
import { describe, expect, it } from "vitest";
import { print } from "../../../support/in-words.ts";
import { openFolder, TICKETS } from "./folder.ts";

describe("a folder with tickets alone", () => {
  it("tells its boards, statuses, companies and contacts by the tickets", async () => {
    const source = await openFolder({ "tickets.csv": TICKETS });
    const boards = (await source.fetchPage("board", {})).records;
    expect(boards).toEqual([
      {
        ...{ id: "help-desk", name: "Help Desk", inactive: false, project: false },
        statuses: [
          { id: "closed", name: "Closed", closed: true },
          { id: "new", name: "New", closed: false },
        ],
      },
    ]);
    const [company] = (await source.fetchPage("company", {})).records;
    const [contact] = (await source.fetchPage("contact", {})).records;
    expect(company).toMatchObject({ name: "Acme", deleted: false });
    expect(contact).toMatchObject({ firstName: "Dana", lastName: "Reed", company: { id: company?.id } });
    const [ticket] = (await source.fetchPage("ticket", {})).records;
    expect(ticket).toMatchObject({
      company: { id: company?.id },
      contact: { id: contact?.id },
      closed: false,
    });
  });

  it("has the texts of a ticket's own row as its notes, unless a note says the same", async () => {
    const files = {
      "tickets.csv":
        "Ticket #,Summary,Entered,Closed,Contact,Owner,Initial Description,Resolution\n" +
        "1,a,2025-01-02,2025-01-03,Dana Reed,Priya Raman,It hums,Oiled it\n",
    };
    const alone = await openFolder(files);
    expect(await alone.fetchNotes("1")).toMatchObject([
      {
        kind: "discussion",
        internal: false,
        text: "It hums",
        author: { kind: "contact", name: "Dana Reed" },
      },
      {
        kind: "resolution",
        text: "Oiled it",
        dateCreated: "2025-01-03T00:00:00Z",
        author: { kind: "member" },
      },
    ]);
    const notes =
      "Ticket #,Note Type,Date Created,Created By,Note\n1,Discussion,2025-01-02,Dana Reed,It  hums\n";
    const beside = await openFolder({ ...files, "notes.csv": notes });
    expect((await beside.fetchNotes("1")).map(({ text }) => text)).toEqual(["It  hums", "Oiled it"]);
  });

  it("is identified by where it really is", async () => {
    const source = await openFolder({ "tickets.csv": TICKETS });
    const { system, key, title } = await source.identify();
    expect(system).toBe("csv");
    expect(title).toBe(`CSV export ${key.split("/").at(-1)}`);
    expect(
      (await source.fetchRights()).modules.every(({ level, enough }) => level === "unknown" && enough),
    ).toBe(true);
  });
});

describe("people in an export", () => {
  const contacts =
    "Contact ID,First Name,Last Name,Email,Company\n" +
    "20,Dana,Reed,dana@acme.example,Acme\n21,Dana,Reed,dana@other.example,Other\n22,Sam,Poe,office@acme.example,Acme\n23,Sam,Poe,sam@acme.example,Acme\n";
  const companies = "Company ID,Company\n5,Acme\n6,Other\n7,Twin\n8,Twin\n";
  const ticketsOf = (...rows: string[]) =>
    `Ticket #,Summary,Entered,Company,Contact,Contact Email\n${rows.map((row, at) => `${at + 1},s,2025-01-01,${row}`).join("\n")}\n`;

  it("are found by name within their company, then by e-mail, and never by an address of somebody else", async () => {
    const source = await openFolder({
      "companies.csv": companies,
      "contacts.csv": contacts,
      "tickets.csv": ticketsOf(
        "Acme,Dana Reed,",
        "Other,dana reed,",
        "Acme,Sam Poe,sam@acme.example",
        "Acme,Sam Poe,",
        "Acme,,dana@acme.example",
        "Acme,Somebody Else,dana@acme.example",
      ),
    });
    const { records } = await source.fetchPage("ticket", {});
    const ids = records.map(({ contact }) => contact?.id ?? "");
    expect(ids.slice(0, 3)).toEqual(["20", "21", "23"]);
    expect(ids[4]).toBe("20");
    for (const unknown of [ids[3], ids[5]]) expect(Number(unknown)).toBeGreaterThan(2 ** 52);
  });

  it("of a company whose name several bear are not put into one of them", async () => {
    const source = await openFolder({ "companies.csv": companies, "tickets.csv": ticketsOf("Twin,,") });
    const [ticket] = (await source.fetchPage("ticket", {})).records;
    expect(ticket?.company?.name).toBe("Twin");
    expect(["7", "8"]).not.toContain(ticket?.company?.id);
  });

  it("wrote a note as member or contact where the export shows it, and nobody is made up", async () => {
    const source = await openFolder({
      "members.csv": "Member ID,Identifier,First Name,Last Name\n150,PRaman,Priya,Raman\n",
      "contacts.csv": contacts,
      "companies.csv": companies,
      "tickets.csv": ticketsOf("Acme,Dana Reed,dana@acme.example"),
      "notes.csv":
        "Ticket #,Note Type,Date Created,Created By,Note\n1,Discussion,2025-01-01 10:00,dana@acme.example,a\n" +
        '1,Discussion,2025-01-01 11:00,PRaman,b\n1,Discussion,2025-01-01 12:00,"Raman, Priya",c\n1,Discussion,2025-01-01 13:00,Automate,d\n',
    });
    expect((await source.fetchNotes("1")).map(({ author }) => author)).toEqual([
      { kind: "contact", id: "20", name: "Dana Reed" },
      { kind: "member", id: "150", name: "Priya Raman" },
      { kind: "member", id: "150", name: "Priya Raman" },
      { kind: "unknown", name: "Automate" },
    ]);
  });

  it("may not see a note of which the export doesn't say who may: it is internal", async () => {
    const source = await openFolder({
      "tickets.csv": TICKETS,
      "notes.csv": "Ticket #,Date Created,Note\n1,2025-01-02,who may read this?\n",
    });
    expect(await source.fetchNotes("1")).toMatchObject([{ kind: "internal", internal: true }]);
  });
});

describe("the remarks for a survey", () => {
  it("name what was detected, what becomes a custom field, what is secret, and what to confirm", async () => {
    const source = await openFolder({
      "tickets.csv": "Ticket #;Summary;Resource;Budget;Admin password\n1;a;PRaman;5;hunter2\n",
      "readme.txt": "hello",
    });
    const remarks = print(await source.fetchRemarks?.())?.join("\n") ?? "";
    expect(remarks).toContain(
      "tickets.csv holds the tickets (UTF-8, divided by semicolons); 3 of 5 columns are known",
    );
    expect(remarks).toContain("become custom fields: “Budget”");
    expect(remarks).toContain("never read, being secrets: “Admin password”");
    expect(remarks).toContain("Column “Resource” is read as the ticket's “owner”");
    expect(remarks).toContain("readme.txt is none of the exports that are known");
    expect(remarks).toContain("Dates without a zone are read as UTC");
    expect(remarks).toContain("tickets.csv says nowhere when a ticket was entered");
    expect(remarks).toContain("There is no export of notes");
    expect(remarks).not.toContain("hunter2");
    expect(await source.fetchCustomFields()).toMatchObject([
      { id: "budget", caption: "Budget", object: "ticket" },
    ]);
  });
});
