// kill -9 of an extraction at random moments: the same extract, and hardly anything asked twice. Short form.
import { expect, it } from "vitest";
import { seededRandom } from "../../sandbox/http/faults.ts";
import { makeTestDatabase, postgresAnswers } from "../support/database.ts";
import { killExtraction } from "./extract-kill-drill.ts";

/** `npm run bench extract-recovery` kills ten times, on either database. */
const KILLS = 3;
/** Requests that may be under way when it dies: answered or not, they are staged before the next is asked. */
const IN_FLIGHT = 32;

it("ends with the extract of a calm day, having asked twice only for what was under way", async () => {
  const database = postgresAnswers ? await makeTestDatabase("postgres") : undefined;
  try {
    const figures = await killExtraction({
      ...{ tickets: 60, kills: KILLS, random: seededRandom(3), perSecond: 100 },
      databaseUrl: database?.url,
    });
    expect(figures.kills).toBe(KILLS);
    expect(figures.undisturbed.length).toBeGreaterThan(300);
    expect(figures.killed).toEqual(figures.undisturbed);
    expect(figures.twice).toHaveLength(KILLS);
    for (const { pages, tickets } of figures.twice) {
      expect(pages).toBeLessThanOrEqual(2);
      expect(tickets).toBeLessThanOrEqual(IN_FLIGHT);
    }
  } finally {
    await database?.drop();
  }
}, 120_000);
