// Keyset pages: `id>N` in ascending order, which neither skips nor repeats rows while records change.
import type { z } from "zod";
import { AbortError } from "../../../errors.ts";
import type { PagedType, SourceGap, SourcePage } from "../../port.ts";
import type { ConnectWiseClient, Query } from "./client.ts";
import { explainOddAnswer } from "./explain-answer.ts";
import { gapOfField, readRow } from "./read-row.ts";

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
  readonly kind?: "answer" | "more" | undefined;
}

export type Reject = SourcePage<PagedType>["rejects"][number];

export interface Rows<T> {
  readonly rows: readonly T[];
  readonly rejects: readonly Reject[];
  /** Fields that rows were read without. */
  readonly gaps: readonly SourceGap[];
  /** The last id of the page, readable or not; absent when the page was empty: the end. */
  readonly last?: string;
  /** True when as many rows came as were asked for. */
  readonly full: boolean;
  /** How many rows came, unreadable ones included. */
  readonly length: number;
}

export type WholeList<T> = Pick<Rows<T>, "rows" | "rejects" | "gaps">;

/** `lastUpdated` condition of a delta; `>=` is reported broken on some endpoints, so it is `>`. */
export function changedSince(iso: string): string {
  return `lastUpdated>[${iso.slice(0, 19)}Z]`;
}

/**
 * One page. A field that can't be read is left out and named; a row that can't be read becomes a reject with its id and
 * the field at fault.
 * @throws AbortError when the server ignores order or filter: going on would lose or repeat rows
 * @throws RetryError when no list came
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
  const query = { conditions: conditions.join(" and ") || undefined, orderBy: "id asc", pageSize };
  return readRows(await fetchList(client, { ...request, query }), schema, request, pageSize);
}

/** A JSON array and nothing else is a list: an empty or odd answer says nothing of what there is. */
async function fetchList(
  client: ConnectWiseClient,
  { path, query, signal, kind }: Pick<KeysetRequest, "path" | "signal" | "kind"> & { readonly query: Query },
): Promise<readonly unknown[]> {
  const answer = await client.get(path, query, signal, kind, Array.isArray);
  if (!Array.isArray(answer)) throw explainOddAnswer(answer, path);
  return answer;
}

function readRows<S extends z.ZodType>(
  answer: readonly unknown[],
  schema: S,
  request: KeysetRequest,
  pageSize: number,
): Rows<z.output<S>> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  const gaps: SourceGap[] = [];
  const behind = request.after === undefined ? 0 : Number(request.after);
  let last = behind;
  for (const row of isSurelyLast(answer.length, pageSize) ? sortById(answer, behind) : answer) {
    const id = idOf(row);
    if (id === undefined) {
      rejects.push({ id: "unknown", reason: { code: "no_row_id" } });
      continue;
    }
    if (id <= last) throw unordered(request.path);
    last = id;
    const read = readRow(schema, row);
    if ("reason" in read) rejects.push({ id: String(id), reason: read.reason });
    else {
      rows.push(read.row);
      gaps.push(...read.dropped.map(({ field, reason }) => gapOfField(String(id), field, reason)));
    }
  }
  const moved = last !== behind;
  if (!moved && rejects.length === 0 && answer.length > 0) throw unordered(request.path);
  if (!moved && answer.length >= pageSize) throw unordered(request.path);
  return {
    rows,
    rejects,
    gaps,
    full: answer.length >= pageSize,
    length: answer.length,
    ...(moved ? { last: String(last) } : {}),
  };
}

/** The rest of a list in one answer: whatever its order, nothing is skipped, and what stands in it twice is one. */
function sortById(answer: readonly unknown[], behind: number): readonly unknown[] {
  const byId = new Map(answer.map((row, at) => [idOf(row) ?? `row ${at}`, row]));
  if ([...byId.keys()].some((id) => typeof id === "number" && id <= behind)) return answer;
  return [...byId.values()].toSorted((a, b) => (idOf(a) ?? 0) - (idOf(b) ?? 0));
}

function idOf(row: unknown): number | undefined {
  if (typeof row !== "object" || row === null) return undefined;
  const id = Number((row as { id?: unknown }).id);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

function unordered(path: string): AbortError {
  return new AbortError({ code: "paging_broken", args: { path } });
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
  const query = { orderBy: "id desc", pageSize };
  const answer = await fetchList(client, { path, query, signal: request.signal });
  return readRows(answer.toReversed(), schema, { path }, pageSize).rows;
}

/**
 * Every row of a list whose ids repeat (`/allNotes` mixes notes and time entries), by page numbers: safe only
 * because such a list belongs to one record and rarely has a second page.
 */
export async function fetchNumberedRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: Pick<KeysetRequest, "path" | "signal" | "kind"> & { readonly query?: Query },
): Promise<WholeList<z.output<S>>> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  const gaps: SourceGap[] = [];
  for (let page = 1; ; page += 1) {
    const query = { ...request.query, page, pageSize: PAGE_SIZE };
    const kind = page > 1 ? "more" : request.kind;
    const found = await fetchList(client, { path: request.path, query, signal: request.signal, kind });
    for (const row of found) {
      const id = String(idOf(row) ?? "unknown");
      const read = readRow(schema, row);
      if ("reason" in read) rejects.push({ id, reason: read.reason });
      else {
        rows.push(read.row);
        gaps.push(...read.dropped.map(({ field, reason }) => gapOfField(id, field, reason)));
      }
    }
    if (found.length === 0 || isSurelyLast(found.length, PAGE_SIZE)) return { rows, rejects, gaps };
  }
}

/** Every row of a small list, page after page until the last. */
export async function fetchAllRows<S extends z.ZodType>(
  client: ConnectWiseClient,
  schema: S,
  request: Omit<KeysetRequest, "after">,
): Promise<WholeList<z.output<S>>> {
  const rows: z.output<S>[] = [];
  const rejects: Reject[] = [];
  const gaps: SourceGap[] = [];
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
    gaps.push(...page.gaps);
    after = isSurelyLast(page.length, request.pageSize ?? PAGE_SIZE) ? undefined : page.last;
  } while (after !== undefined);
  return { rows, rejects, gaps };
}
