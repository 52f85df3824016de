// Turns a condition's tree into a predicate over records. Like SQL, a missing value meets only `= null`.
import type { Condition, Operator } from "./parse.ts";
import type { Literal } from "./tokenize.ts";

export type Predicate = (record: object) => boolean;

/** Names that ConnectWise lets one write without `_info/`. */
const INFO_NAMES = new Set(["lastUpdated", "updatedBy", "dateEntered", "enteredBy"]);

export function readPath(record: object, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  const [only] = path;
  if (value === undefined && path.length === 1 && only && INFO_NAMES.has(only)) {
    return readPath(record, ["_info", only]);
  }
  return value;
}

/** A `like` pattern: `*` and `%` stand for anything, `[[]` for a bracket; case doesn't matter. */
function likePattern(pattern: string): RegExp {
  const escaped = pattern
    .replaceAll("[[]", "[")
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/[*%]/g, "[\\s\\S]*");
  return new RegExp(`^${escaped}$`, "i");
}

function order(value: unknown, literal: Literal): number | undefined {
  if (literal instanceof Date) {
    if (typeof value !== "string") return undefined;
    const ms = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
    return Number.isNaN(ms) ? undefined : ms - literal.getTime();
  }
  if (typeof value === "number" && literal !== null) return value - Number(literal);
  if (typeof value === "boolean") return value === literal ? 0 : value ? 1 : -1;
  if (typeof value === "string") {
    const [a, b] = [value.toLowerCase(), String(literal).toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return undefined;
}

const ORDERS: Readonly<Partial<Record<Operator, (n: number) => boolean>>> = {
  "=": (n) => n === 0,
  "!=": (n) => n !== 0,
  "<": (n) => n < 0,
  "<=": (n) => n <= 0,
  ">": (n) => n > 0,
  ">=": (n) => n >= 0,
};

function comparePredicate(
  path: readonly string[],
  operator: Operator,
  values: readonly Literal[],
): Predicate {
  const [literal = null] = values;
  const missing = (value: unknown) => value === undefined || value === null;
  if (operator === "in") {
    return (record) => {
      const value = readPath(record, path);
      return !missing(value) && values.some((one) => order(value, one) === 0);
    };
  }
  if (literal === null) {
    if (operator === "=") return (record) => missing(readPath(record, path));
    if (operator === "!=") return (record) => !missing(readPath(record, path));
    return () => false;
  }
  if (operator === "contains" || operator === "like") {
    const text = String(literal);
    const pattern = likePattern(operator === "contains" ? `*${text}*` : text);
    return (record) => {
      const value = readPath(record, path);
      return typeof value === "string" && pattern.test(value);
    };
  }
  const holds = ORDERS[operator] ?? (() => false);
  return (record) => {
    const sign = order(readPath(record, path), literal);
    return sign !== undefined && holds(sign);
  };
}

export function predicateOf(condition: Condition): Predicate {
  if (condition.kind === "compare")
    return comparePredicate(condition.path, condition.operator, condition.values);
  if (condition.kind === "not") {
    const inner = predicateOf(condition.part);
    return (record) => !inner(record);
  }
  const parts = condition.parts.map(predicateOf);
  return condition.kind === "all"
    ? (record) => parts.every((part) => part(record))
    : (record) => parts.some((part) => part(record));
}

/** For `childConditions`: holds when one element of the named array meets the whole condition. */
export function childPredicate(condition: Condition, root: string): Predicate {
  const inner = predicateOf(condition);
  return (record) => {
    const list = readPath(record, [root]);
    return Array.isArray(list) && list.some((element: unknown) => inner({ [root]: element }));
  };
}

/** For `customFieldConditions`: holds when one custom field meets the condition on `caption` and `value`. */
export function customFieldPredicate(condition: Condition): Predicate {
  const inner = predicateOf(condition);
  return (record) => {
    const list = readPath(record, ["customFields"]);
    return (
      Array.isArray(list) &&
      list.some((field: unknown) => typeof field === "object" && field !== null && inner(field))
    );
  };
}
