// ConnectWise's refusals as errors that say what to do; what each status means is in its developer guide.
import { AbortError, AskError, type CutoverError, RetryError, SkipError } from "../../../errors.ts";
import type { JsonResponse } from "../../../http/json-client.ts";

/** Codes that the adapter itself acts on. */
const RIGHT_MISSING = "right_missing";
export const NOT_FOUND = "not_found";
export const NOT_OFFERED = "not_offered";

export function isRightMissing(error: unknown): error is AskError {
  return error instanceof AskError && error.code === RIGHT_MISSING;
}

/** The vendor's code and sentence; on-prem proxies and 429s have other shapes, so nothing is relied on. */
function vendorWords(body: unknown): { readonly code: string; readonly message: string } {
  if (typeof body !== "object" || body === null) return { code: "", message: "" };
  const { code, message } = body as { code?: unknown; message?: unknown };
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message.replace(/\s+/g, " ").slice(0, 200) : "",
  };
}

/** ConnectWise answers 401 to wrong keys and to a client id that is missing or another integrator's. */
export function refusedCredentials(answer?: JsonResponse): AskError {
  return new AskError({
    code: "credentials_refused",
    ...(answer?.requestId === undefined ? {} : { requestId: answer.requestId }),
  });
}

/**
 * @param path what was asked, without its query: names the object, holds no secret
 */
export function explainAnswer(answer: JsonResponse, path: string): CutoverError {
  const words = vendorWords(answer.body);
  const known = answer.requestId === undefined ? {} : { requestId: answer.requestId };
  const said = words.message ? { said: words.message } : {};
  if (/SSL is required/i.test(words.message)) {
    return new AskError({ code: "api_host_needed", ...known });
  }
  switch (answer.status) {
    case 401:
      return refusedCredentials(answer);
    case 403:
      return new AskError({
        code: RIGHT_MISSING,
        args: { path, ...said },
        ...known,
      });
    case 404:
      return isOneRecord(path) ? gone(path, known) : notOffered(path, answer.status, known);
    case 405:
    case 501:
      return notOffered(path, answer.status, known);
    default:
      return isPassing(answer.status) ? passing(answer, known) : refusedRequest(answer, path, said, known);
  }
}

/** A 200 that is empty, a web page's stub or an error in disguise is no empty list: it says nothing of what there is. */
export function explainOddAnswer(answer: unknown, path: string): RetryError {
  const { message } = vendorWords(answer);
  return new RetryError({
    code: "odd_answer",
    args: { path, empty: answer === undefined, ...(message ? { said: message } : {}) },
  });
}

/** `service/tickets/17`, and not a list below it. */
function isOneRecord(path: string): boolean {
  return /\/\d+$|\/download$|inlineimages/.test(path);
}

function gone(path: string, known: Known): SkipError {
  return new SkipError({
    code: NOT_FOUND,
    args: { what: "path", path },
    ...known,
  });
}

/** A list that answers so says nothing about the record it belongs to: older servers lack some lists. */
function notOffered(path: string, status: number, known: Known): SkipError {
  return new SkipError({
    code: NOT_OFFERED,
    args: { path, status },
    ...known,
  });
}

interface Known {
  readonly requestId?: string;
}

/** Time-outs, and 5xx: in the cloud some 500s are time-outs in disguise, so a read is simply repeated. */
export function isPassing(status: number): boolean {
  return status === 408 || (status >= 500 && status !== 501);
}

function passing(answer: JsonResponse, known: Known): RetryError {
  return new RetryError({
    code: "server_trouble",
    args: { of: "connectwise", status: answer.status, webPage: answer.html },
    ...known,
  });
}

function refusedRequest(
  answer: JsonResponse,
  path: string,
  said: { readonly said?: string },
  known: Known,
): CutoverError {
  if (answer.status >= 300 && answer.status < 400) {
    return new AskError({ code: "redirected", args: { status: answer.status }, ...known });
  }
  if (answer.status === 407 || answer.html) {
    return new AskError({
      code: "proxy_answered",
      args: { of: "connectwise", status: answer.status },
      ...known,
    });
  }
  return new AbortError({
    code: "request_refused",
    args: { path, status: answer.status, ...said },
    ...known,
  });
}
