// Counts requests by what they asked for, so that a drill can say what an extraction costs and that it only reads.
import type { MiddlewareHandler } from "hono";

/** A request as it came, without its credentials. */
export interface SeenRequest {
  readonly method: string;
  /** Below the codebase and `/apis/3.0`; the whole path of what lies beside the API. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

export interface RequestCounts {
  total: number;
  /** Requests that weren't reads, whatever was answered. */
  writes: number;
  /** By method and path without codebase, numbers as `{id}`: `GET /service/tickets/{id}/notes`. */
  readonly byPattern: Record<string, number>;
  readonly byStatus: Record<number, number>;
  reset(): void;
}

export function makeRequestCounts(): RequestCounts {
  const counts: RequestCounts = {
    total: 0,
    writes: 0,
    byPattern: {},
    byStatus: {},
    reset() {
      counts.total = 0;
      counts.writes = 0;
      for (const key of Object.keys(counts.byPattern)) delete counts.byPattern[key];
      for (const key of Object.keys(counts.byStatus)) delete counts.byStatus[Number(key)];
    },
  };
  return counts;
}

const pathOf = (path: string) => path.replace(/^\/[^/]+\/apis\/3\.0/, "");

function patternOf(method: string, path: string): string {
  return `${method} ${pathOf(path).replace(/\/\d+(?=\/|$)/g, "/{id}")}`;
}

/** `onRequest` hears of each before it is answered. */
export function countRequests(
  counts: RequestCounts,
  onRequest?: (request: SeenRequest) => void,
): MiddlewareHandler {
  return async (c, next) => {
    onRequest?.({ method: c.req.method, path: pathOf(c.req.path), query: c.req.query() });
    counts.total += 1;
    // Two kinds of POST only read.
    const search = c.req.method === "POST" && /\/(search|bundles)$/.test(c.req.path);
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && !search) counts.writes += 1;
    const pattern = patternOf(c.req.method, c.req.path);
    counts.byPattern[pattern] = (counts.byPattern[pattern] ?? 0) + 1;
    await next();
    counts.byStatus[c.res.status] = (counts.byStatus[c.res.status] ?? 0) + 1;
  };
}
