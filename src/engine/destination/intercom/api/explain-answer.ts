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
import type { IntercomAnswer } from "../../../model/sayings/errors-of-writing.ts";

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
  const said = { route, status, ...(listed ? { said: { message: listed.message, code: listed.code } } : {}) };
  if (status === 429) {
    return new WaitError({
      code: "rate_limited",
      waitMs: answer.resetInMs ?? DEFAULT_LIMIT_WAIT_MS,
      ...known,
    });
  }
  if (status >= 500 || status === 408) {
    const facts = { code: "server_error" as const, args: said, ...known };
    return answer.read ? new RetryError(facts) : new SettleError(facts);
  }
  if (status === 401) {
    return new AskError({ code: "token_revoked", ...known });
  }
  if (status === 403) {
    return answer.html
      ? new AskError({ code: "proxy_answered", args: { of: "intercom" }, ...known })
      : new AskError({ code: "forbidden", args: said, ...known });
  }
  return explainRefusal(answer, listed, said, known);
}

function explainRefusal(
  answer: FailedAnswer,
  listed: ListedError | undefined,
  said: IntercomAnswer,
  known: { readonly requestId?: string; readonly refusal?: Refusal },
): CutoverError {
  const { status } = answer;
  if (status === 404 || status === 410) {
    return new SkipError({
      code: "reference_gone",
      args: said,
      shownAs: listed?.code && listed.code !== "unknown" ? listed.code : "not_found",
      ...known,
    });
  }
  // Intercom gives this throttle no code of its own: its words are the only sign.
  if (status === 400 && /too many recent replies/i.test(listed?.message ?? "")) {
    return new WaitError({ code: "conversation_throttled", waitMs: THROTTLE_WAIT_MS, ...known });
  }
  if (status === 400 && (listed?.field === "created_at" || /\bcreated_at\b/.test(listed?.message ?? ""))) {
    return new SkipError({ code: "invalid_created_at", args: { of: "answer", ...said }, ...known });
  }
  // Whatever else refuses a write is this record's own, until others are refused alike.
  if ([400, 409, 413, 415, 422].includes(status) || (!answer.read && status >= 400 && status < 500)) {
    return new SkipError({
      code: "refused",
      args: said,
      shownAs: status === 409 ? "conflict" : (listed?.code ?? "refused"),
      ...known,
    });
  }
  return new AbortError({ code: "unexpected_answer", args: said, ...known });
}
