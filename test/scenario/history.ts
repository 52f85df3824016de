// A migration's random history: who was there before, crashes at any operation, bad weather, a change in between.
import fc from "fast-check";
import { Faults, seededRandom } from "../../sandbox/http/faults.ts";
import { drawHabits } from "../../sandbox/intercom/habits.ts";
import type { Destination } from "../../src/engine/destination/port.ts";
import { AskError } from "../../src/engine/errors.ts";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import type { Journal } from "../../src/engine/journal/journal.ts";
import { ADMINS, aFieldMap } from "../support/builders.ts";
import type { TestDatabase } from "../support/database.ts";
import { type DrillTime, type LoadDrill, startLoadDrill } from "./load-drill.ts";
import { type LoadRecords, makeLoadRecords } from "./load-records.ts";

/** Shares of requests that go wrong, 0 to 1. */
export interface Weather {
  readonly lost: number;
  readonly reset: number;
  readonly limited: number;
  readonly broken: number;
  readonly throttled: number;
}

export interface Life {
  /** Dies at this one of the journal's and the destination's operations; an unborn one lives on. */
  readonly diesAt: number;
  readonly weather: Weather;
}

/** The customer or a technician answers, or the ticket loses its owner. */
type Happening = "customer" | "technician" | "owner";

export interface History {
  readonly tickets: number;
  readonly first: number;
  readonly people: number;
  readonly policy: FieldMap["policies"]["existingContact"];
  /** Which of the people Intercom knew before. */
  readonly known: readonly ("by-email" | "by-other-id" | "archived" | "unknown")[];
  readonly concurrency: number;
  readonly searchLagMs: number;
  readonly faultSeed: number;
  /** Draws how the workspace behaves besides what it is asked. */
  readonly habitSeed: number;
  readonly lives: readonly Life[];
  /** After the first life something happens to this one of the tickets. */
  readonly changed?: { readonly at: number; readonly what: Happening } | undefined;
  readonly rollbackLives: readonly Life[];
}

const often = (most: number) =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: most * 100 }).map((n) => n / 100),
  );
const weather = fc.record({
  lost: often(0.3),
  reset: often(0.2),
  limited: often(0.2),
  broken: often(0.2),
  throttled: often(0.3),
});
const lives = (most: number, operations: number) =>
  fc.array(fc.record({ diesAt: fc.integer({ min: 1, max: operations }), weather }), { maxLength: most });

export const anyHistory: fc.Arbitrary<History> = fc.record({
  tickets: fc.integer({ min: 1, max: 5 }),
  first: fc.integer({ min: 0, max: 40 }),
  people: fc.integer({ min: 2, max: 4 }),
  policy: fc.constantFrom("keep" as const, "fill" as const, "overwrite" as const),
  known: fc.array(fc.constantFrom("by-email", "by-other-id", "archived", "unknown"), { maxLength: 3 }),
  concurrency: fc.integer({ min: 1, max: 6 }),
  searchLagMs: fc.constantFrom(0, 0, 4_000, 100_000),
  faultSeed: fc.nat(),
  habitSeed: fc.nat(),
  lives: lives(4, 220),
  changed: fc.option(
    fc.record({
      at: fc.integer({ min: 0, max: 4 }),
      what: fc.constantFrom<Happening[]>("customer", "technician", "owner"),
    }),
    { nil: undefined },
  ),
  rollbackLives: lives(3, 60),
});

export class Crash extends Error {}

/** A process: from its `diesAt`-th operation on nothing it does gets through, what was under way at Intercom does. */
export function mortal(destination: Destination, journal: Journal, diesAt: number) {
  let left = diesAt;
  const live = () => {
    left -= 1;
    if (left <= 0) throw new Crash("killed");
  };
  const guarded = <T extends object>(real: T, after: (name: string) => boolean): T =>
    new Proxy(real, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...args: unknown[]) => {
          live();
          const answer = await value.apply(target, args);
          if (after(String(name))) live();
          return answer;
        };
      },
    });
  // Between a write's answer and its record there is a moment to die in, and after each record the next.
  return {
    destination: guarded(destination, (name) => name === "write"),
    journal: guarded(journal, () => false),
  };
}

/** Sleeping takes no time, and time passes by what is slept and asked. */
export function makeTime(): DrillTime {
  let now = Date.UTC(2026, 5, 1);
  return {
    now: () => {
      now += 1;
      return now;
    },
    clock: {
      now: () => new Date(now),
      sleep: async (ms, signal) => {
        signal?.throwIfAborted();
        now += ms;
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      },
    },
  };
}

/** A field of each object and type is enough: what is tried here is not the map. */
export function smallFields(map: FieldMap): FieldMap["fields"] {
  const seen = new Set<string>();
  return map.fields.filter(({ object, source, target }) => {
    if (target?.kind !== "attribute" || source === "id") return true;
    const sort = `${object} ${target.model} ${target.type}`;
    return !seen.has(sort) && seen.add(sort);
  });
}

function smallMap(history: History): Partial<FieldMap> {
  const map = aFieldMap();
  return {
    fields: smallFields(map),
    policies: { ...map.policies, existingContact: history.policy },
  };
}

function recordsOf({ tickets, first, people }: History): LoadRecords {
  return makeLoadRecords(tickets, first, people);
}

/** A day after the rest. */
function change(records: LoadRecords, { at, what }: NonNullable<History["changed"]>): LoadRecords {
  const bundles = records.bundles.map((bundle, index) => {
    if (index !== at % records.bundles.length) return bundle;
    const { ticket, notes } = bundle;
    const [opening] = notes;
    if (!opening) return bundle;
    const when = new Date(Date.parse(ticket.lastUpdated ?? "") + 3_600_000).toISOString();
    const changed = { ...ticket, lastUpdated: when };
    if (what === "owner") {
      const { owner: _owner, ...unowned } = changed;
      return { ...bundle, ticket: unowned };
    }
    const author = what === "customer" ? opening.author : notes[1]?.author;
    const note = { ...opening, id: `${ticket.id}8`, text: "Thank you!", dateCreated: when };
    return { ...bundle, ticket: changed, notes: [...notes, { ...note, ...(author ? { author } : {}) }] };
  });
  return { ...records, bundles };
}

async function settleIn({ intercom }: LoadDrill, known: History["known"]): Promise<void> {
  const call = async (path: string, body: object) => {
    const request = new Request(`${intercom.url}${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${intercom.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const made = await intercom.fetch(request, {});
    if (!made.ok) throw new Error(`${path}: ${await made.text()}`);
    return (await made.json()) as { readonly id: string };
  };
  for (const [at, how] of known.entries()) {
    if (how === "unknown") continue;
    const person = { role: "user", email: `person${at}@client.example`, name: `Known ${at}` };
    const { id } = await call(
      "/contacts",
      how === "by-other-id" ? { ...person, external_id: `crm-${at}` } : person,
    );
    if (how === "archived") await call(`/contacts/${id}/archive`, {});
  }
}

function blow(faults: Faults, { lost, reset, limited, broken, throttled }: Weather): void {
  faults.clear();
  const list = (code: string, message: string) => ({ type: "error.list", errors: [{ code, message }] });
  faults.inject({ kind: "lost-answer", rate: lost });
  faults.inject({ kind: "reset", rate: reset });
  const quota = list("rate_limit_exceeded", "Exceeded rate limit");
  faults.inject({ kind: "status", status: 429, rate: limited, body: quota });
  faults.inject({ kind: "status", status: 503, rate: broken, body: {} });
  const body = list("parameter_invalid", "Too many recent replies to this conversation");
  faults.inject({ kind: "status", status: 400, path: "/reply$", rate: throttled, body });
}

/** A workspace with its past, and nothing moved yet. */
export async function beginHistory(history: History, database?: TestDatabase): Promise<LoadDrill> {
  const drill = await startLoadDrill({
    ...{ tickets: history.tickets, records: recordsOf(history), map: smallMap(history), time: makeTime() },
    ...(database ? { database } : { inMemory: true }),
    intercom: {
      searchLagMs: history.searchLagMs,
      faults: new Faults(history.faultSeed || 1),
      habits: drawHabits(
        seededRandom(history.habitSeed),
        ADMINS.map(({ id }) => id),
      ),
    },
    searchLagMs: 300_000,
  });
  await settleIn(drill, history.known);
  return drill;
}

/** Loads without any disturbance, from the source as it is in the end. */
export async function liveCalmly(drill: LoadDrill, history: History): Promise<void> {
  if (history.changed !== undefined) await drill.stage(change(drill.records, history.changed));
  await drill.provision();
  await drill.load({ concurrency: history.concurrency });
}

const CLEAR: Weather = { lost: 0, reset: 0, limited: 0, broken: 0, throttled: 0 };

/** Life after life, each beginning from the journal alone; the last one in clear weather. */
async function live(
  drill: LoadDrill,
  lives: readonly Life[],
  work: (tools: { destination: Destination; journal: Journal }) => Promise<boolean>,
  afterFirst?: () => Promise<void>,
): Promise<void> {
  for (const [number, { diesAt, weather: blowing }] of [
    ...lives,
    { diesAt: Infinity, weather: CLEAR },
  ].entries()) {
    blow(drill.intercom.faults, blowing);
    const tools = mortal(drill.destination(), drill.journal, diesAt);
    try {
      const done = await work(tools);
      if (diesAt === Infinity && !done) throw new Error("It did not end in clear weather.");
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    if (number === 0) await afterFirst?.();
  }
}

/** The same load with everything that the history has against it. */
export async function liveThrough(drill: LoadDrill, history: History): Promise<void> {
  const { concurrency, changed, lives: all } = history;
  const happen = changed === undefined ? undefined : () => drill.stage(change(drill.records, changed));
  // Without a life to be disturbed in, the change comes before the only one.
  if (all.length === 0) await happen?.();
  await live(
    drill,
    all,
    async (tools) => {
      await pausing(() => drill.provision(tools));
      const result = await drill.load({ ...tools, concurrency });
      if (result.kind === "failed") throw result.error;
      return result.kind === "done" && result.exceptions === 0;
    },
    all.length === 0 ? undefined : happen,
  );
}

export async function rollBackThrough(drill: LoadDrill, history: History): Promise<void> {
  await live(drill, history.rollbackLives, async (tools) => {
    const result = await pausing(() => drill.rollback(tools));
    return result !== undefined && result.kept.length === 0;
  });
}

/** What a person is asked to do is done: bad weather passes. */
async function pausing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AskError) return undefined;
    throw error;
  }
}
