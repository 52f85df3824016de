// Checks the field rules themselves: paths, types, targets, names, options.

import type { CustomFieldSurvey } from "../model/survey.ts";
import { convertValue } from "../values/convert.ts";
import { findUnfit } from "./fits-type.ts";
import type { MapIssue } from "./map-issue.ts";
import { ASK_BELOW, type FieldMap, type FieldRule } from "./schema.ts";
import { ATTRIBUTE_TYPES, findSourceField } from "./source-fields/index.ts";
import { findCustomField, isKnownPath } from "./source-paths.ts";

/** Which object's attributes a rule may write. */
const MODELS: Readonly<Record<FieldRule["object"], readonly string[]>> = {
  company: ["company", "contact"],
  contact: ["contact"],
  ticket: ["conversation"],
};

export function validateFields(
  map: FieldMap,
  customFields: readonly CustomFieldSurvey[],
): readonly MapIssue[] {
  const issues: MapIssue[] = [];
  const add = (severity: MapIssue["severity"], code: string, rule: FieldRule, sentence: string) =>
    issues.push({ severity, code, row: rule.id, sentence });
  const targets = new Map<string, string>();
  const ids = new Set<string>();
  for (const rule of map.fields) {
    const { object, source, target } = rule;
    const name = nameOf(rule, customFields);
    if (ids.has(rule.id)) add("error", "duplicate_row", rule, `The row ${rule.id} is there twice.`);
    ids.add(rule.id);
    if (!isKnownPath(object, source, customFields)) {
      add("error", "unknown_path", rule, `ConnectWise's ${object} has no field "${source}".`);
    }
    if (!rule.decided && rule.confidence < ASK_BELOW) {
      add("question", "field_doubtful", rule, `Where is ${name} of ${object} to go?`);
    }
    if (target?.kind === "note" && object !== "ticket") {
      add(
        "error",
        "no_notes",
        rule,
        `${name} can't go into a note: only conversations have notes that can be undone.`,
      );
    }
    if (target?.kind !== "attribute") continue;
    if (!MODELS[object].includes(target.model)) {
      add("error", "wrong_model", rule, `A ${object}'s field can't be written to a ${target.model}.`);
    }
    if (/[.$]/.test(target.name) || target.name.trim() !== target.name) {
      add(
        "error",
        "bad_name",
        rule,
        `"${target.name}" is no attribute name: no dots, dollar signs or outer spaces.`,
      );
    }
    const key = `${target.model}:${target.name}`.toLowerCase();
    const other = targets.get(key);
    if (other)
      add("error", "duplicate_target", rule, `"${target.name}" is the target of ${other} and ${rule.id}.`);
    targets.set(key, rule.id);
    validateType(rule, target, name, customFields, add);
  }
  return issues;
}

type Add = (severity: MapIssue["severity"], code: string, rule: FieldRule, sentence: string) => void;
type AttributeTarget = Extract<FieldRule["target"], { kind: "attribute" }>;

function validateType(
  rule: FieldRule,
  target: AttributeTarget,
  name: string,
  customFields: readonly CustomFieldSurvey[],
  add: Add,
): void {
  const custom = findCustomField(rule.object, rule.source, customFields);
  const { type, options } = target;
  const field = findSourceField(rule.object, rule.source);
  if (!custom && field && type !== "string" && ATTRIBUTE_TYPES[field.type] !== type) {
    add("error", "type_mismatch", rule, `${name} can't be read as ${type}.`);
  }
  const unfit = findUnfit(custom?.samples ?? [], type);
  if (unfit.length > 0)
    add(
      "error",
      "type_mismatch",
      rule,
      `${unfit.length} of the samples of ${name} can't be read as ${type}.`,
    );
  if (custom?.samples.some((sample) => convertValue(sample, type).kind === "too-long")) {
    add(
      "warning",
      "too_long",
      rule,
      `Some values of ${name} are longer than 255 characters: propose a note instead.`,
    );
  }
  if (type !== "list") return;
  if (options.length < 2 && target.model !== "conversation") {
    add("error", "too_few_options", rule, `The list "${target.name}" needs two options at least.`);
  } else if (options.length === 0) {
    add(
      "warning",
      "no_options",
      rule,
      `The list "${target.name}" has no options yet; the plan adds the values it finds.`,
    );
  }
  const missing = (custom?.options ?? []).filter((option) => !options.includes(option.trim()));
  if (missing.length > 0) {
    add(
      "warning",
      "missing_options",
      rule,
      `The list "${target.name}" lacks: ${missing.slice(0, 5).join(", ")}; the plan adds those that occur.`,
    );
  }
}

function nameOf(rule: FieldRule, customFields: readonly CustomFieldSurvey[]): string {
  return `"${findCustomField(rule.object, rule.source, customFields)?.caption ?? rule.source}"`;
}
