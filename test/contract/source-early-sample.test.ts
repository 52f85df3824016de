// A sample before everything is read: lists, then what belongs to the chosen tickets, and a full extraction that goes on.
import { afterEach, describe, expect, it } from "vitest";
import type { SeenRequest } from "../../sandbox/connectwise/request-counts.ts";
import { extractLists } from "../../src/engine/stages/extract/lists.ts";
import { type Drill, MIGRATION, startDrill } from "../support/connectwise-drill.ts";

const drills: Drill[] = [];
async function drill(tickets = 120): Promise<Drill & { readonly seen: SeenRequest[] }> {
  const seen: SeenRequest[] = [];
  const started = await startDrill({ tickets, onRequest: (request) => seen.push(request) });
  drills.push(started);
  return { ...started, seen };
}
afterEach(async () => {
  for (const one of drills.splice(0)) await one.close();
});

/** A second passes with every look at the clock, as in the drill's own extractions. */
function readLists({ source, staging, clock }: Drill, signal?: AbortSignal): Promise<void> {
  return extractLists({
    ...{ source: source(), staging, migrationId: MIGRATION, environment: "production" },
    clock: () => {
      clock.ms += 1000;
      return new Date(clock.ms);
    },
    ...(signal === undefined ? {} : { signal }),
  });
}

const OF_A_TICKET = /\/tickets\/\d+\/|\/documents/;
const LIST =
  /\/(service\/tickets|project\/tickets|time\/entries|company\/contacts|finance\/agreements|project\/projects|company\/configurations)$/;
const ticketsAsked = (seen: readonly SeenRequest[]) =>
  seen.flatMap(
    ({ path, query }) => /\/tickets\/(\d+)\/(?:notes|allNotes)$/.exec(path)?.[1] ?? query.recordId ?? [],
  );
const pagesAsked = (seen: readonly SeenRequest[]) =>
  seen.filter(
    ({ path, query }) => LIST.test(path) && query.orderBy && !/ in \(/.test(query.conditions ?? ""),
  );
const chosenOf = ({ sandbox }: Drill) =>
  sandbox.tenant.tickets.filter((_, at) => at % 20 === 3).map(({ id }) => String(id));

describe("a sample before everything is read", () => {
  it("knows every ticket and time entry from the lists, without a request for any ticket", async () => {
    const one = await drill();
    await readLists(one);
    const { tenant } = one.sandbox;
    expect(await one.staging.count(MIGRATION, "ticket")).toBe(
      new Set([...tenant.tickets, ...tenant.projectTickets].map(({ id }) => id)).size,
    );
    expect(await one.staging.count(MIGRATION, "timeEntry")).toBeGreaterThan(50);
    expect(await one.staging.count(MIGRATION, "contact")).toBe(tenant.contacts.length);
    expect(one.seen.filter(({ path }) => OF_A_TICKET.test(path))).toEqual([]);
    expect(one.seen.filter(({ path }) => /knowledge/i.test(path))).toEqual([]);
  });

  it("asks then for the chosen tickets alone, and for no list again", async () => {
    const one = await drill();
    await readLists(one);
    const before = one.seen.length;
    const chosen = chosenOf(one);
    expect(await one.extract({ onlyTickets: chosen })).toMatchObject({ mode: "sample", exceptions: 0 });
    const since = one.seen.slice(before);
    expect([...new Set(ticketsAsked(since))].sort()).toEqual([...chosen].sort());
    expect(pagesAsked(since)).toEqual([]);
    const bundles = await one.staging.loadBundles(MIGRATION, chosen);
    expect(bundles.map(({ notes }) => notes.length)).toEqual(
      chosen.map((id) => one.sandbox.tenant.notesOf(Number(id)).length),
    );
    const companies = new Set(bundles.flatMap(({ ticket }) => ticket.company?.id ?? []));
    expect([...(await one.staging.load(MIGRATION, "company", [...companies])).keys()].sort()).toEqual(
      [...companies].sort(),
    );
    // Taken again, it goes on with what is there.
    const again = one.seen.length;
    await one.extract({ onlyTickets: chosen });
    expect(ticketsAsked(one.seen.slice(again))).toEqual([]);
  });

  it("leaves a full extraction that reads the rest, nothing twice, and ends like one that began at the beginning", async () => {
    const calm = await drill();
    await calm.extract();
    const one = await drill();
    await readLists(one);
    const chosen = chosenOf(one);
    await one.extract({ onlyTickets: chosen });
    const before = one.seen.length;
    expect(await one.extract()).toMatchObject({ mode: "full", resumed: true, exceptions: 0 });
    const since = one.seen.slice(before);
    expect(ticketsAsked(since).filter((id) => chosen.includes(id))).toEqual([]);
    expect(pagesAsked(since).filter(({ path }) => /tickets$|entries$|contacts$/.test(path))).toEqual([]);
    expect(one.staging.hashes(MIGRATION)).toEqual(calm.staging.hashes(MIGRATION));
    expect(await one.staging.listTicketsWithoutNotes(MIGRATION, undefined, 1)).toEqual([]);
    for (const type of ["pass", "ticket", "notes", "timeEntry", "contact", "company", "article"] as const)
      expect(await one.staging.loadCheckpoint(MIGRATION, type)).toHaveProperty("completedAt");
  });

  it("goes on with its lists after it was broken off", async () => {
    const one = await drill();
    const abort = new AbortController();
    const { saveCheckpoint } = one.staging;
    const staging = {
      ...one.staging,
      saveCheckpoint: async (...given: Parameters<typeof saveCheckpoint>) => {
        await saveCheckpoint(...given);
        if (given[1] === "ticket" && given[2].completedAt !== undefined) abort.abort(new Error("killed"));
      },
    };
    await expect(readLists({ ...one, staging }, abort.signal)).rejects.toThrow("killed");
    const before = one.seen.length;
    await readLists(one);
    expect(pagesAsked(one.seen.slice(before)).filter(({ path }) => /service\/tickets$/.test(path))).toEqual(
      [],
    );
    const calm = await drill();
    await readLists(calm);
    expect(one.staging.hashes(MIGRATION)).toEqual(calm.staging.hashes(MIGRATION));
  });
});
