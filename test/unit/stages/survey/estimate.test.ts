// Hours and prices follow from counts and limits alone.
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/engine/errors.ts";
import { assembleEstimate, type EstimateInput } from "../../../../src/engine/stages/survey/estimate.ts";
import { parseRateCard } from "../../../../src/engine/stages/survey/rate-card.ts";
import { refusalIn } from "../../../support/in-words.ts";

const input = (more: Partial<EstimateInput> = {}): EstimateInput => ({
  counts: { board: 4, member: 12, company: 80, contact: 2_000, ticket: 60_000, timeEntry: 90_000 },
  notesPerTicket: true,
  averageNotes: 4,
  mergedShare: 0.05,
  filledCustomFields: 7,
  ...more,
});

describe("the estimate", () => {
  it("is bound by one notes call a ticket at a thousand a minute, and says a range", () => {
    const { sourceRequests, destinationRequests, hoursLow, hoursHigh } = assembleEstimate(input());
    expect(sourceRequests).toBeGreaterThan(63_000);
    expect(sourceRequests).toBeLessThan(63_500);
    expect(destinationRequests).toBe(80 + 4_000 + 300_000 + 180_000 + 90_000);
    expect(hoursLow).toBe(1.2);
    expect(hoursHigh).toBe(3.4);
  });

  it("counts a second call a ticket where documents are asked for ticket by ticket", () => {
    const more = assembleEstimate(input({ documentsPerTicket: true }));
    expect(more.sourceRequests - assembleEstimate(input()).sourceRequests).toBe(60_000);
    expect(more.hoursLow).toBe(2.1);
  });

  it("counts no requests to a source that is read from files", () => {
    const { sourceRequests, hoursLow } = assembleEstimate(input({ notesPerTicket: false }));
    expect(sourceRequests).toBe(0);
    expect(hoursLow).toBe(1.2);
  });

  it("takes longer when more of Intercom's limit is left to other apps", () => {
    const shared = assembleEstimate(input({ reserve: 0.8 }));
    expect(shared.hoursLow).toBeGreaterThan(assembleEstimate(input()).hoursLow);
  });

  it("names a price only from a rate card, and none beyond two million records", () => {
    const rateCard = parseRateCard('{"currency": "USD", "base": 1000, "perThousandTickets": 10}');
    expect(assembleEstimate(input()).price).toBeUndefined();
    expect(assembleEstimate(input({ rateCard })).price).toEqual({ amount: 1600, currency: "USD" });
    const huge = { ...input().counts, timeEntry: 2_000_000 };
    const estimate = assembleEstimate(input({ rateCard, counts: huge }));
    expect(estimate.scopedIndividually).toBe(true);
    expect(estimate.price).toBeUndefined();
  });
});

describe("a rate card", () => {
  it("never goes below its minimum", () => {
    const rateCard = parseRateCard('{"currency": "EUR", "base": 1, "perThousandTickets": 0, "minimum": 900}');
    expect(assembleEstimate(input({ rateCard })).price).toEqual({ amount: 900, currency: "EUR" });
  });

  it.each([
    ["{", "valid JSON"],
    ['{"currency": "usd", "base": 1, "perThousandTickets": 1}', "currency"],
    ['{"currency": "USD", "base": -1, "perThousandTickets": 1}', "base"],
    ['{"currency": "USD", "base": 1, "perThousandTickets": 1, "perTicket": 2}', "perTicket"],
  ])("is refused with the field at fault: %s", async (json, named) => {
    expect(() => parseRateCard(json)).toThrow(InputError);
    expect((await refusalIn(() => parseRateCard(json))).message).toContain(named);
  });
});
