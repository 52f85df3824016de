// Turns an answer of Intercom's that is no success into an error with a way of recovery.
import { z } from "zod";
import {
  AbortError,
  AskError,
  type CutoverError,
  type Refusal,
  RetryError,
  SettleError,
  SkipError,
  WaitError,
} from "../../../errors.ts";

export interface FailedAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly html: boolean;
  readonly requestId?: string;
  /** Milliseconds until the window ends, as the headers say; absent when they say nothing. */
  readonly resetInMs?: number;
  /** What was asked, without ids of people: `POST /conversations/{id}/reply`. */
  readonly route: string;
  readonly read: boolean;
}

const errorList = z.object({
  request_id: z.string().nullish(),
  errors: z
    .array(
      z.object({ code: z.string().nullish(), message: z.string().nullish(), field: z.string().nullish() }),
    )
    .min(1),
});

export interface ListedError {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly requestId?: string;
}

/** The first error of an `error.list`; undefined when the body is none. */
export function readErrorList(body: unknown): ListedError | undefined {
  const parsed = errorList.safeParse(body);
  const first = parsed.success ? parsed.data.errors[0] : undefined;
  if (!parsed.success || first === undefined) return undefined;
  const requestId = parsed.data.request_id ?? undefined;
  return {
    code: first.code ?? "unknown",
    message: (first.message ?? "").slice(0, 300),
    ...(first.field ? { field: first.field } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

/**
 * Importers handled the throttle of one conversation by waiting 15 s. Asking again sooner is often enough and costs
 * three requests at most.
 */
const THROTTLE_WAIT_MS = 4_000;
const DEFAULT_LIMIT_WAIT_MS = 10_000;

/** Statuses other than 2xx, 409 included (a caller that can use its id handles it before). */
export function explainAnswer(answer: FailedAnswer): CutoverError {
  const listed = readErrorList(answer.body);
  const requestId = answer.requestId ?? listed?.requestId;
  const { status, route } = answer;
  const known = {
    ...(requestId === undefined ? {} : { requestId }),
    ...(answer.read ? {} : { refusal: { route, status } }),
  };
  const said = listed
    ? `Intercom answered "${listed.message}" (${listed.code})`
    : `Intercom answered ${answer.status}`;
  if (status === 429) {
    return new WaitError({
      code: "rate_limited",
      message: "Intercom's quota for this app is used up for now.",
      remedy: "Nothing to do: it goes on by itself when the window ends.",
      waitMs: answer.resetInMs ?? DEFAULT_LIMIT_WAIT_MS,
      ...known,
    });
  }
  if (status >= 500 || status === 408) {
    const facts = {
      code: "server_error",
      message: `${said} to ${route}.`,
      remedy: "Nothing to do unless it keeps happening; then look at Intercom's status page.",
      ...known,
    };
    return answer.read ? new RetryError(facts) : new SettleError(facts);
  }
  if (status === 401) {
    return new AskError({
      code: "token_revoked",
      message: "Intercom no longer accepts the token it was connected with.",
      remedy:
        "Connect Intercom again with a valid access token, then resume: nothing is lost or written twice.",
      ...known,
    });
  }
  if (status === 403) {
    return new AskError({
      code: answer.html ? "proxy_answered" : "forbidden",
      message: answer.html
        ? "A web page came back instead of Intercom's data: a proxy or firewall refused the request."
        : `${said} to ${route}: the token has no right to do this.`,
      remedy: answer.html
        ? "Check that this machine may reach Intercom's API directly."
        : "Give the token's app the missing permission in Intercom's Developer Hub, then resume.",
      ...known,
    });
  }
  return explainRefusal(answer, listed, said, known);
}

function explainRefusal(
  answer: FailedAnswer,
  listed: ListedError | undefined,
  said: string,
  known: { readonly requestId?: string; readonly refusal?: Refusal },
): CutoverError {
  const { status, route } = answer;
  if (status === 404 || status === 410) {
    return new SkipError({
      code: listed?.code && listed.code !== "unknown" ? listed.code : "not_found",
      message: `${said} to ${route}: what it refers to does not exist in Intercom (any more).`,
      remedy: "See whether somebody deleted or merged it in Intercom, then run again.",
      ...known,
    });
  }
  // Intercom gives this throttle no code of its own: its words are the only sign.
  if (status === 400 && /too many recent replies/i.test(listed?.message ?? "")) {
    return new WaitError({
      code: "conversation_throttled",
      message: "Intercom takes no more replies to this conversation for the moment.",
      remedy: "Nothing to do: this conversation goes on by itself, the others meanwhile.",
      waitMs: THROTTLE_WAIT_MS,
      ...known,
    });
  }
  if (status === 400 && (listed?.field === "created_at" || /\bcreated_at\b/.test(listed?.message ?? ""))) {
    return new SkipError({
      code: "invalid_created_at",
      message: `${said}: the original time was not accepted, and the record is not written without it.`,
      remedy: "Correct the date in the source, then run again.",
      ...known,
    });
  }
  // Whatever else refuses a write is this record's own, until others are refused alike.
  if ([400, 409, 413, 415, 422].includes(status) || (!answer.read && status >= 400 && status < 500)) {
    return new SkipError({
      code: status === 409 ? "conflict" : (listed?.code ?? "refused"),
      message: `${said} to ${route}.`,
      remedy: remedyOf(route),
      ...known,
    });
  }
  return new AbortError({
    code: "unexpected_answer",
    message: `${said} (status ${status}) to ${route}, which no documented case explains.`,
    remedy: "Check the address of the API; if it is right, report this with the request's id.",
    ...known,
  });
}

/** Where to look, by what was refused: a file and a message are the source's, an attribute may be the workspace's. */
function remedyOf(route: string): string {
  if (/\/reply$/.test(route)) {
    return "Look at this message in the source (its length, its files), or whether its author can still write in Intercom; then run again.";
  }
  if (/\/parts$/.test(route)) {
    return "Look in Intercom whether the team, the assignee and the acting teammate are still there and have inbox seats; then run again.";
  }
  if (/^PUT \/conversations/.test(route)) {
    return "Look in Intercom's settings for two active conversation attributes of one name, or an attribute that was changed; else correct the record's row of the field map. Then run again.";
  }
  return "Correct the record in the source or its row of the field map, then run again.";
}
