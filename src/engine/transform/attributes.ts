// Applies field rules to one record: values for attributes, texts for the note, and what had to be altered.
import type { FieldRule } from "../field-map/schema.ts";
import { findSourceField } from "../field-map/source-fields/index.ts";
import type { Alteration, AttributeModel, Attributes, AttributeValue } from "../model/desired.ts";
import { convertValue, MAX_ATTRIBUTE_CHARS } from "../values/convert.ts";
import { readPath } from "../values/path.ts";
import { repairText } from "../values/text.ts";

export interface AppliedRules {
  readonly attributes: Attributes;
  readonly alterations: readonly Alteration[];
  /** Label and full text of what belongs into an internal note; conversations alone have one. */
  readonly notes: readonly { readonly label: string; readonly text: string }[];
}

/** Applies the rules that write to `model`; with `noteFor`, values that don't fit move there instead of being cut. */
export function applyFieldRules(
  view: object,
  rules: readonly FieldRule[],
  model: AttributeModel,
  canNote: boolean,
): AppliedRules {
  const attributes = new Map<string, AttributeValue>();
  const alterations: Alteration[] = [];
  const notes: { label: string; text: string }[] = [];
  for (const { object, source, target } of rules) {
    if (target === null || (target.kind === "attribute" && target.model !== model)) continue;
    const raw = readPath(view, source);
    if (raw === undefined) continue;
    if (target.kind === "note") {
      const text = repairText(String(raw)).text.trim();
      if (canNote && text !== "") notes.push({ label: labelOf(view, object, source), text });
      continue;
    }
    const field = `attributes.${target.name}`;
    const converted = convertValue(raw, target.type);
    if (converted.kind === "value") {
      attributes.set(target.name, converted.value);
      if (converted.repaired.length > 0)
        alterations.push({
          field,
          what: "repaired",
          detail: { code: "repaired", args: { repairs: converted.repaired } },
        });
    } else if (converted.kind === "too-long") {
      attributes.set(target.name, converted.head);
      alterations.push(tooLong(field, converted.full.length, canNote));
      if (canNote) notes.push({ label: target.name, text: converted.full });
    } else if (converted.kind === "unfit") {
      alterations.push(unfit(field, target.type, canNote));
      if (canNote) notes.push({ label: target.name, text: converted.text });
    }
  }
  return { attributes: Object.fromEntries(attributes), alterations, notes };
}

function tooLong(field: string, characters: number, canNote: boolean): Alteration {
  const args = { characters, limit: MAX_ATTRIBUTE_CHARS, inNote: canNote };
  return { field, what: canNote ? "moved-to-note" : "truncated", detail: { code: "too_long", args } };
}

function unfit(field: string, type: string, canNote: boolean): Alteration {
  const detail = { code: "unfit", args: { type, inNote: canNote } } as const;
  return { field, what: canNote ? "moved-to-note" : "dropped", detail };
}

/** What a person calls the field: a custom field's caption, the catalogue's label, else the path. */
function labelOf(view: object, object: FieldRule["object"], source: string): string {
  const id = source.startsWith("customFields.") ? source.slice("customFields.".length) : undefined;
  const standard = findSourceField(object, source)?.label;
  if (standard !== undefined) return standard;
  if (id === undefined || !("customFields" in view) || !Array.isArray(view.customFields)) return source;
  const field: unknown = view.customFields.find((one: unknown) => readPath(Object(one), "id") === id);
  return String((field && readPath(Object(field), "caption")) ?? source);
}
