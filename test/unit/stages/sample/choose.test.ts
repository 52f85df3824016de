// A sample shows what occurs, holds the hard cases, names what it leaves out, and is no larger than people can review.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { TicketBundle } from "../../../../src/engine/model/source/source.ts";
import { makeSampleChooser } from "../../../../src/engine/stages/sample/choose.ts";
import { aTicket } from "../../../support/builders.ts";

function choose(bundles: readonly TicketBundle[], budget?: number) {
  const chooser = makeSampleChooser(budget === undefined ? {} : { budget });
  for (const bundle of bundles) chooser.add(bundle);
  return chooser.choose();
}

const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    aTicket({
      id: String(at + 1),
      board: { id: String(at % 4) },
      status: { id: String(at % 5) },
      priority: { id: String(at % 3) },
      ticketType: { id: String(at % 2) },
    }).build(),
  );

it("shows every board, status, priority and type within its budget, and every pair and combination that fits", () => {
  const choice = choose(many(3000));
  expect(choice.ticketIds).toHaveLength(100);
  expect(new Set(choice.ticketIds).size).toBe(100);
  expect(choice.classes.combinations).toEqual({ total: 60, covered: 60 });
  expect(choice.classes.missed).toEqual([]);
  expect(choice.coverage).toBe(1);
});

it("takes all of a small source, and no more than two hundred of a large one", () => {
  expect(choose(many(30)).ticketIds).toHaveLength(30);
  const alike = Array.from({ length: 90 }, (_, at) => aTicket({ id: String(at + 1) }).build());
  expect(choose(alike).ticketIds).toHaveLength(90);
  expect(choose(many(3000), 5000).ticketIds).toHaveLength(200);
});

it("grows beyond a hundred only for values and pairs that nothing chosen shows", () => {
  const wide = (types: number) =>
    Array.from({ length: types }, (_, at) =>
      aTicket({ id: String(at + 1), ticketType: { id: String(at), name: `Type ${at}` } }).build(),
    );
  expect(choose(wide(150)).ticketIds).toHaveLength(150);
  const { ticketIds, coverage, classes } = choose(wide(250));
  expect(ticketIds).toHaveLength(200);
  expect(coverage).toBeLessThan(1);
  expect(classes.missed.filter(({ kind }) => kind === "value")).toHaveLength(50);
  expect(classes.missed[0]?.words).toMatch(/^Type \d+$/);
});

it("holds the hard cases: most notes, most time, no contact, merged", () => {
  const plain = many(2000);
  const long = aTicket({ id: "9001" }).withNotes(80).build();
  const worked = aTicket({ id: "9002" }).withTime().withTime({ id: "2" }).build();
  const { contact: _contact, ...anonymous } = aTicket({ id: "9003" }).build().ticket;
  const merged = aTicket({ id: "9004", mergedParentTicketId: "1" }).build();
  const hard = [long, worked, { ticket: anonymous, notes: [], timeEntries: [] }, merged];
  const { ticketIds } = choose([...plain, ...hard]);
  expect(ticketIds).toEqual(expect.arrayContaining(["9001", "9002", "9003", "9004"]));
});

it("tells the values of a pick list apart, and of other fields their shapes", () => {
  const withField = (id: string, value: string) =>
    aTicket({ id, customFields: [{ id: "15", caption: "Root cause", type: "Text", value }] }).build();
  const bundles = ["Hardware", "Vendor", "Training"].map((value, at) => withField(String(at + 1), value));
  const valuesOf = (pickLists: ReadonlySet<string>) => {
    const chooser = makeSampleChooser({ pickLists });
    for (const bundle of bundles) chooser.add(bundle);
    return chooser.choose().classes.values.total;
  };
  expect(valuesOf(new Set(["15"])) - valuesOf(new Set())).toBe(2);
});

it("counts what is covered and names the rest, whatever the tickets are", () => {
  const ticket = fc.record({
    board: fc.integer({ min: 0, max: 3 }),
    status: fc.integer({ min: 0, max: 30 }),
    type: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(ticket, { maxLength: 400 }), (drawn) => {
      const bundles = drawn.map(({ board, status, type }, at) =>
        aTicket({
          ...{ id: String(at + 1), board: { id: String(board) }, status: { id: String(status) } },
          ticketType: { id: String(type) },
        }).build(),
      );
      const { ticketIds, classes } = choose(bundles);
      const [values, pairs, combinations] = [classes.values, classes.pairs, classes.combinations];
      const left = [values, pairs, combinations].reduce((sum, one) => sum + one.total - one.covered, 0);
      expect(classes.missed).toHaveLength(Math.min(500, left));
      expect(ticketIds.length).toBeLessThanOrEqual(200);
      expect(ticketIds.length).toBeGreaterThanOrEqual(Math.min(100, drawn.length));
    }),
    { numRuns: 60 },
  );
});

it("has chosen nothing from nothing, and says it covers that", () => {
  const none = { total: 0, covered: 0 };
  expect(choose([])).toEqual({
    ticketIds: [],
    coverage: 1,
    classes: { values: none, pairs: none, combinations: none, ticketShare: 1, missed: [] },
  });
});

const chooseFromLists = (bundles: readonly TicketBundle[]) => {
  const chooser = makeSampleChooser({ listsOnly: true });
  for (const bundle of bundles) chooser.add(bundle);
  return chooser.choose();
};

it("from lists alone, chooses and counts alike whatever is known of notes and files already", () => {
  const lists = many(500).map(({ ticket, timeEntries }) => ({ ticket, timeEntries, notes: [] }));
  const document = {
    id: "1",
    name: "a.pdf",
    link: "x",
    public: true,
    file: { digest: "d", size: 9, contentType: "" },
  };
  const read = many(500).map((bundle, at) =>
    at % 7 === 0
      ? { ...bundle, notes: aTicket().withNotes(90).build().notes, documents: [document] }
      : { ...bundle, notes: [] },
  );
  const choice = chooseFromLists(lists);
  expect(chooseFromLists(read)).toEqual(choice);
  expect(choice.classes.notLookedAt).toEqual(["notes", "configurations", "documents"]);
  expect(choose(read).classes).not.toHaveProperty("notLookedAt");
  expect(choose(read).classes.values.total).toBeGreaterThan(choice.classes.values.total);
});

it("from lists alone, takes several that are likely to have the most notes: worked on most, longest, or with children", () => {
  const worked = (at: number, entries: number) =>
    Array.from({ length: entries }).reduce<ReturnType<typeof aTicket>>(
      (ticket, _, nth) => ticket.withTime({ id: `${at}-${nth}` }),
      aTicket({ id: String(8000 + at) }),
    );
  const busy = [4, 5, 6, 7, 8].map((entries, at) => worked(at, entries).build());
  const old = aTicket({
    ...{ id: "9001", dateEntered: "2015-01-01T00:00:00Z", closed: true, closedDate: "2019-01-01T00:00:00Z" },
  }).build();
  const talkative = aTicket({ id: "9002" })
    .withTime({ notes: "x".repeat(9000) })
    .build();
  const parent = aTicket({ id: "9003", hasChildTicket: true }).build();
  const { ticketIds } = chooseFromLists([...many(3000), ...busy, old, talkative, parent]);
  const wanted = [...busy, old, talkative, parent].map(({ ticket }) => ticket.id);
  expect(ticketIds).toEqual(expect.arrayContaining(wanted));
  expect(ticketIds.length).toBeLessThanOrEqual(200);
});
