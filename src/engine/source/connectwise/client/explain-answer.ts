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

/** ConnectWise answers 401 to wrong keys and to a client id that is missing or another integrator's. */
const NEW_KEYS =
  "In ConnectWise open System > Members > API Members, check the company id, create a new pair of keys for the API member, and enter them again. Check the client id as well: it must be your own from developer.connectwise.com, and one that is missing or belongs to somebody else is refused in the same way.";

/** The vendor's code and sentence; on-prem proxies and 429s have other shapes, so nothing is relied on. */
function vendorWords(body: unknown): { readonly code: string; readonly message: string } {
  if (typeof body !== "object" || body === null) return { code: "", message: "" };
  const { code, message } = body as { code?: unknown; message?: unknown };
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message.replace(/\s+/g, " ").slice(0, 200) : "",
  };
}

export function refusedCredentials(answer?: JsonResponse): AskError {
  return new AskError({
    code: "credentials_refused",
    message: "ConnectWise does not accept these credentials.",
    remedy: NEW_KEYS,
    ...(answer?.requestId === undefined ? {} : { requestId: answer.requestId }),
  });
}

/**
 * @param path what was asked, without its query: names the object, holds no secret
 */
export function explainAnswer(answer: JsonResponse, path: string): CutoverError {
  const words = vendorWords(answer.body);
  const known = answer.requestId === undefined ? {} : { requestId: answer.requestId };
  const said = words.message ? ` It said: “${words.message}”.` : "";
  if (/SSL is required/i.test(words.message)) {
    return new AskError({
      code: "api_host_needed",
      message: "ConnectWise wants its API host, not the address of the web client.",
      remedy: "Use the address that starts with api-, for example https://api-na.myconnectwise.net.",
      ...known,
    });
  }
  switch (answer.status) {
    case 401:
      return refusedCredentials(answer);
    case 403:
      return new AskError({
        code: RIGHT_MISSING,
        message: `ConnectWise lets this API member not read ${path}.${said}`,
        remedy:
          "Give the API member's security role the inquire level All for this module (and for every service board), then go on.",
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
  const what = answer === undefined ? "empty" : "no list";
  return new RetryError({
    code: "odd_answer",
    message: `ConnectWise's answer to ${path} is ${what}, again and again.${message ? ` It said: “${message}”.` : ""}`,
    remedy:
      "Look at ConnectWise (and at a proxy before it, if there is one), and run the extraction again: nothing was taken as empty.",
  });
}

/** `service/tickets/17`, and not a list below it. */
function isOneRecord(path: string): boolean {
  return /\/\d+$|\/download$|inlineimages/.test(path);
}

function gone(path: string, known: Known): SkipError {
  return new SkipError({
    code: NOT_FOUND,
    message: `ConnectWise has no ${path} (any more).`,
    remedy: "It was probably deleted in ConnectWise; nothing to do if so.",
    ...known,
  });
}

/** A list that answers so says nothing about the record it belongs to: older servers lack some lists. */
function notOffered(path: string, status: number, known: Known): SkipError {
  return new SkipError({
    code: NOT_OFFERED,
    message: `This ConnectWise does not offer the list ${path} (status ${status}).`,
    remedy:
      "Older versions of ConnectWise lack some lists: nothing to do if you don't use it there. Otherwise update ConnectWise, and run the extraction again.",
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
    message: answer.html
      ? `A web page with status ${answer.status} came back instead of ConnectWise's data.`
      : `ConnectWise answers with status ${answer.status}, again and again.`,
    remedy:
      "Wait and resume; everything read so far is kept. If it lasts, look at ConnectWise's status page, or at your server if it is your own.",
    ...known,
  });
}

function refusedRequest(answer: JsonResponse, path: string, said: string, known: Known): CutoverError {
  if (answer.status >= 300 && answer.status < 400) {
    return new AskError({
      code: "redirected",
      message: `The address answers with a redirect (status ${answer.status}) instead of ConnectWise's data.`,
      remedy: "Enter the address of ConnectWise's API itself, for example https://api-na.myconnectwise.net.",
      ...known,
    });
  }
  if (answer.status === 407 || answer.html) {
    return new AskError({
      code: "proxy_answered",
      message: `A proxy or firewall refused the request to ConnectWise (status ${answer.status}).`,
      remedy: "Allow this machine to reach the ConnectWise API directly.",
      ...known,
    });
  }
  return new AbortError({
    code: "request_refused",
    message: `ConnectWise refuses how ${path} was asked (status ${answer.status}).${said}`,
    remedy: "Report it with the request id: this ConnectWise wants to be asked in another way.",
    ...known,
  });
}
