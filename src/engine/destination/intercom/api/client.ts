// One paced request to Intercom: bearer, pinned version, governor before and after, answers through zod.
import type { z } from "zod";
import { AbortError, type CutoverError, SettleError } from "../../../errors.ts";
import type { JsonClient, JsonResponse } from "../../../http/json-client.ts";
import type { Governor } from "../../../pace/governor.ts";
import { explainAnswer } from "./explain-answer.ts";

export const INTERCOM_VERSION = "2.16";

export interface IntercomRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface IntercomAnswer<T> {
  readonly body: T;
  readonly requestId?: string;
}

export interface IntercomClient {
  /** Reads (a search by POST too): throws CutoverErrors, a lost answer is a RetryError. */
  read<T>(request: IntercomRequest, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T>;
  /** The headers of an answer, names in lower case. */
  headers(request: IntercomRequest, signal?: AbortSignal): Promise<Readonly<Record<string, string>>>;
  /** The same; null on 404 and 410. */
  readOrNull<T>(request: IntercomRequest, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T | null>;
  /** One write, never repeated: a lost or unreadable answer is a SettleError. */
  write<T>(request: IntercomRequest, schema: z.ZodType<T>, signal?: AbortSignal): Promise<IntercomAnswer<T>>;
  /** The same; a status of `statuses` comes back as its body instead of an error. */
  writeOr<T>(
    request: IntercomRequest,
    schema: z.ZodType<T>,
    statuses: readonly number[],
    signal?: AbortSignal,
  ): Promise<IntercomAnswer<T> | Refused>;
  /** What `write` throws for such an answer. */
  explain(request: IntercomRequest, refused: Refused): CutoverError;
}

/** A refused request, as `writeOr` gives it back. */
export interface Refused {
  readonly status: number;
  readonly refused: unknown;
  readonly requestId?: string;
}

export interface IntercomClientOptions {
  readonly url: string;
  readonly token: string;
  readonly governor: Governor;
  readonly http: JsonClient;
  readonly now: () => Date;
}

const number = (text: string | undefined) => {
  const value = text === undefined ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
};

/** Ids are taken out, so that a route can be shown and counted. */
const routeOf = ({ method, path }: IntercomRequest) =>
  `${method} ${path.replace(/\/(?=[^/]*\d)[^/]+/g, "/{id}")}`;

export function createIntercomClient(options: IntercomClientOptions): IntercomClient {
  const base = options.url.replace(/\/+$/, "");
  const headers = { authorization: `Bearer ${options.token}`, "intercom-version": INTERCOM_VERSION };

  async function send(request: IntercomRequest, read: boolean, signal?: AbortSignal) {
    const query = request.query ? `?${new URLSearchParams(request.query)}` : "";
    await options.governor.acquire(signal);
    const answer = await options.http.request({
      method: request.method,
      url: `${base}${request.path}${query}`,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      read,
      signal,
    });
    return { answer, resetInMs: report(answer) };
  }

  function report(answer: JsonResponse): number | undefined {
    const limit = number(answer.headers["x-ratelimit-limit"]);
    const remaining = number(answer.headers["x-ratelimit-remaining"]);
    const reset = number(answer.headers["x-ratelimit-reset"]);
    const retryAfter = number(answer.headers["retry-after"]);
    const limited = answer.status === 429;
    const untilReset =
      reset === undefined ? undefined : Math.max(250, reset * 1000 - options.now().getTime());
    const resetInMs = retryAfter === undefined ? untilReset : retryAfter * 1000;
    options.governor.report({
      headers: {
        ...(limit === undefined ? {} : { limit }),
        ...(remaining === undefined ? {} : { remaining }),
        ...(reset === undefined ? {} : { reset }),
      },
      limited,
      ...(limited && resetInMs !== undefined ? { retryAfterMs: resetInMs } : {}),
    });
    return resetInMs;
  }

  const failure = (request: IntercomRequest, answer: JsonResponse, read: boolean, resetInMs?: number) =>
    explainAnswer({
      status: answer.status,
      body: answer.body,
      html: answer.html,
      route: routeOf(request),
      read,
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
      ...(resetInMs === undefined ? {} : { resetInMs }),
    });

  function parse<T>(request: IntercomRequest, answer: JsonResponse, schema: z.ZodType<T>, read: boolean): T {
    const parsed = schema.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    const facts = {
      code: "answer_unexpected" as const,
      args: { of: "form" as const, route: routeOf(request), field: where },
      ...(answer.requestId === undefined ? {} : { requestId: answer.requestId }),
    };
    throw read ? new AbortError(facts) : new SettleError(facts);
  }

  const ok = (answer: JsonResponse) => answer.status >= 200 && answer.status < 300;
  const withId = <T extends object>(answer: JsonResponse, rest: T) =>
    answer.requestId === undefined ? rest : { ...rest, requestId: answer.requestId };

  const client: IntercomClient = {
    explain: (request, { status, refused, requestId }) =>
      explainAnswer({
        ...{ status, body: refused, html: false, route: routeOf(request), read: false },
        ...(requestId === undefined ? {} : { requestId }),
      }),
    async read(request, schema, signal) {
      const { answer, resetInMs } = await send(request, true, signal);
      if (!ok(answer)) throw failure(request, answer, true, resetInMs);
      return parse(request, answer, schema, true);
    },
    async headers(request, signal) {
      const { answer, resetInMs } = await send(request, true, signal);
      if (!ok(answer)) throw failure(request, answer, true, resetInMs);
      return answer.headers;
    },
    async readOrNull(request, schema, signal) {
      const { answer, resetInMs } = await send(request, true, signal);
      if (answer.status === 404 || answer.status === 410) return null;
      if (!ok(answer)) throw failure(request, answer, true, resetInMs);
      return parse(request, answer, schema, true);
    },
    async write(request, schema, signal) {
      const { answer, resetInMs } = await send(request, false, signal);
      if (!ok(answer)) throw failure(request, answer, false, resetInMs);
      return withId(answer, { body: parse(request, answer, schema, false) });
    },
    async writeOr(request, schema, statuses, signal) {
      const { answer, resetInMs } = await send(request, false, signal);
      if (statuses.includes(answer.status)) {
        return withId(answer, { status: answer.status, refused: answer.body });
      }
      if (!ok(answer)) throw failure(request, answer, false, resetInMs);
      return withId(answer, { body: parse(request, answer, schema, false) });
    },
  };
  return client;
}
