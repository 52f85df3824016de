// Which fields of a contact go back to what they were; pure. A field that people changed since is theirs.
import { sameEmail, samePhone, sameText, sameValue } from "../../converge/verdicts.ts";
import type { ContactBefore, ContactImage } from "../../destination/before-image.ts";
import type { ContactFields } from "../../model/action.ts";
import type { AttributeValue } from "../../model/desired.ts";
import type { ObservedContact } from "../../model/observed.ts";

type Wrote = ContactBefore["wrote"];
const TEXT_FIELDS = ["externalId", "email", "phone", "name"] as const;

/** Later writes over earlier ones. */
export function mergeWrites(writes: readonly Wrote[]): Wrote {
  const merged: Wrote = {};
  for (const write of writes) {
    Object.assign(merged, write, { attributes: { ...merged.attributes, ...write.attributes } });
  }
  return merged;
}

const same: Record<(typeof TEXT_FIELDS)[number], (a: string, b: string) => boolean> = {
  externalId: (a, b) => a === b,
  email: sameEmail,
  phone: samePhone,
  name: sameText,
};

function equal<T>(
  a: T | null | undefined,
  b: T | null | undefined,
  compare: (a: T, b: T) => boolean,
): boolean {
  const [left, right] = [a ?? undefined, b ?? undefined];
  return left === undefined || right === undefined ? left === right : compare(left, right);
}

/** Names of fields that no longer hold what we wrote. */
export function findTouchedFields(observed: ObservedContact, wrote: Wrote): readonly string[] {
  const texts = TEXT_FIELDS.filter(
    (field) => wrote[field] !== undefined && !equal(wrote[field], observed[field], same[field]),
  );
  const attributes = Object.entries(wrote.attributes ?? {}).filter(
    ([name, value]) => !equal<AttributeValue>(value, observed.attributes[name], sameValue),
  );
  return [...texts, ...attributes.map(([name]) => name)];
}

export interface Restoration {
  /** Empty when nothing is to be put back. */
  readonly fields: ContactFields;
  /** Fields that people changed: left alone unless insisted on. */
  readonly touched: readonly string[];
}

export function assembleRestoration(
  observed: ObservedContact,
  image: ContactImage,
  wrote: Wrote,
  force: boolean,
): Restoration {
  const touched: string[] = [];
  const may = (name: string, ours: boolean) => {
    if (!ours) touched.push(name);
    return ours || force;
  };
  const texts = TEXT_FIELDS.flatMap((field): [string, string | null][] => {
    if (wrote[field] === undefined || equal(observed[field], image[field], same[field])) return [];
    const ours = equal(observed[field], wrote[field], same[field]);
    return may(field, ours) ? [[field, image[field] ?? null]] : [];
  });
  const attributes = Object.entries(wrote.attributes ?? {}).flatMap(
    ([name, value]): [string, AttributeValue | null][] => {
      const [now, before] = [observed.attributes[name], image.attributes[name]];
      if (equal<AttributeValue>(now, before, sameValue)) return [];
      return may(name, equal<AttributeValue>(now, value, sameValue)) ? [[name, before ?? null]] : [];
    },
  );
  const restored = attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {};
  return { fields: { ...Object.fromEntries(texts), ...restored }, touched };
}
