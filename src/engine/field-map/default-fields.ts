// The default map's rows for standard fields, out of the catalogue.
import type { Survey } from "../model/survey.ts";
import type { FieldRule } from "./schema.ts";
import {
  ATTRIBUTE_TYPES,
  type DefaultTarget,
  SOURCE_FIELDS,
  type SourceField,
} from "./source-fields/index.ts";

/** Rows for the standard fields; the lists have every value that the survey knows, in the source's order. */
export function assembleDefaultFields(survey: Survey): FieldRule[] {
  return (["company", "contact", "ticket"] as const).flatMap((object) =>
    SOURCE_FIELDS[object].flatMap((field) =>
      (field.defaults ?? []).map((target) => assembleRow(object, field, target, survey)),
    ),
  );
}

function assembleRow(
  object: FieldRule["object"],
  field: SourceField,
  target: DefaultTarget,
  survey: Survey,
): FieldRule {
  const shared = {
    object,
    source: field.path,
    confidence: 1,
    reason: target.reason,
    origin: "default" as const,
    decided: true,
  };
  const id = `${object}:${field.path}`;
  if ("note" in target) return { ...shared, id, target: { kind: "note" } };
  const { model, attribute: name, list } = target;
  return {
    ...shared,
    id: object === model || object === "ticket" ? id : `${id}@${model}`,
    target: {
      kind: "attribute",
      model,
      name,
      type: list === undefined ? typeOf(field) : "list",
      options: list === undefined ? [] : [...listOptions(survey[list].map((row) => row.name))],
    },
  };
}

/** Ids stay text: they are looked up and never counted. */
function typeOf({ type }: SourceField) {
  return type === "text" || type === "id" ? "string" : ATTRIBUTE_TYPES[type];
}

/** A list holds 250 options of 255 characters here; Intercom wants two at least on contacts. */
function listOptions(values: readonly string[]): readonly string[] {
  const clean = values.map((value) => value.trim()).filter((value) => value !== "" && value.length <= 255);
  return [...new Set(clean)].slice(0, 250);
}
