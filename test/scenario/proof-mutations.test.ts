// The proof put to the proof: a hundred faults planted one at a time, all found and named, none invented.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Certificate } from "../../src/engine/model/reports/certificate.ts";
import { type LoadDrill, startLoadDrill } from "./load-drill.ts";
import type { Random, Targets } from "./proof-corruption.ts";
import { CORRUPTIONS, plant } from "./proof-corruptions.ts";

const FAULTS = 100;
const SEED = Number(process.env.PROOF_SEED ?? 20_251_124);

let drill: LoadDrill;
let targets: Targets;
beforeAll(async () => {
  drill = await startLoadDrill({ tickets: 60 });
  await drill.provision();
  expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
  targets = {
    workspace: drill.intercom.state,
    random: seeded(SEED),
    keyOfPart: await loadKeys(drill),
  };
});
afterAll(() => drill.stop());

/** mulberry32: the same number, the same faults. */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which Intercom part stands for which note, as the journal knows it. */
async function loadKeys({ journal, migrationId, records }: LoadDrill): Promise<ReadonlyMap<string, string>> {
  const refs = records.bundles.map(({ ticket }) => ({ type: "ticket", id: ticket.id }) as const);
  const applied = await journal.loadApplied({ migrationId, environment: "production" }, refs);
  const steps = [...applied.values()].flatMap((known) => [...known.values()]);
  return new Map(
    steps.flatMap(({ step, destinationId }) =>
      step.startsWith("part:") && destinationId !== undefined
        ? [[destinationId, step.slice("part:".length)]]
        : [],
    ),
  );
}

const named = ({ discrepancies }: Certificate) =>
  discrepancies.map(({ source, field }) => ({ source: `${source.type} ${source.id}`, field }));

it("finds and names each of a hundred planted faults, and invents none", { timeout: 120_000 }, async () => {
  const clean = await drill.reconcile();
  expect(clean.discrepancies).toEqual([]);
  const missed: unknown[] = [];
  const invented: unknown[] = [];
  const kinds = new Set<string>();
  for (let at = 0; at < FAULTS; at += 1) {
    const bag = CORRUPTIONS[at % CORRUPTIONS.length];
    if (!bag) throw new Error("There is nothing to plant.");
    const { kind, planted, revert } = plant(bag, targets);
    kinds.add(kind);
    const told = named(await drill.reconcile());
    revert();
    const source = `${planted.source.type} ${planted.source.id}`;
    const isPlanted = (one: (typeof told)[number]) =>
      one.source === source && planted.fields.includes(one.field);
    if (!told.some(isPlanted)) missed.push({ kind, source, fields: planted.fields, told });
    invented.push(...told.filter((one) => !isPlanted(one)).map((one) => ({ kind, source, told: one })));
  }
  expect({ missed, invented }).toEqual({ missed: [], invented: [] });
  expect(kinds.size).toBe(CORRUPTIONS.length);
  const after = await drill.reconcile();
  expect(after.discrepancies).toEqual([]);
  expect(after.observedHash).toBe(clean.observedHash);
});
