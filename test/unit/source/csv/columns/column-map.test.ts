// What headers alone tell: known captions in two languages, doubtful ones, secrets, and hostile text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSV_OBJECTS } from "../../../../../src/engine/source/csv/columns/captions.ts";
import { assembleColumnMap, cleanHeaders } from "../../../../../src/engine/source/csv/columns/column-map.ts";
import { guessObject } from "../../../../../src/engine/source/csv/columns/guess-object.ts";

const usesOf = (...headers: string[]) =>
  assembleColumnMap("ticket", headers).columns.map(({ use }) =>
    use.kind === "field" ? use.field : use.kind,
  );

describe("the map of a file's columns", () => {
  it("knows ConnectWise's captions, whatever their case and punctuation", () => {
    expect(usesOf("Ticket #", "SUMMARY", "sub-type", "Date  Entered", "Contact_Email")).toEqual([
      "id",
      "summary",
      "subType",
      "dateEntered",
      "contactEmail",
    ]);
  });

  it("knows the German ones", () => {
    expect(usesOf("Ticketnummer", "Zusammenfassung", "Priorität", "Geschlossen am", "Firma")).toEqual([
      "id",
      "summary",
      "priority",
      "closedDate",
      "company",
    ]);
  });

  it("makes custom fields of what it doesn't know, with ids that stay the same and differ", () => {
    const { columns } = assembleColumnMap("ticket", [
      "Vendor Ticket Number",
      "vendor-ticket-number!",
      "客户",
    ]);
    const ids = columns.map(({ use }) => (use.kind === "custom" ? use.id : use.kind));
    expect(ids.slice(0, 2)).toEqual(["vendor-ticket-number", "vendor-ticket-number-2"]);
    expect(ids[2]).toMatch(/^column-[0-9a-f]{8}$/);
  });

  it("asks about a caption that only often means a field", () => {
    const { columns, questions } = assembleColumnMap("ticket", ["Ticket #", "Resource"]);
    expect(columns[1]).toMatchObject({ use: { field: "owner" }, confidence: 0.6 });
    expect(questions).toEqual([
      "Column “Resource” is read as the ticket's “owner”. A caption that often means it.",
    ]);
  });

  it("asks when two columns claim a field, and prefers the surer one, wherever it stands", () => {
    const { columns, questions } = assembleColumnMap("ticket", ["Resource", "Owner"]);
    expect(columns.map(({ use }) => use.kind)).toEqual(["custom", "field"]);
    expect(questions).toEqual([
      "Column “Resource” is read as a custom field. “Owner” is that field already.",
    ]);
  });

  it("lets people say what a column is, and leave one out", () => {
    const choices = { Resource: "owner", Owner: null, Summary: "custom" };
    const { columns, questions } = assembleColumnMap("ticket", ["Owner", "Resource", "Summary"], choices);
    expect(columns.map(({ use }) => use)).toEqual([
      { kind: "dropped", why: "asked" },
      { kind: "field", field: "owner" },
      { kind: "custom", id: "summary" },
    ]);
    expect(questions).toEqual([]);
  });

  it("never reads a column that is named like a secret, even if told to", () => {
    const headers = ["Portal Password", "API Key", "Access Token", "Door code", "Kennwort", "PIN"];
    const { columns } = assembleColumnMap("ticket", headers, { PIN: "custom" });
    expect(columns.map(({ use }) => use)).toEqual(headers.map(() => ({ kind: "dropped", why: "secret" })));
  });

  it("gives every column one use and no field to two, whatever the headers are", () => {
    const header = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("Owner", "ID", "__proto__", "constructor"),
    );
    fc.assert(
      fc.property(fc.array(header, { maxLength: 30 }), fc.constantFrom(...CSV_OBJECTS), (cells, object) => {
        const headers = cleanHeaders(cells);
        expect(new Set(headers).size).toBe(headers.length);
        for (const one of headers) expect(one).toMatch(/^[^\p{C}]{1,210}$/u);
        const { columns } = assembleColumnMap(object, headers);
        expect(columns.map((column) => column.header)).toEqual(headers);
        const fields = columns.flatMap(({ use }) => (use.kind === "field" ? [use.field] : []));
        expect(new Set(fields).size).toBe(fields.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the object of a file", () => {
  it.each([
    ["Ticket Notes 2024.csv", "note"],
    ["time_entries.csv", "timeEntry"],
    ["board statuses.csv", "status"],
    ["Company Contacts.csv", "contact"],
    ["service_tickets_2023.csv", "ticket"],
    ["Firmen.csv", "company"],
  ])("is told by its name: %s", (name, object) => {
    expect(guessObject([name], [])).toBe(object);
  });

  it("is told by its headers where the name says nothing, and is unknown where neither does", () => {
    expect(guessObject(["export.csv"], ["Ticket #", "Summary", "Board", "Status"])).toBe("ticket");
    expect(guessObject(["export.csv"], ["Company ID", "Company", "Website", "Territory"])).toBe("company");
    expect(guessObject(["export.csv"], ["Colour", "Size"])).toBeUndefined();
  });
});
