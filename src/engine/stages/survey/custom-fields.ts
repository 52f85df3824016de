// How full each custom field is, and a few of its values, measured on a sample.
import type { CustomFieldValue } from "../../model/source/source.ts";
import type { CustomFieldSurvey } from "../../model/survey.ts";

type Object = CustomFieldSurvey["object"];
type Sampled = { readonly customFields: readonly CustomFieldValue[] };

const MAX_SAMPLES = 8;
/** Long texts are cut: a sample shows a kind of value, not a document. Longer than an attribute, to be noticed. */
const MAX_SAMPLE_LENGTH = 300;

/** Fields that only records show, without a definition, are added. */
export function measureCustomFields(
  definitions: readonly CustomFieldSurvey[],
  samples: Readonly<Record<Object, readonly Sampled[]>>,
): readonly CustomFieldSurvey[] {
  const fields = new Map(definitions.map((field) => [`${field.object}:${field.id}`, field]));
  for (const object of ["company", "contact", "ticket"] as const) {
    for (const { id, caption, type } of samples[object].flatMap(({ customFields }) => customFields)) {
      const key = `${object}:${id}`;
      if (!fields.has(key)) fields.set(key, { id, caption, object, type, options: [], samples: [] });
    }
  }
  return [...fields.values()].map((field) => measure(field, samples[field.object]));
}

function measure(field: CustomFieldSurvey, records: readonly Sampled[]): CustomFieldSurvey {
  const values = records.flatMap(({ customFields }) =>
    customFields.filter(({ id }) => id === field.id).map(({ value }) => String(value)),
  );
  const longest = values.reduce((long, value) => (value.length > long.length ? value : long), "");
  // The longest is always among them: whether a value fits an attribute is decided by it.
  const distinct = [...new Set([...values.slice(0, 1), ...(longest ? [longest] : []), ...values])].slice(
    0,
    MAX_SAMPLES,
  );
  return {
    ...field,
    // Without a record nothing was measured, and nothing is claimed.
    ...(records.length === 0 ? {} : { fillRate: Math.round((values.length / records.length) * 1000) / 1000 }),
    samples: distinct.map((value) => value.slice(0, MAX_SAMPLE_LENGTH)),
  };
}
