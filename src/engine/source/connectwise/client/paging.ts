// Keyset pages: `id>N` in ascending order, which neither skips nor repeats rows while records change.
import type { z } from "zod";
import { AbortError } from "../../../errors.ts";
import type { PagedType, SourcePage } from "../../port.ts";
import { describeIssue } from "./border.ts";
import type { ConnectWiseClient, Query } from "./client.ts";

/** ConnectWise's most; larger sizes are capped silently. */
const PAGE_SIZE = 1000;

export interface KeysetRequest {
  readonly path: string;
  readonly after?: string | undefined;
  /** Only ids up to this one. */
  readonly upTo?: string | undefined;
  /** Further conditions in ConnectWise's syntax, joined by `and`. */
  readonly conditions?: readonly string[];
  readonly pageSize?: number;
  readonly signal?: AbortSignal | undefined;
  /** `more`: a part of this record was read already. */
  readonly kind?: "answer" | "more";
}

export type Reject = SourcePage<PagedType>["rejects"][number];

export interface Rows<T> {
  readonly rows: readonly T[];
  readonly rejects: readonly Reject[];
  /** The last id of the page, readable or not; absent when the page was empty: the end. */
  readonly last?: string;
  /** True when as many rows came as were asked for. */
  readonly full: boolean;
  /** How many rows came, unreadable ones included. */
  readonly length: number;
}

/** `lastUpdated` condition of a delta; `>=` is reported broken on some endpoints, so it is `>`. */
export function changedSince(iso: string): string {
  return `lastUpdated>[${iso.slice(0, 19)}Z]`;
}

/**
 * One page. A row that can't be read becomes a reject with its id and the field at fault.
 * @throws AbortError when the server ignores order or filter: going on would lose or repeat rows
 */
export async function fetchRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: KeysetRequest,
): Promise<Rows<z.output<S>>> {
  const pageSize = request.pageSize ?? PAGE_SIZE;
  const conditions = [
    ...(request.after === undefined ? [] : [`id>${request.after}`]),
    ...(request.upTo === undefined ? [] : [`id<=${request.upTo}`]),
    ...(request.conditions ?? []),
  ];
  const answer = await client.get(
    request.path,
    { conditions: conditions.join(" and ") || undefined, orderBy: "id asc", pageSize },
    request.signal,
    request.kind,
  );
  if (answer === undefined) return { rows: [], rejects: [], full: false, length: 0 };
  if (!Array.isArray(answer)) {
    throw new AbortError({
      code: "list_expected",
      message: `ConnectWise's answer to ${request.path} is no list.`,
      remedy: "Check that the address is ConnectWise's API; otherwise report it.",
    });
  }
  return readRows(answer, schema, request, pageSize);
}

function readRows<S extends z.ZodType>(
  answer: readonly unknown[],
  schema: S,
  request: KeysetRequest,
  pageSize: number,
): Rows<z.output<S>> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  let last = request.after === undefined ? 0 : Number(request.after);
  for (const row of answer) {
    const id = idOf(row);
    if (id === undefined) {
      rejects.push({ id: "unknown", reason: "a row without an id" });
      continue;
    }
    if (id <= last) throw unordered(request.path);
    last = id;
    const read = schema.safeParse(row);
    if (read.success) rows.push(read.data);
    else rejects.push({ id: String(id), reason: describeIssue(read.error) });
  }
  const moved = answer.length > 0 && String(last) !== (request.after ?? "0");
  if (answer.length > 0 && !moved) throw unordered(request.path);
  return {
    rows,
    rejects,
    full: answer.length >= pageSize,
    length: answer.length,
    ...(moved ? { last: String(last) } : {}),
  };
}

function idOf(row: unknown): number | undefined {
  if (typeof row !== "object" || row === null) return undefined;
  const id = Number((row as { id?: unknown }).id);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function unordered(path: string): AbortError {
  return new AbortError({
    code: "paging_broken",
    message: `ConnectWise's list ${path} came out of order or with an id twice, so pages can't be trusted.`,
    remedy: "Report it: this ConnectWise version pages differently.",
  });
}

/**
 * True when a page surely is the last without asking for an empty one. A server that caps pages lower than we
 * asked would cap at a round number, so a short page is believed only when its length is none.
 */
export function isSurelyLast(rows: number, pageSize: number): boolean {
  return rows < pageSize && rows % 25 !== 0;
}

/** The newest rows, oldest of them first; for samples. */
export async function fetchNewestRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: { readonly path: string; readonly pageSize: number; readonly signal?: AbortSignal | undefined },
): Promise<readonly z.output<S>[]> {
  const { path, pageSize } = request;
  const answer = await client.get(path, { orderBy: "id desc", pageSize }, request.signal);
  if (!Array.isArray(answer)) return [];
  return readRows(answer.toReversed(), schema, { path }, pageSize).rows;
}

/**
 * Every row of a list whose ids repeat (`/allNotes` mixes notes and time entries), by page numbers: safe only
 * because such a list belongs to one record and rarely has a second page. The first unreadable row is a reject.
 */
export async function fetchNumberedRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: Pick<KeysetRequest, "path" | "signal" | "kind"> & { readonly query?: Query },
): Promise<Pick<Rows<z.output<S>>, "rows" | "rejects">> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  for (let page = 1; ; page += 1) {
    const query = { ...request.query, page, pageSize: PAGE_SIZE };
    const answer = await client.get(request.path, query, request.signal, page > 1 ? "more" : request.kind);
    const found: readonly unknown[] = Array.isArray(answer) ? answer : [];
    for (const row of found) {
      const read = schema.safeParse(row);
      if (read.success) rows.push(read.data);
      else rejects.push({ id: String(idOf(row) ?? "unknown"), reason: describeIssue(read.error) });
    }
    if (found.length === 0 || isSurelyLast(found.length, PAGE_SIZE)) return { rows, rejects };
  }
}

/** Every row of a small list, page after page until the last. */
export async function fetchAllRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: Omit<KeysetRequest, "after">,
): Promise<Pick<Rows<z.output<S>>, "rows" | "rejects">> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  let after: string | undefined;
  do {
    const kind = after === undefined ? request.kind : "more";
    const page: Rows<z.output<S>> = await fetchRows(client, schema, {
      ...request,
      after,
      ...(kind === undefined ? {} : { kind }),
    });
    rows.push(...page.rows);
    rejects.push(...page.rejects);
    after = isSurelyLast(page.length, request.pageSize ?? PAGE_SIZE) ? undefined : page.last;
  } while (after !== undefined);
  return { rows, rejects };
}
