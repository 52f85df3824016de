// Real and synthetic ticket texts as other desks export them, under captions that are not ConnectWise's.
import { existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { refusalIn } from "../support/in-words.ts";
import { makeFolder, openFolder } from "../unit/source/csv/folder.ts";

const DATA = new URL("../../../shared/data/", import.meta.url);
const there = existsSync(new URL("customer-support-tickets.csv", DATA));
if (!there) console.warn("SKIPPED: the public ticket texts are not beside this clone");

/** The file's rows as csv-parse alone reads them. */
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
  parse(await readFile(new URL(name, DATA)), { columns: true });

async function openData(name: string, settings: Parameters<typeof openFolder>[1] = {}) {
  const directory = await makeFolder({});
  await copyFile(new URL(name, DATA), join(directory, name));
  return openFolder({}, { directory, ...settings });
}

async function readAll(source: Awaited<ReturnType<typeof openData>>) {
  const tickets = [];
  const rejects = [];
  let after: string | undefined;
  do {
    const page = await source.fetchPage("ticket", after === undefined ? {} : { after });
    tickets.push(...page.records);
    rejects.push(...page.rejects);
    after = page.next;
  } while (after !== undefined);
  return { tickets, rejects };
}

describe.skipIf(!there)("public ticket texts", () => {
  it("of a support desk: every ticket with its texts, and the customers as contacts", async () => {
    const source = await openData("customer-support-tickets.csv", {
      columns: { "customer-support-tickets.csv": { "First Response Time": "dateEntered" } },
    });
    const { tickets, rejects } = await readAll(source);
    const rows = await rowsOf("customer-support-tickets.csv");
    expect(rejects).toEqual([]);
    expect(tickets.map(({ id, summary }) => [id, summary])).toEqual(
      rows.map((row) => [row["Ticket ID"], row["Ticket Subject"]]),
    );
    const people = new Set(rows.map((row) => row["Customer Email"]?.toLowerCase()));
    expect(await source.count("contact")).toBe(people.size);
    for (const row of rows.filter((one) => one["First Response Time"] !== "").slice(0, 50)) {
      const notes = await source.fetchNotes(row["Ticket ID"] ?? "");
      expect(notes.map(({ text }) => text)).toContain(row["Ticket Description"]);
      if (row.Resolution) expect(notes.map(({ kind }) => kind)).toContain("resolution");
    }
  });

  it("of an incident desk: ids that are no numbers, in an order that pages can follow", async () => {
    const source = await openData("it-incidents.csv");
    const { tickets, rejects } = await readAll(source);
    const rows = await rowsOf("it-incidents.csv");
    expect(tickets.length + rejects.length).toBeGreaterThanOrEqual(
      new Set(rows.map((row) => row.number)).size,
    );
    const expected = new Map(rows.map((row) => [row.number, row.short_description]));
    expect(tickets.every(({ id, summary }) => expected.get(id) === summary)).toBe(true);
    expect(tickets.map(({ id }) => id)).toEqual(tickets.map(({ id }) => id).sort());
  });

  it("without any id are refused, naming what is missing", async () => {
    const source = await openData("it-service-tickets.csv");
    expect((await refusalIn(source.identify())).message).toMatch(
      /it-service-tickets\.csv can't be used\. It has no id column/,
    );
  });
});
