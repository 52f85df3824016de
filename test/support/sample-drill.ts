// A tenant's covering sample beside random samples of the same size, measured from outside the chooser.
import type { TicketBundle } from "../../src/engine/model/source/source.ts";
import { makeSampleChooser, type SampleChoice } from "../../src/engine/stages/sample/choose.ts";
import { classesOf } from "../../src/engine/stages/sample/classes.ts";
import { MIGRATION, startDrill } from "./connectwise-drill.ts";

export interface SampleFigures {
  readonly tickets: number;
  readonly choice: SampleChoice;
  /** Shares, 0 to 1, of the classes that occur. */
  readonly covering: Cover;
  /** Means of the random samples, and the best that any of them reached. */
  readonly random: Cover;
  readonly bestRandom: Cover;
}

export interface Cover {
  readonly values: number;
  readonly pairs: number;
  readonly combinations: number;
  /** Values and pairs together. */
  readonly both: number;
}

const DRAWS = 25;

export async function measureSample(
  tenant: { readonly seed: number; readonly tickets: number },
  random: () => number,
): Promise<SampleFigures> {
  const { bundles, pickLists } = await readTenant(tenant);
  const chooser = makeSampleChooser({ pickLists });
  for (const bundle of bundles) chooser.add(bundle);
  const choice = chooser.choose();
  const chosen = new Set(choice.ticketIds);
  const measure = makeMeasure(bundles, pickLists);
  const draws = Array.from({ length: DRAWS }, () => measure(draw(bundles, chosen.size, random)));
  const over = (key: keyof Cover, add: (values: readonly number[]) => number) =>
    add(draws.map((cover) => cover[key]));
  const summarize = (add: (values: readonly number[]) => number): Cover => ({
    values: over("values", add),
    pairs: over("pairs", add),
    combinations: over("combinations", add),
    both: over("both", add),
  });
  return {
    ...{ tickets: bundles.length, choice },
    covering: measure(bundles.filter(({ ticket }) => chosen.has(ticket.id))),
    random: summarize((values) => values.reduce((sum, one) => sum + one, 0) / values.length),
    bestRandom: summarize((values) => Math.max(...values)),
  };
}

async function readTenant(tenant: { readonly seed: number; readonly tickets: number }) {
  const { tickets } = tenant;
  const people = {
    companies: Math.max(8, Math.ceil(tickets / 40)),
    contacts: Math.max(30, Math.ceil(tickets / 6)),
  };
  const drill = await startDrill({ ...tenant, ...people });
  try {
    await drill.extract();
    const source = drill.source();
    const fields = (await source.fetchCustomFields()).filter(
      ({ object, options }) => object === "ticket" && options.length > 0,
    );
    const ids = drill.staging.all(MIGRATION, "ticket").map(({ id }) => id);
    const bundles = await drill.staging.loadBundles(MIGRATION, ids);
    return { bundles, pickLists: new Set(fields.map(({ id }) => id)) };
  } finally {
    await drill.close();
  }
}

function makeMeasure(bundles: readonly TicketBundle[], pickLists: ReadonlySet<string>) {
  const kinds = ["value", "pair", "combination"] as const;
  const known = new Map(bundles.map((bundle) => [bundle, classesOf(bundle, pickLists)]));
  const count = (some: readonly TicketBundle[]) => {
    const shown = kinds.map(() => new Set<string>());
    for (const bundle of some) {
      for (const { key, kind } of known.get(bundle) ?? []) shown[kinds.indexOf(kind)]?.add(key);
    }
    return shown.map((keys) => keys.size);
  };
  const all = count(bundles);
  return (some: readonly TicketBundle[]): Cover => {
    const own = count(some);
    const sum = (counts: readonly number[], at: readonly number[]) =>
      at.reduce((total, each) => total + (counts[each] ?? 0), 0);
    const share = (...at: readonly number[]) => sum(own, at) / sum(all, at);
    return { values: share(0), pairs: share(1), combinations: share(2), both: share(0, 1) };
  };
}

function draw<T>(from: readonly T[], size: number, random: () => number): readonly T[] {
  const rest = [...from];
  return Array.from({ length: size }, () => rest.splice(Math.floor(random() * rest.length), 1)).flat();
}
