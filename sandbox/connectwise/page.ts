// Cuts a page out of a list: by number with all four links, or forward only by the last id.
import { readPath } from "./conditions/evaluate.ts";
import { badField } from "./cw-error.ts";
import type { ListQuery } from "./list-query.ts";

export interface Page {
  readonly records: readonly object[];
  /** The `Link` header; undefined when there is nothing to link to. */
  readonly link: string | undefined;
}

const idOf = (record: object): number => Number(Reflect.get(record, "id"));

function withParameter(url: string, name: string, value: number): string {
  const next = new URL(url);
  next.searchParams.set(name, String(value));
  return next.href;
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return -1;
  if (b === undefined || b === null) return 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Most lists are kept in the order of ids: looking is cheaper than sorting again for each page of a keyset walk. */
const ascendsById = (records: readonly object[]) =>
  records.every((record, at) => at === 0 || idOf(records[at - 1] ?? record) <= idOf(record));

function sortRecords(records: readonly object[], orderBy: ListQuery["orderBy"]): readonly object[] {
  if (orderBy.length === 0) return records;
  const [first] = orderBy;
  if (first?.path.join() === "id" && !first.descending && ascendsById(records)) return records;
  return [...records].sort((a, b) => {
    for (const { path, descending } of orderBy) {
      const sign = compare(readPath(a, path), readPath(b, path));
      if (sign !== 0) return descending ? -sign : sign;
    }
    return 0;
  });
}

function forwardOnly(records: readonly object[], query: ListQuery, url: string): Page {
  if (query.orderBy.length > 0)
    throw badField("orderBy", "orderBy can't be used with forward-only pagination");
  const rest = records.filter((record) => idOf(record) > query.pageId).sort((a, b) => idOf(a) - idOf(b));
  const page = rest.slice(0, query.pageSize);
  const last = page.at(-1);
  const more = rest.length > page.length && last !== undefined;
  return {
    records: page,
    link: more ? `<${withParameter(url, "pageId", idOf(last))}>; rel="next"` : undefined,
  };
}

/** `records` are those that the query's conditions let through. `url` is the request's own. */
export function cutPage(records: readonly object[], query: ListQuery, url: string, forward: boolean): Page {
  if (forward) return forwardOnly(records, query, url);
  const start = (query.page - 1) * query.pageSize;
  const lastPage = Math.max(1, Math.ceil(records.length / query.pageSize));
  const links: [string, number][] = [];
  if (query.page < lastPage) links.push(["next", query.page + 1], ["last", lastPage]);
  if (query.page > 1) links.push(["first", 1], ["prev", query.page - 1]);
  return {
    records: sortRecords(records, query.orderBy).slice(start, start + query.pageSize),
    link: links.length
      ? links.map(([rel, page]) => `<${withParameter(url, "page", page)}>; rel="${rel}"`).join(", ")
      : undefined,
  };
}

/** Keeps the asked fields. `_info` goes unless it is named. */
export function project(record: object, fields: ListQuery["fields"]): object {
  if (!fields) return record;
  const kept: Record<string, unknown> = {};
  for (const [root = "", ...rest] of fields) {
    const value: unknown = Reflect.get(record, root);
    if (value === undefined) continue;
    if (rest.length === 0 || typeof value !== "object" || value === null) kept[root] = value;
    else {
      const before = kept[root];
      const inner = typeof before === "object" && before !== null ? before : {};
      kept[root] = { ...inner, [rest[0] ?? ""]: readPath(value, rest.slice(0, 1)) };
    }
  }
  return kept;
}
