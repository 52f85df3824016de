// One JSON request over undici, without any retry: what failed decides by its class what the caller may do.
import { Agent, request } from "undici";
import { RetryError, SettleError } from "../errors.ts";
import { explainFailure } from "./explain-failure.ts";

interface JsonRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Absolute URL; it may carry a query, never a secret. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent when absent. */
  readonly body?: unknown;
  /** True when repeating it changes nothing (a GET, a search by POST): a lost answer is then a RetryError. */
  readonly read: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface JsonResponse {
  readonly status: number;
  /** Names in lower case; of repeated headers the first. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` for an empty body and for what is not JSON (only on a non-2xx answer). */
  readonly body: unknown;
  /** True when the answer was HTML: a proxy, a firewall or a login page spoke instead of the vendor. */
  readonly html: boolean;
  readonly requestId?: string;
}

export interface JsonClientOptions {
  /** The vendor's name as people know it, for sentences. */
  readonly vendor: string;
  /** Sockets an origin at most; default 32. */
  readonly connections?: number;
  /** Milliseconds; defaults 10,000 to connect, 60,000 for the answer to begin, 60,000 between its pieces. */
  readonly connectTimeoutMs?: number;
  readonly headersTimeoutMs?: number;
  readonly bodyTimeoutMs?: number;
}

export interface JsonClient {
  /**
   * Any HTTP status is an answer and is returned.
   * @throws RetryError what surely never left, and every lost answer of a read
   * @throws SettleError a write that left and whose answer was lost or unreadable
   * @throws AskError TLS trouble
   * @throws the signal's reason, when it aborted before a write left, or during a read
   */
  request(request: JsonRequest): Promise<JsonResponse>;
  close(): Promise<void>;
}

/** A page of 1,000 records is a few megabytes; more than this is no answer to keep in memory. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;

export function createJsonClient(options: JsonClientOptions): JsonClient {
  // One agent keeps one pool of kept-alive sockets an origin.
  const agent = new Agent({
    connections: options.connections ?? 32,
    connect: { timeout: options.connectTimeoutMs ?? 10_000 },
    headersTimeout: options.headersTimeoutMs ?? 60_000,
    bodyTimeout: options.bodyTimeoutMs ?? 60_000,
    maxResponseSize: MAX_ANSWER_BYTES,
  });
  return {
    request: (what) => send(agent, options.vendor, what),
    close: () => agent.destroy(),
  };
}

async function send(agent: Agent, vendor: string, what: JsonRequest): Promise<JsonResponse> {
  what.signal?.throwIfAborted();
  const context = { vendor, host: new URL(what.url).host, read: what.read, signal: what.signal };
  try {
    const answer = await request(what.url, {
      dispatcher: agent,
      method: what.method,
      headers: {
        accept: "application/json",
        ...(what.body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
        ...what.headers,
      },
      ...(what.body === undefined ? {} : { body: JSON.stringify(what.body) }),
      ...(what.signal ? { signal: what.signal } : {}),
    });
    const headers = flattenHeaders(answer.headers);
    const text = await answer.body.text();
    return readAnswer(context, answer.statusCode, headers, text);
  } catch (error) {
    throw explainFailure(error, context);
  }
}

function readAnswer(
  context: { readonly vendor: string; readonly host: string; readonly read: boolean },
  status: number,
  headers: Record<string, string>,
  text: string,
): JsonResponse {
  const requestId = headers["x-request-id"] ?? headers["request-id"];
  const known = requestId === undefined ? {} : { requestId };
  const html =
    /^\s*<(!doctype|html|head|body)/i.test(text) || /text\/html/i.test(headers["content-type"] ?? "");
  if (text.trim() === "") return { status, headers, body: undefined, html, ...known };
  try {
    return { status, headers, body: JSON.parse(text), html: false, ...known };
  } catch {
    // The parser's own message quotes the body, which is customer text: it goes no further.
    if (status < 200 || status > 299) return { status, headers, body: undefined, html, ...known };
    throw unreadableAnswer(context, html, known);
  }
}

function unreadableAnswer(
  context: { readonly vendor: string; readonly host: string; readonly read: boolean },
  html: boolean,
  known: { readonly requestId?: string },
) {
  const facts = html
    ? {
        code: "proxy_answered" as const,
        args: { of: "host" as const, vendor: context.vendor, host: context.host },
        ...known,
      }
    : { code: "broken_answer" as const, args: { vendor: context.vendor }, ...known };
  return context.read ? new RetryError(facts) : new SettleError(facts);
}

function flattenHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = typeof value === "string" ? value : value?.[0];
    if (first !== undefined) flat[name.toLowerCase()] = first;
  }
  return flat;
}
