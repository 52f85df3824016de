// Custom field values, and the ten old free text fields, as one neutral list.
import type { CustomFieldValue } from "../../../model/source/source.ts";

interface FieldRow {
  readonly id: string;
  readonly caption: string;
  readonly type: string;
  readonly value?: string | number | boolean;
}

const OLD_FIELD = /^userDefinedField(\d+)$/;

/** "User Defined Field 3" for `userDefinedField3`. */
export function captionOfOldField(key: string): string {
  return `User Defined Field ${OLD_FIELD.exec(key)?.[1] ?? key}`;
}

/** Fields without a value are left out. Keyed by id: captions repeat. */
export function mapCustomFields(row: { readonly customFields: readonly FieldRow[] }): CustomFieldValue[] {
  const values: CustomFieldValue[] = [];
  for (const { id, caption, type, value } of row.customFields) {
    if (value !== undefined) values.push({ id, caption: caption || `Field ${id}`, type, value });
  }
  for (const [key, value] of Object.entries(row)) {
    if (OLD_FIELD.test(key) && typeof value === "string") {
      values.push({ id: key, caption: captionOfOldField(key), type: "Text", value });
    }
  }
  return values;
}
