// Pages as Intercom cuts them: cursors for contacts and conversations, numbers elsewhere.
import { invalid } from "./api-error.ts";

export interface CursorPage<T> {
  readonly items: T[];
  readonly pages: object;
  readonly total: number;
}

const encode = (offset: number) => Buffer.from(JSON.stringify([offset])).toString("base64url");

function decode(cursor: string): number {
  try {
    const [offset] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Number.isInteger(offset) && offset >= 0) return offset;
  } catch (cause) {
    throw invalid(`starting_after is invalid: ${String(cause)}`, "pagination.starting_after");
  }
  throw invalid("starting_after is invalid", "pagination.starting_after");
}

/** One page; `perPage` outside 1 to `max` is refused. */
export function assembleCursorPage<T>(
  all: readonly T[],
  perPage: number,
  max: number,
  cursor?: string | null,
): CursorPage<T> {
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > max) {
    throw invalid(`Per Page is invalid: 1 to ${max}`, "pagination.per_page");
  }
  const offset = cursor ? decode(cursor) : 0;
  const end = offset + perPage;
  const pages = {
    type: "pages",
    page: Math.floor(offset / perPage) + 1,
    per_page: perPage,
    total_pages: Math.ceil(all.length / perPage),
    ...(end < all.length ? { next: { per_page: perPage, starting_after: encode(end) } } : {}),
  };
  return { items: all.slice(offset, end), pages, total: all.length };
}

/** One numbered page from the query `page` and `per_page`; without `next`, whose form differs by endpoint. */
export function assembleNumberedPage<T>(
  all: readonly T[],
  query: Record<string, string>,
  standard: number,
  max: number,
) {
  const perPage = query.per_page === undefined ? standard : Number(query.per_page);
  const page = query.page === undefined ? 1 : Number(query.page);
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > max)
    throw invalid("per_page is invalid", "per_page");
  if (!Number.isInteger(page) || page < 1) throw invalid("page is invalid", "page");
  const totalPages = Math.ceil(all.length / perPage);
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    pages: { type: "pages", page, per_page: perPage, total_pages: totalPages },
    next: page < totalPages ? page + 1 : null,
    total: all.length,
  };
}
