// The covering sample of five tenants beside random samples of its size: never worse, and small enough to review.
import { expect, it } from "vitest";
import { seededRandom } from "../../sandbox/http/faults.ts";
import { measureSample } from "../support/sample-drill.ts";

const tenants = [130, 150, 170, 190, 210].map((tickets, at) => ({ seed: 11 + at, tickets }));

it.each(tenants)(
  "shows more of a tenant of $tickets tickets than any of 25 random samples",
  async (tenant) => {
    const { tickets, choice, covering, bestRandom } = await measureSample(tenant, seededRandom(tenant.seed));
    expect(choice.ticketIds.length).toBeGreaterThanOrEqual(Math.min(100, tickets));
    expect(choice.ticketIds.length).toBeLessThanOrEqual(200);
    expect(covering.values).toBe(1);
    expect(covering.both).toBeCloseTo(choice.coverage, 10);
    expect(covering.both).toBeGreaterThan(bestRandom.both);
    expect(covering.pairs).toBeGreaterThanOrEqual(bestRandom.pairs);
  },
);
