// Intercom's search language: filters, their nesting, and what each operator does to each type of field.
import { z } from "zod";
import { invalid } from "./api-error.ts";

const scalar = z.union([z.string(), z.int(), z.boolean()]);
const single = z.strictObject({
  field: z.string(),
  operator: z.enum(["=", "!=", "IN", "NIN", "<", "<=", ">", ">=", "~", "!~", "^", "$"]),
  value: z.union([scalar, z.array(z.union([z.string(), z.int()]))]).nullable(),
});
/** At most 15 filters in a group, and two levels of groups. */
const group = <T extends z.ZodType>(member: T) =>
  z.strictObject({ operator: z.enum(["AND", "OR"]), value: z.array(member).max(15) });
const inner = group(single);
const outer = group(z.union([single, inner]));

export const searchSchema = z.strictObject({
  query: z.union([single, outer]),
  pagination: z
    .strictObject({ per_page: z.int().optional(), starting_after: z.string().nullable().optional() })
    .nullable()
    .optional(),
});
export const sortedSearchSchema = searchSchema.extend({
  sort: z
    .strictObject({ field: z.string().optional(), order: z.enum(["ascending", "descending"]).optional() })
    .optional(),
});

export type Single = z.infer<typeof single>;
export type Query = z.infer<typeof searchSchema>["query"];

/** `day`: matched by calendar day (contacts); `time`: to the second, where `>` includes equality (conversations). */
export type FieldType = "string" | "integer" | "boolean" | "day" | "time" | "words";

export interface Field<T> {
  readonly type: FieldType;
  readonly read: (record: T) => string | number | boolean | readonly string[] | null;
}

const OPERATORS: Record<FieldType, readonly string[]> = {
  string: ["=", "!=", "IN", "NIN", "~", "!~", "^", "$"],
  words: ["=", "!=", "~", "!~"],
  boolean: ["=", "!="],
  integer: ["=", "!=", "IN", "NIN", ">", "<", ">=", "<="],
  day: ["=", ">", "<"],
  time: ["=", "!=", "IN", "NIN", ">", "<"],
};
const VALUE_TYPE: Record<FieldType, string> = {
  string: "string",
  words: "string",
  boolean: "boolean",
  integer: "number",
  day: "number",
  time: "number",
};

const DAY = 86_400;
const lower = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : value);

function checkFilter<T>(filter: Single, field: Field<T>): readonly unknown[] {
  const { operator, value } = filter;
  if (!OPERATORS[field.type].includes(operator)) {
    throw invalid(`Operator '${operator}' is not supported for ${filter.field}`, "query");
  }
  const many = operator === "IN" || operator === "NIN";
  if (many !== Array.isArray(value)) throw invalid(`Value for ${filter.field} has the wrong form`, "query");
  const values = Array.isArray(value) ? value : [value];
  // A time may come as digits in a string, as the description's own examples have it.
  const timed = field.type === "day" || field.type === "time" || field.type === "integer";
  const typed = values.map((v) => (timed && typeof v === "string" && /^\d+$/.test(v) ? Number(v) : v));
  if (typed.some((v) => v !== null && !(typeof v === VALUE_TYPE[field.type]))) {
    throw invalid(`Value for ${filter.field} must be a ${VALUE_TYPE[field.type]}`, "query");
  }
  return typed;
}

const NEGATED: Partial<Record<Single["operator"], Single["operator"]>> = { "!=": "=", NIN: "IN", "!~": "~" };

/** Whether one value satisfies an operator that isn't a negation. */
function holds(
  operator: Single["operator"],
  value: unknown,
  wanted: readonly unknown[],
  orEqual: boolean,
): boolean {
  const [first] = wanted;
  if (operator === "=" || operator === "IN") return wanted.includes(value);
  if (typeof value === "number" && typeof first === "number") {
    if (value === first) return operator === ">=" || operator === "<=" || orEqual;
    return operator.startsWith(">") === value > first;
  }
  if (typeof value !== "string" || typeof first !== "string") return false;
  if (operator === "~") return value.includes(first);
  return operator === "^" ? value.startsWith(first) : value.endsWith(first);
}

/** One filter as a test of a record. 400 for a field, operator or value that isn't accepted. */
function buildFilter<T>(filter: Single, field: Field<T> | undefined): (record: T) => boolean {
  if (!field) throw invalid(`Search field '${filter.field}' is not accepted`, "query.field");
  const day = (v: unknown) =>
    field.type === "day" && typeof v === "number" ? Math.floor(v / DAY) * DAY : lower(v);
  const wanted = checkFilter(filter, field).map(day);
  const some = (record: T, test: (value: unknown) => boolean): boolean => {
    const value = field.read(record);
    return Array.isArray(value) ? value.some((v) => test(lower(v))) : test(day(value));
  };
  const negated = NEGATED[filter.operator];
  const operator = negated ?? filter.operator;
  const orEqual = field.type === "time";
  return (record) =>
    some(record, (value) => holds(operator, value, wanted, orEqual)) !== (negated !== undefined);
}

/** A whole query as a test of a record. */
export function buildQuery<T>(
  query: Query,
  findField: (name: string) => Field<T> | undefined,
): (record: T) => boolean {
  if ("field" in query) return buildFilter(query, findField(query.field));
  const tests = query.value.map((member) => buildQuery<T>(member, findField));
  return query.operator === "AND"
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
}

/** The value that every match must have in `field`, if the query says so: lets an index replace the scan. */
export function requiredValue(query: Query, field: string): string | undefined {
  if ("field" in query) {
    return query.field === field && query.operator === "=" && typeof query.value === "string"
      ? query.value
      : undefined;
  }
  if (query.operator === "OR") return undefined;
  return query.value.map((member) => requiredValue(member, field)).find((value) => value !== undefined);
}
