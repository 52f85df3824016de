// A long ticket's own traces count: attributes, assignments and states leave parts, and each message stays readable.
import { expect, it } from "vitest";
import type { FieldMap } from "../../src/engine/field-map/schema.ts";
import { aFieldMap } from "../support/builders.ts";
import { conversationsOf, LONG, longRecords } from "./continued-drill.ts";
import { startLoadDrill } from "./load-drill.ts";
import type { LoadRecords } from "./load-records.ts";

/** The default map with so many attributes of conversations more, all of which follow the ticket's type. */
function mapWith(more: number): Partial<FieldMap> {
  const { fields } = aFieldMap();
  const rule = fields.find(({ object, target }) => object === "ticket" && target?.kind === "attribute");
  if (rule?.target?.kind !== "attribute") throw new Error("The map has no attribute of a ticket.");
  const { target } = rule;
  const further = Array.from({ length: more }, (_item, at) => ({
    ...rule,
    id: `ticket.more${at}`,
    source: "type.name",
    target: { ...target, name: `More_${at}__c`, type: "string" as const, options: [] },
  }));
  return { fields: [...fields, ...further] };
}

const typed = (records: LoadRecords, name: string): LoadRecords => ({
  ...records,
  bundles: records.bundles.map((bundle) =>
    bundle.ticket.id === LONG ? { ...bundle, ticket: { ...bundle.ticket, type: { id: "1", name } } } : bundle,
  ),
});

it.each([
  [450, 0],
  [450, 4],
  [400, 55],
  [700, 30],
])(
  "reads each of %i messages back, beside %i further attributes and deltas that change them",
  async (notes, more) => {
    const records = longRecords(notes);
    const drill = await startLoadDrill({ tickets: 3, records, map: mapWith(more), inMemory: true });
    await drill.provision();
    await drill.stage(typed(records, "Incident"));
    expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    // As many changes as one map may see in a while, forty parts at most.
    const deltas = more > 10 ? 1 : 4;
    for (let delta = 0; delta < deltas; delta += 1) {
      await drill.stage(typed(records, `Type ${delta}`));
      expect(await drill.load()).toMatchObject({ kind: "done", exceptions: 0 });
    }
    for (const { total } of conversationsOf(drill.intercom)) expect(total).toBeLessThanOrEqual(500);
    expect((await drill.reconcile()).discrepancies).toEqual([]);
    await drill.stop();
  },
);

it("leaves messages of an older version where they are, and puts what comes later behind them", async () => {
  const records = longRecords(300);
  const drill = await startLoadDrill({ tickets: 3, records, inMemory: true });
  await drill.provision();
  await drill.load();
  const [before] = conversationsOf(drill.intercom);
  await drill.stage(longRecords(600));
  await drill.load();
  const [first, second] = conversationsOf(drill.intercom);
  expect(first?.id).toBe(before?.id);
  expect(first?.messages.slice(0, 300)).toEqual(before?.messages.slice(0, 300));
  expect(second?.title).toContain("(part 2)");
  await drill.stop();
});
