// Adds up a plan record by record: counts, writes, losses and the list values that occur.

import type { SkipError } from "../errors.ts";
import type { AttributeDefinition, Desired } from "../model/desired.ts";
import type { Operation } from "../model/operation.ts";
import type { HelpObject, Loss, Plan, PlanCounts, PlannedObject } from "../model/plan.ts";
import type { ChangeSayings } from "../model/sayings/changes.ts";

export interface PlanTally {
  /** One record: what it should be, what is to be written for it, and whether the journal knows it already. */
  add(desired: Desired, operations: readonly Operation[], known: boolean): void;
  exclude(object: PlannedObject): void;
  /** A record that a SkipError keeps from moving. */
  skip(error: SkipError): void;
  result(): TallyResult;
}

export interface TallyResult {
  readonly objects: Plan["objects"];
  readonly operations: number;
  readonly losses: readonly Loss[];
  /** Values per list attribute, key `MODEL:NAME`: options that the definition must have. */
  readonly listValues: ReadonlyMap<string, ReadonlySet<string>>;
}

type LossFacts = ChangeSayings["loss"];

type Counts = { -readonly [K in keyof PlanCounts]: number };

/** `lists`: names of the list attributes, key `MODEL:NAME`, whose values are collected. */
export function makePlanTally(lists: readonly Pick<AttributeDefinition, "model" | "name">[]): PlanTally {
  const zero = (): Counts => ({ create: 0, update: 0, unchanged: 0, excluded: 0 });
  const objects = { company: zero(), contact: zero(), conversation: zero() };
  const help: Partial<Record<HelpObject, Counts>> = {};
  const countsOf = (kind: Desired["kind"]): Counts => {
    if (kind !== "collection" && kind !== "article") return objects[kind];
    const counts = help[kind] ?? zero();
    help[kind] = counts;
    return counts;
  };
  const losses = new Map<string, LossFacts>();
  const skips = new Map<string, Loss>();
  const listValues = new Map(lists.map((one) => [`${one.model}:${one.name}`, new Set<string>()]));
  let writes = 0;
  const lose = (facts: Omit<LossFacts, "records">) => {
    const key = `${facts.what} ${facts.object}.${facts.field}`;
    losses.set(key, { ...facts, records: (losses.get(key)?.records ?? 0) + 1 });
  };
  return {
    add(desired, operations, known) {
      const counts = countsOf(desired.kind);
      counts[operations.length === 0 ? "unchanged" : known ? "update" : "create"] += 1;
      writes += operations.length;
      for (const [name, value] of Object.entries(desired.attributes)) {
        listValues.get(`${desired.kind}:${name}`)?.add(String(value));
      }
      const told = new Map(desired.alterations.map((one) => [`${one.what} ${generalField(one.field)}`, one]));
      for (const one of told.values()) {
        lose({ object: desired.kind, field: generalField(one.field), what: one.what, detail: one.detail });
      }
    },
    exclude(object) {
      objects[object].excluded += 1;
    },
    skip({ code, saying: error }) {
      const records = (skips.get(code)?.records ?? 0) + 1;
      const sentence = { code: "not_moved", args: { records, error } } as const;
      skips.set(code, { field: "ticket", what: code, records, sentence });
    },
    result: () => ({
      objects: { ...objects, ...help },
      operations: writes,
      losses: [...skips.values(), ...[...losses.values()].map(asLoss)].sort(
        (x, y) => y.records - x.records || x.field.localeCompare(y.field),
      ),
      listValues,
    }),
  };
}

/** `parts[note:17].body` → `notes.body`, so that records of one kind add up. */
function generalField(field: string): string {
  return field
    .replace(/^parts\[note:[^\]]*\]/, "notes")
    .replace(/^parts\[time:[^\]]*\]/, "time entries")
    .replace(/^parts\[files:[^\]]*\]/, "attachments")
    .replace(/^parts\[([^\]]*)\]/, "$1")
    .replace(/^attachments\[[^\]]*\]/, "attachments");
}

function asLoss(facts: LossFacts): Loss {
  const { object, field, what, records } = facts;
  return { field: `${object}.${field}`, what, records, sentence: { code: "loss", args: facts } };
}
