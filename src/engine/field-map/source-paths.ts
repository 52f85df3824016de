// The paths that a field rule may read, per object; custom fields are added by their ids.
import type { CustomFieldSurvey } from "../model/survey.ts";
import type { FieldRule } from "./schema.ts";
import { findSourceField } from "./source-fields/index.ts";

export function isKnownPath(
  object: FieldRule["object"],
  path: string,
  customFields: readonly CustomFieldSurvey[],
): boolean {
  return (
    findSourceField(object, path) !== undefined || findCustomField(object, path, customFields) !== undefined
  );
}

export function findCustomField(
  object: FieldRule["object"],
  path: string,
  customFields: readonly CustomFieldSurvey[],
): CustomFieldSurvey | undefined {
  return customFields.find((field) => field.object === object && path === `customFields.${field.id}`);
}
