// The staged extract: hostile text survives, order is numeric, and only changes are written.
import { beforeAll, expect, it } from "vitest";
import type {
  SourceContact,
  SourceRecords,
  SourceTicket,
  SourceTimeEntry,
} from "../../src/engine/model/source/source.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import type { SourceStaging } from "../../src/engine/store/repositories.ts";
import { describeOnEachStore } from "../support/database.ts";
import { createMemoryStaging } from "../support/memory-staging.ts";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute));

function ticket(id: string, summary = "Printer on fire"): SourceTicket {
  return { id, recordType: "ServiceTicket", summary, closed: false, hasChildTicket: false, customFields: [] };
}
function contact(id: string, email?: string): SourceContact {
  const base = { id, types: [], inactive: false, communications: [], customFields: [] };
  return email === undefined ? base : { ...base, email };
}
function timeEntry(id: string, ticketId: string): SourceTimeEntry {
  return {
    id,
    ticketId,
    member: { id: "1" },
    timeStart: "2026-01-01T00:00:00Z",
    actualHours: 1.5,
    billableOption: "Billable",
  };
}

const stores = { memory: createMemoryStaging, database: makeStaging };

describeOnEachStore<SourceStaging>("staging", stores, (store) => {
  let staging: SourceStaging;
  beforeAll(() => {
    staging = store();
  });

  it("gives back hostile text as it came", async () => {
    const texts = [
      '"quotes" \\ {braces,}',
      "NULL",
      "",
      "nul \0 inside",
      "half \ud83d emoji",
      "𝕌nicode\n\t'",
      "$1 $2",
    ];
    const records = texts.map((text, n) => ticket(String(n + 1), text));
    expect(await staging.putRecords("hostile", "ticket", records, at(0))).toEqual({ changed: texts.length });
    const loaded = await staging.load(
      "hostile",
      "ticket",
      records.map((record) => record.id),
    );
    expect(records.map((record) => loaded.get(record.id))).toEqual(records);
  });

  it("writes nothing where nothing changed, and the last of two in a page", async () => {
    const records = [ticket("1"), ticket("2"), ticket("2", "newer")];
    expect(await staging.putRecords("same", "ticket", records, at(0))).toEqual({ changed: 2 });
    expect(await staging.putRecords("same", "ticket", records, at(1))).toEqual({ changed: 0 });
    expect((await staging.load("same", "ticket", ["2"])).get("2")?.summary).toBe("newer");
  });

  it("lists ids in numeric order by key, deleted ones left out until they come back", async () => {
    const ids = ["9", "10", "100", "11", "2"];
    await staging.putRecords(
      "order",
      "ticket",
      ids.map((id) => ticket(id)),
      at(0),
    );
    await staging.markDeleted("order", [{ type: "ticket", id: "11" }], at(1));
    expect(await staging.listIds("order", "ticket", undefined, 3)).toEqual(["2", "9", "10"]);
    expect(await staging.listIds("order", "ticket", "10", 3)).toEqual(["100"]);
    expect(await staging.count("order", "ticket")).toBe(4);
    expect(await staging.putRecords("order", "ticket", [ticket("11")], at(2))).toEqual({ changed: 1 });
    expect(await staging.count("order", "ticket")).toBe(5);
  });

  it("orders ids that are no numbers by their text, and still ends", async () => {
    await staging.putRecords(
      "text",
      "ticket",
      ["b-2", "a-1", "7"].map((id) => ticket(id)),
      at(0),
    );
    const seen: string[] = [];
    for (;;) {
      const [next] = await staging.listIds("text", "ticket", seen.at(-1), 1);
      if (next === undefined) break;
      seen.push(next);
    }
    expect(seen).toEqual(["a-1", "b-2", "7"]);
  });

  it("bundles tickets with notes and time entries in the order that was asked for", async () => {
    await staging.putRecords("bundle", "ticket", [ticket("1"), ticket("2"), ticket("3")], at(0));
    await staging.putRecords(
      "bundle",
      "timeEntry",
      [timeEntry("20", "2"), timeEntry("3", "2"), timeEntry("4", "1")],
      at(0),
    );
    const note = {
      id: "n",
      ticketId: "2",
      kind: "discussion" as const,
      internal: false,
      text: "Hello",
      dateCreated: "2026-01-01T00:00:00Z",
      author: { kind: "unknown" as const },
    };
    await staging.putRecords("bundle", "notes", [{ id: "2", notes: [note] }], at(0));
    const bundles = await staging.loadBundles("bundle", ["2", "missing", "1"]);
    expect(bundles.map((bundle) => bundle.ticket.id)).toEqual(["2", "1"]);
    expect(bundles[0]?.notes).toEqual([note]);
    expect(bundles[0]?.timeEntries.map((entry) => entry.id)).toEqual(["3", "20"]);
    expect(bundles[1]?.notes).toEqual([]);
  });

  it("finds contacts that share an e-mail whatever its case, the lowest id first", async () => {
    const contacts = [
      contact("10", "Ann@acme.test"),
      contact("9", "ann@ACME.test "),
      contact("1", "bob@acme.test"),
      contact("2"),
    ];
    await staging.putRecords("mail", "contact", contacts, at(0));
    expect(await staging.loadSharedEmails("mail")).toEqual(new Map([["ann@acme.test", ["9", "10"]]]));
  });

  it("finds the first ticket of each address whatever its case, deleted ones included", async () => {
    const naming = (id: string, contactEmail?: string) => ({
      ...ticket(id),
      ...(contactEmail === undefined ? {} : { contactEmail }),
    });
    const tickets = [
      naming("30", "Walk@in.test"),
      naming("4", "walk@IN.test "),
      naming("5", "b@in.test"),
      naming("6"),
    ];
    await staging.putRecords("addresses", "ticket", tickets, at(0));
    await staging.markDeleted("addresses", [{ type: "ticket", id: "4" }], at(1));
    expect(await staging.loadFirstOfAddress("addresses")).toEqual(
      new Map([
        ["b@in.test", "5"],
        ["walk@in.test", "4"],
      ]),
    );
  });

  it("asks for notes of new and changed tickets only, also when reading them again found nothing new", async () => {
    await staging.putRecords("notes", "ticket", [ticket("1"), ticket("2")], at(0));
    expect(await staging.listTicketsWithoutNotes("notes", undefined, 10)).toEqual(["1", "2"]);
    await staging.putRecords(
      "notes",
      "notes",
      [
        { id: "1", notes: [] },
        { id: "2", notes: [] },
      ],
      at(1),
    );
    expect(await staging.listTicketsWithoutNotes("notes", undefined, 10)).toEqual([]);
    await staging.putRecords("notes", "ticket", [ticket("2", "changed"), ticket("3")], at(2));
    const among = ["1", "3", "4"];
    expect(await staging.listTicketsWithoutNotes("notes", undefined, 10, "notes", among)).toEqual(["3"]);
    await staging.markDeleted("notes", [{ type: "ticket", id: "3" }], at(2));
    expect(await staging.listTicketsWithoutNotes("notes", undefined, 10)).toEqual(["2"]);
    expect(await staging.putRecords("notes", "notes", [{ id: "2", notes: [] }], at(3))).toEqual({
      changed: 0,
    });
    expect(await staging.listTicketsWithoutNotes("notes", undefined, 10)).toEqual([]);
  });

  it("remembers where extraction stands", async () => {
    expect(await staging.loadCheckpoint("check", "ticket")).toBeUndefined();
    await staging.saveCheckpoint("check", "ticket", { after: "10", expected: 99 });
    await staging.saveCheckpoint("check", "ticket", { completedAt: "2026-11-24T09:00:00Z" });
    expect(await staging.loadCheckpoint("check", "ticket")).toEqual({ completedAt: "2026-11-24T09:00:00Z" });
  });

  it("takes a page of more than one batch", async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ticket(String(n + 1)));
    expect(await staging.putRecords("many", "ticket", many, at(0))).toEqual({ changed: 2_500 });
    expect(await staging.listIds("many", "ticket", "2498", 10)).toEqual(["2499", "2500"]);
  });

  it("tells what was read again since a moment, changed or not", async () => {
    const [early, late] = [new Date("2026-11-24T09:00:00Z"), new Date("2026-11-24T10:00:00Z")];
    const links = (id: string) => ({ id, configurationIds: ["7"] });
    const put = (ids: readonly string[], at: Date) =>
      staging.putRecords("since", "ticketConfigurations", ids.map(links), at);
    await put(["1", "2", "3"], early);
    await put(["2", "4"], late);
    const since = (ids: readonly string[], at: Date) =>
      staging.listStagedSince("since", "ticketConfigurations", ids, at);
    expect(await since(["1", "2", "3", "4"], late)).toEqual(new Set(["2", "4"]));
    expect(await since(["1", "2"], early)).toEqual(new Set(["1", "2"]));
    expect(await since(["1"], late)).toEqual(new Set());
  });

  it("lists and bundles deleted tickets where they are asked for, with all that hung on them and the time", async () => {
    const put = <T extends "ticket" | "timeEntry" | "notes">(type: T, records: readonly SourceRecords[T][]) =>
      staging.putRecords("gone", type, records, at(0));
    await put("ticket", [ticket("1"), ticket("2"), ticket("10")]);
    await put("timeEntry", [timeEntry("5", "2"), timeEntry("6", "1")]);
    await put("notes", [{ id: "2", notes: [] }]);
    // What hung on a ticket may be found gone before it.
    await staging.markDeleted("gone", [{ type: "timeEntry", id: "5" }], at(1));
    const gone = ["2", "10"].map((id) => ({ type: "ticket", id }) as const);
    await staging.markDeleted("gone", gone, at(2));
    // A second look finds them gone still: the time stays the first one's.
    await staging.markDeleted("gone", gone, at(3));
    expect(await staging.listIds("gone", "ticket", undefined, 9)).toEqual(["1"]);
    expect(await staging.listIds("gone", "ticket", undefined, 9, true)).toEqual(["2", "10"]);
    expect(await staging.listIds("gone", "ticket", "2", 9, true)).toEqual(["10"]);
    expect((await staging.load("gone", "ticket", ["1", "2"])).size).toBe(1);
    expect((await staging.loadBundles("gone", ["1", "2"])).map(({ ticket: one }) => one.id)).toEqual(["1"]);
    const bundles = await staging.loadBundles("gone", ["10", "2", "1"], true);
    expect(bundles.map((one) => [one.ticket.id, one.deletedAt])).toEqual([
      ["10", at(2).toISOString()],
      ["2", at(2).toISOString()],
      ["1", undefined],
    ]);
    expect(bundles[1]?.timeEntries.map(({ id }) => id)).toEqual(["5"]);
    await put("ticket", [ticket("2")]);
    expect(await staging.listIds("gone", "ticket", undefined, 9, true)).toEqual(["10"]);
    expect((await staging.loadBundles("gone", ["2"], true))[0]).not.toHaveProperty("deletedAt");
  });

  it("keeps what it holds from whoever gave it and whoever asked for it", async () => {
    const given = { ...ticket("1"), customFields: [] as SourceTicket["customFields"][number][] };
    await staging.putRecords("own", "ticket", [given], at(0));
    given.customFields.push({ id: "7", caption: "Late", type: "Text", value: "x" });
    const [first] = await staging.loadBundles("own", ["1"]);
    expect(first?.ticket.customFields).toEqual([]);
  });

  it("counts a record that came back and one that was deleted as changed, and no other migration's", async () => {
    await staging.putRecords("back", "ticket", [ticket("1")], at(0));
    await staging.markDeleted(
      "back",
      [
        { type: "ticket", id: "1" },
        { type: "ticket", id: "404" },
      ],
      at(1),
    );
    expect(await staging.putRecords("other", "ticket", [ticket("1")], at(2))).toEqual({ changed: 1 });
    expect(await staging.putRecords("back", "ticket", [ticket("1")], at(2))).toEqual({ changed: 1 });
    expect(await staging.putRecords("back", "ticket", [ticket("1")], at(3))).toEqual({ changed: 0 });
  });
});
