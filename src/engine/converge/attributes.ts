// Attributes of any record: which values an update takes away, and a verdict for each.
import type { Desired } from "../model/desired.ts";
import type { Observed } from "../model/observed.ts";
import type { Applied } from "../model/operation.ts";
import { written } from "./applied-steps.ts";
import type { CompareTools, DiffOptions } from "./object-kind.ts";
import { sameValue } from "./verdicts.ts";

/** Values that the source no longer has, to be taken away by an update. */
export type Cleared = Readonly<Record<string, null>>;

/** What we wrote once and the source no longer has; on a record that existed before it may be somebody else's. */
export function clearedOf(desired: Desired, applied: Applied, { ownAttributes }: DiffOptions): Cleared {
  if (written(applied, "create")?.created === false || !ownAttributes) return {};
  const gone = [...ownAttributes].filter((name) => !Object.hasOwn(desired.attributes, name));
  return Object.fromEntries(gone.map((name) => [name, null]));
}

export function compareAttributes(
  desired: Pick<Desired, "attributes">,
  observed: Pick<Observed, "attributes">,
  { verdicts, options: { adopted = false, ownAttributes } }: CompareTools,
): void {
  for (const [name, value] of Object.entries(desired.attributes)) {
    const found = Object.hasOwn(observed.attributes, name) ? observed.attributes[name] : undefined;
    verdicts.check(`attributes.${name}`, value, found, sameValue);
  }
  // On a record that we made, a value in one of our attributes that the source doesn't have is not ours.
  if (adopted || !ownAttributes) return;
  for (const [name, found] of Object.entries(observed.attributes)) {
    if (!ownAttributes.has(name) || Object.hasOwn(desired.attributes, name)) continue;
    verdicts.none(`attributes.${name}`, found);
  }
}
