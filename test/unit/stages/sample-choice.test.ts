// A sample covers what occurs, holds the hard cases, and is no larger than people can review.
import { expect, it } from "vitest";
import type { TicketBundle } from "../../../src/engine/model/source.ts";
import { makeSampleChooser } from "../../../src/engine/stages/sample-choice.ts";
import { aTicket } from "../../support/builders.ts";

function choose(bundles: readonly TicketBundle[], budget?: number) {
  const chooser = makeSampleChooser(budget);
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

it("covers every board, status, priority and type within its budget", () => {
  const choice = choose(many(3000));
  expect(choice.ticketIds).toHaveLength(100);
  expect(new Set(choice.ticketIds).size).toBe(100);
  expect(choice.classes).toBe(60);
  expect(choice.coverage).toBe(1);
});

it("takes all of a small source, and no more than two hundred of a large one", () => {
  expect(choose(many(30)).ticketIds).toHaveLength(30);
  const alike = Array.from({ length: 90 }, (_, at) => aTicket({ id: String(at + 1) }).build());
  expect(choose(alike).ticketIds).toHaveLength(90);
  expect(choose(many(3000), 5000).ticketIds).toHaveLength(200);
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

it("has chosen nothing from nothing, and says it covers that", () => {
  expect(choose([])).toEqual({ ticketIds: [], classes: 0, coveredClasses: 0, coverage: 1 });
});
