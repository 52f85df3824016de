// Asks ConnectWise: signs, paces, repeats what may be repeated (every request is a read), explains refusals.
import { CutoverError, RetryError } from "../../../errors.ts";
import { type Consume, createDownloadClient } from "../../../http/download-client.ts";
import { createJsonClient, type JsonClient, type JsonResponse } from "../../../http/json-client.ts";
import type { SourceCredentials } from "../../../model/migration.ts";
import { isOfAll } from "../../refusals.ts";
import { dropNulls } from "./border.ts";
import { type Codebase, fetchCodebase, readSite } from "./discovery.ts";
import { explainAnswer, explainOddAnswer, isPassing, refusedCredentials } from "./explain-answer.ts";
import { createPacing, type Pacing, type PacingOptions } from "./pacing.ts";
import { readRetryAfter } from "./retry-after.ts";

/** The model that the schemas at our border were written for; without it the newest answers. */
const MODEL_VERSION = "2026.4";

export interface ClientOptions {
  readonly pacing?: PacingOptions;
  /** Tries of one request before its trouble is passed on; default 7. A 429 is no try. */
  readonly maxTries?: number;
  /** First pause after trouble, doubled each time up to 15 s, with jitter; default 300 ms. */
  readonly backoffMs?: number;
  readonly random?: () => number;
  /** Wall clock, for `Retry-After` dates. */
  readonly clock?: () => Date;
  /** Milliseconds that one answer may take; default 60,000. */
  readonly timeoutMs?: number;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface ConnectWiseClient {
  /**
   * The parsed answer of a GET, nulls dropped. What is not as expected (by default an empty answer) is asked for again,
   * and then is trouble: it says nothing of what ConnectWise has. `more` finishes a record that was begun, and goes
   * before what begins another: the fewer are half read, the less a kill costs. Throws CutoverErrors; see
   * explain-answer.ts for which.
   */
  get(
    path: string,
    query?: Query,
    signal?: AbortSignal,
    kind?: "answer" | "more",
    isExpected?: (answer: unknown) => boolean,
  ): Promise<unknown>;
  /** True while it answers at all: trouble with one list is then that list's. */
  answers(signal?: AbortSignal): Promise<boolean>;
  /**
   * A file below the API (`system/documents/5/download`) or beside it (`../../api/inlineimages/…`), streamed. Never asked
   * for as JSON: ConnectWise would send its bytes as if they were text.
   */
  download<T>(path: string, consume: Consume<T>, signal?: AbortSignal): Promise<T>;
  /** Where the API lives; asked once and kept. */
  codebase(signal?: AbortSignal): Promise<Codebase>;
  /** By the header `Date` of the public page that names the codebase. */
  look(signal?: AbortSignal): Promise<{ readonly askedAt: Date; readonly serverTime?: Date }>;
  /** Scheme and host, e.g. `https://api-na.myconnectwise.net`. */
  readonly site: string;
  readonly pacing: Pacing;
  close(): Promise<void>;
}

/** 429s in a row after which waiting is given up: hours, at the pauses that ConnectWise asks for. */
const MAX_THROTTLED = 200;
/** An answer that is empty, or no list where there should be one, is asked for so often. */
const ODD_TRIES = 3;
/** Whoever gave a good answer so lately is not asked whether it lives. */
const LIVES_FOR_MS = 2_000;
/** A 404 makes us ask for the codebase again, but not for each of many deleted tickets. */
const REDISCOVER_AFTER_MS = 60_000;

/** @throws InputError when the site is no address */
export function createConnectWiseClient(
  credentials: NonNullable<SourceCredentials["connectwise"]>,
  options: ClientOptions = {},
): ConnectWiseClient {
  const site = readSite(credentials.url);
  const timeoutMs = options.timeoutMs ?? 60_000;
  const http: JsonClient = createJsonClient({
    vendor: "ConnectWise",
    headersTimeoutMs: timeoutMs,
    bodyTimeoutMs: timeoutMs,
  });
  const downloads = createDownloadClient({ vendor: "ConnectWise", timeoutMs });
  const pacing = createPacing(options.pacing);
  const maxTries = options.maxTries ?? 7;
  const backoffMs = options.backoffMs ?? 300;
  const random = options.random ?? Math.random;
  const now = options.pacing?.now ?? (() => performance.now());
  const clock = options.clock ?? (() => new Date());
  const identity = `${credentials.company}+${credentials.publicKey}:${credentials.privateKey}`;
  const authorization = `Basic ${Buffer.from(identity).toString("base64")}`;
  let found: Promise<Codebase> | undefined;
  let discoveredAt = Number.NEGATIVE_INFINITY;
  /** True once these credentials have read something: from then on a 404 means what it says. */
  let welcomed = false;
  let lastAnswerAt = Number.NEGATIVE_INFINITY;

  /** Repeats a read while its trouble passes; a 429 waits with everybody else. */
  async function persist(
    send: () => Promise<JsonResponse>,
    path: string,
    signal?: AbortSignal,
    kind: "answer" | "more" | "file" = "answer",
  ): Promise<JsonResponse> {
    let tries = 0;
    let throttled = 0;
    for (;;) {
      // A file, a further page or list finishes its ticket, and a repeat what was begun.
      const priority = tries + throttled > 0 ? 2 : kind === "answer" ? 0 : 1;
      const ask = async () => {
        const began = now();
        const answer = await send();
        // How long a file takes says nothing of how busy the server is.
        if (answer.status < 400 && kind !== "file") pacing.answered(now() - began);
        return answer;
      };
      const trouble = await pacing.run(ask, signal, priority).catch((error: unknown) => {
        if (error instanceof RetryError) return error;
        throw error;
      });
      if (!(trouble instanceof RetryError)) {
        if (trouble.status === 429 && throttled < MAX_THROTTLED) {
          throttled += 1;
          pacing.throttled(readRetryAfter(trouble.headers["retry-after"], clock()));
          continue;
        }
        if (!isPassing(trouble.status) && trouble.status !== 429) return trouble;
      }
      pacing.troubled();
      tries += 1;
      if (tries >= maxTries) {
        throw trouble instanceof CutoverError ? trouble : explainAnswer(trouble, path);
      }
      const pause = Math.min(backoffMs * 2 ** (tries - 1), 15_000);
      await pacing.sleep(pause * (0.5 + random() / 2), signal);
    }
  }

  function discover(signal?: AbortSignal): Promise<Codebase> {
    discoveredAt = now();
    let result: Codebase | undefined;
    const asked = persist(
      async () => {
        result = await fetchCodebase(http, site, credentials.company, signal);
        return { status: 200, headers: {}, body: undefined, html: false };
      },
      "login/companyinfo",
      signal,
    ).then(() => {
      if (!result) throw new TypeError("discovery ended without a codebase");
      return result;
    });
    found = asked;
    asked.catch(() => {
      // A failed discovery is not kept: the next request asks again. The failure itself reaches its caller.
      if (found === asked) found = undefined;
    });
    return asked;
  }

  /** Where the API lives after a 404: a request that left before somebody else found that it moved is told, too. */
  async function lookAgain(used: Codebase, signal?: AbortSignal): Promise<Codebase> {
    const known = await (found ?? discover(signal));
    if (known.apiUrl !== used.apiUrl) return known;
    return now() - discoveredAt > (welcomed ? REDISCOVER_AFTER_MS : 0) ? discover(signal) : known;
  }

  async function fetchAnswer(
    path: string,
    query: Query,
    signal: AbortSignal | undefined,
    kind: "answer" | "more",
  ): Promise<unknown> {
    const codebase = await (found ?? discover(signal));
    let answer = await send(path, query, codebase, signal, kind);
    if (answer.status === 404) {
      const moved = await lookAgain(codebase, signal);
      if (moved.apiUrl !== codebase.apiUrl) answer = await send(path, query, moved, signal, kind);
    }
    // In the cloud bad credentials can answer 404 on everything.
    if (answer.status === 404 && !welcomed) throw refusedCredentials(answer);
    if (answer.status >= 300) throw explainAnswer(answer, path);
    welcomed = true;
    lastAnswerAt = now();
    return dropNulls(answer.body);
  }

  async function send(
    path: string,
    query: Query,
    codebase: Codebase,
    signal: AbortSignal | undefined,
    kind: "answer" | "more",
  ): Promise<JsonResponse> {
    const url = `${codebase.apiUrl}/${path}${queryOf(query)}`;
    return persist(
      () =>
        http.request({
          method: "GET",
          url,
          read: true,
          signal,
          headers: {
            authorization,
            clientid: credentials.clientId,
            // An on-prem server may be older than our model and would refuse its version.
            accept: `application/vnd.connectwise.com+json${codebase.cloud ? `; version=${MODEL_VERSION}` : ""}`,
          },
        }),
      path,
      signal,
      kind,
    );
  }

  return {
    site,
    pacing,
    codebase: (signal) => found ?? discover(signal),
    async look(signal) {
      const askedAt = clock();
      const url = `${site}/login/companyinfo/${encodeURIComponent(credentials.company)}`;
      const { headers } = await http.request({ method: "GET", url, read: true, signal });
      const serverTime = new Date(headers.date ?? "");
      return { askedAt, ...(Number.isNaN(serverTime.getTime()) ? {} : { serverTime }) };
    },
    async get(path, query = {}, signal, kind = "answer", isExpected = (answer) => answer !== undefined) {
      for (let tries = 1; ; tries += 1) {
        const answer = await fetchAnswer(path, query, signal, kind);
        if (isExpected(answer)) return answer;
        pacing.troubled();
        if (tries >= ODD_TRIES) throw explainOddAnswer(answer, path);
        await pacing.sleep(Math.min(backoffMs * 2 ** (tries - 1), 15_000), signal);
      }
    },
    async answers(signal) {
      if (now() - lastAnswerAt < LIVES_FOR_MS) return true;
      try {
        await fetchAnswer("system/info", {}, signal, "answer");
        return true;
      } catch (error) {
        // A server that refuses this question, or doesn't know it, lives.
        return error instanceof CutoverError && !(error instanceof RetryError) && !isOfAll(error);
      }
    },
    async download<T>(path: string, consume: Consume<T>, signal?: AbortSignal) {
      const codebase = await (found ?? discover(signal));
      let { apiUrl } = codebase;
      const headers = {
        authorization,
        clientid: credentials.clientId,
        accept: "application/octet-stream, */*;q=0.5",
      };
      let result: { readonly value: T } | undefined;
      const send = async (): Promise<JsonResponse> => {
        const answer = await downloads.download(
          { url: new URL(path, `${apiUrl}/`).href, headers, signal },
          consume,
        );
        if ("refused" in answer) return answer.refused;
        result = answer;
        return { status: 200, headers: {}, body: undefined, html: false };
      };
      let answer = await persist(send, path, signal, "file");
      if (answer.status === 404) {
        const moved = await lookAgain(codebase, signal);
        if (moved.apiUrl !== apiUrl) {
          apiUrl = moved.apiUrl;
          answer = await persist(send, path, signal, "file");
        }
      }
      if (result === undefined) throw explainAnswer(answer, path);
      return result.value;
    },
    async close() {
      await Promise.all([http.close(), downloads.close()]);
    },
  };
}

/** Spaces as %20, never as plus. */
function queryOf(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
