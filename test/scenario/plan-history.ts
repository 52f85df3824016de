// A random history of a desk: records created, changed, deleted, merged, spoiled; each round is planned, then loaded.
import fc from "fast-check";
import { expect } from "vitest";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import type { Scope } from "../../src/engine/model/plan.ts";
import type { Database } from "../../src/engine/store/database/database.ts";
import { aFieldMap } from "../support/builders.ts";
import { CHANGES, type Change, Desk, LEFT_OUT_BOARD } from "./desk.ts";
import { makeTime, smallFields } from "./history.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { makeLoadRecords } from "./load-records.ts";

interface Round {
  readonly changes: readonly { readonly change: Change; readonly at: number }[];
  /** Tickets of a sample, by their place; everything when absent. */
  readonly sample?: readonly number[] | undefined;
}

export interface PlanHistory {
  readonly tickets: number;
  readonly first: number;
  readonly people: number;
  readonly includeInactiveContacts: boolean;
  readonly concurrency: number;
  readonly rounds: readonly Round[];
}

export const anyPlanHistory: fc.Arbitrary<PlanHistory> = fc.record({
  tickets: fc.integer({ min: 1, max: 4 }),
  first: fc.integer({ min: 0, max: 40 }),
  people: fc.integer({ min: 2, max: 4 }),
  includeInactiveContacts: fc.boolean(),
  concurrency: fc.integer({ min: 1, max: 6 }),
  rounds: fc.array(
    fc.record({
      changes: fc.array(fc.record({ change: fc.constantFrom(...CHANGES), at: fc.nat({ max: 20 }) }), {
        maxLength: 5,
      }),
      sample: fc.option(fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }), {
        nil: undefined,
        freq: 4,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

function mapOf({ includeInactiveContacts }: PlanHistory): Partial<FieldMap> {
  const map = aFieldMap();
  const boards = map.boards.flatMap((rule) => [
    rule,
    { ...rule, boardId: LEFT_OUT_BOARD, name: "Internal", migrate: false },
  ]);
  return { fields: smallFields(map), boards, policies: { ...map.policies, includeInactiveContacts } };
}

/** The law: in each round the plan's operations are the load's writes. */
export async function holdsLaw(history: PlanHistory, database?: Database): Promise<void> {
  const { tickets, first, people, concurrency, rounds } = history;
  const time = makeTime();
  const drill = await startLoadDrill({
    ...{ tickets, records: makeLoadRecords(tickets, first, people), map: mapOf(history), time },
    ...{
      inProcess: true,
      ...(database ? { database: { database, drop: async () => undefined } } : { inMemory: true }),
    },
  });
  try {
    await drill.provision();
    const desk = new Desk(drill, time.clock.now);
    for (const [number, { changes, sample }] of rounds.entries()) {
      for (const { change, at } of changes) await desk.change(change, at);
      await holdsNow(drill, `run-${number}`, concurrency, sample && desk.sampleOf(sample));
    }
    await holdsNow(drill, "run-last", concurrency);
    expect(await drill.load({ runId: "run-again" })).toMatchObject({ writes: 0 });
  } finally {
    await drill.stop();
  }
}

async function holdsNow(
  drill: LoadDrill,
  runId: string,
  concurrency: number,
  scope: Scope = { kind: "all" },
): Promise<void> {
  const { operations, attributesToCreate } = await drill.plan({ scope });
  const { kind, writes, error } = await drill.load({ scope, runId, concurrency });
  expect({ kind, writes, error }).toEqual({
    kind: "done",
    writes: operations - attributesToCreate.length,
    error: undefined,
  });
}
