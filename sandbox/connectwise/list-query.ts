// Reads the query of a list request: which parameters there are, and what each of them means.
import type { Collection } from "./collection.ts";
import { childPredicate, customFieldPredicate, type Predicate, predicateOf } from "./conditions/evaluate.ts";
import { type Condition, comparisonsOf, parseCondition } from "./conditions/parse.ts";
import { badField } from "./cw-error.ts";

const PARAMETERS = [
  "conditions",
  "childConditions",
  "customFieldConditions",
  "orderBy",
  "fields",
  "page",
  "pageSize",
  "pageId",
];
const DEFAULT_PAGE_SIZE = 25;
const MAX_PAGE_SIZE = 1000;

export interface ListQuery {
  readonly condition: Condition | undefined;
  readonly matches: Predicate;
  readonly orderBy: readonly { readonly path: readonly string[]; readonly descending: boolean }[];
  /** Paths to keep; undefined for all. */
  readonly fields: readonly (readonly string[])[] | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly pageId: number;
  readonly extra: Readonly<Record<string, string>>;
}

/** Names a record of the list may be asked for: those that its records have, and those that its model has. */
export function knownNames(records: readonly object[], optional: readonly string[] = []): Set<string> {
  const names = new Set([
    ...optional,
    "id",
    "_info",
    "lastUpdated",
    "updatedBy",
    "dateEntered",
    "enteredBy",
    "customFields",
  ]);
  for (const record of records) for (const name of Object.keys(record)) names.add(name);
  return names;
}

function checkNames(condition: Condition, names: ReadonlySet<string>, parameter: string): void {
  for (const { path } of comparisonsOf(condition)) {
    const [root = ""] = path;
    if (!names.has(root)) throw badField(parameter, `${root} is not a field of this object`);
  }
}

function wholeNumber(values: Readonly<Record<string, string>>, name: string, fallback: number): number {
  const text = values[name];
  if (text === undefined || text === "") return fallback;
  if (!/^\d+$/.test(text)) throw badField(name, `${name} must be a whole number`);
  return Number(text);
}

function parseOrder(text: string | undefined, names: ReadonlySet<string>): ListQuery["orderBy"] {
  if (!text?.trim()) return [];
  return text.split(",").map((part) => {
    const [name = "", direction = "asc", ...more] = part.trim().split(/\s+/);
    const path = name.split("/");
    const known = names.has(path[0] ?? "") && /^(asc|desc)$/i.test(direction) && more.length === 0;
    if (!known) throw badField("orderBy", `Cannot order by "${part.trim()}"`);
    return { path, descending: direction.toLowerCase() === "desc" };
  });
}

function parseFields(text: string | undefined, names: ReadonlySet<string>): ListQuery["fields"] {
  if (!text?.trim()) return undefined;
  return text.split(",").map((part) => {
    const path = part.trim().split("/");
    if (!names.has(path[0] ?? "")) throw badField("fields", `${part.trim()} is not a field of this object`);
    return path;
  });
}

function parsePredicate(
  values: Readonly<Record<string, string>>,
  condition: Condition | undefined,
  names: ReadonlySet<string>,
): Predicate {
  const parts: Predicate[] = [];
  if (condition) parts.push(predicateOf(condition));
  if (values.childConditions) {
    const child = parseCondition(values.childConditions, "childConditions");
    checkNames(child, names, "childConditions");
    const roots = new Set(comparisonsOf(child).map(({ path }) => path[0] ?? ""));
    const [root = ""] = roots;
    if (roots.size !== 1) throw badField("childConditions", "childConditions must name one list");
    parts.push(childPredicate(child, root));
  }
  if (values.customFieldConditions) {
    parts.push(customFieldPredicate(parseCondition(values.customFieldConditions, "customFieldConditions")));
  }
  return (record) => parts.every((part) => part(record));
}

/** Throws a CwError 400 for a parameter that the list doesn't have or a value that can't be read. */
export function parseListQuery(
  values: Readonly<Record<string, string>>,
  of: Collection,
  names: ReadonlySet<string>,
): ListQuery {
  for (const name of Object.keys(values)) {
    if (PARAMETERS.includes(name) || of.extraParameters?.includes(name)) continue;
    throw badField(name, `Unknown query parameter ${name}`);
  }
  const condition = values.conditions?.trim() ? parseCondition(values.conditions) : undefined;
  if (condition) checkNames(condition, names, "conditions");
  return {
    condition,
    matches: parsePredicate(values, condition, names),
    orderBy: parseOrder(values.orderBy, names),
    fields: parseFields(values.fields, names),
    // Page 0 answers what page 1 answers: who fetches both has every record of it twice.
    page: Math.max(1, wholeNumber(values, "page", 1)),
    pageSize: Math.min(
      MAX_PAGE_SIZE,
      wholeNumber(values, "pageSize", DEFAULT_PAGE_SIZE) || DEFAULT_PAGE_SIZE,
    ),
    pageId: wholeNumber(values, "pageId", 0),
    extra: Object.fromEntries(Object.entries(values).filter(([name]) => of.extraParameters?.includes(name))),
  };
}
