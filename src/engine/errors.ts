// One class per way of recovery. An error says a code and its arguments; the words room has message and remedy for it.
import type { ErrorSaying } from "./model/sayings/error-arguments.ts";

interface MoreFacts {
  /** The code that operators and `--json` see, where it is finer than ours: a vendor's own, or a wrapped error's. */
  readonly shownAs?: string;
  readonly cause?: unknown;
  /** The vendor's id of the request, for its support. */
  readonly requestId?: string;
  readonly refusal?: Refusal;
}

/** A vendor's answer that says no: which request, without ids, and the HTTP status. Refusals of many records compare by it. */
export interface Refusal {
  readonly route: string;
  readonly status: number;
}

/** Codes are stable, lower-case with underscores: `rate_limited`, `token_revoked`. Arguments never hold a secret. */
export type ErrorFacts = ErrorSaying & MoreFacts;

export type Recovery = "retry" | "wait" | "skip" | "ask" | "abort" | "settle";

const MAX_TEXT = 500;

/** Vendors' words and customers' names end somewhere, and a database takes no NUL. */
function bound<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll("\0", "").slice(0, MAX_TEXT) as T;
  if (Array.isArray(value)) return value.slice(0, 100).map(bound) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bound(one)])) as T;
}

/** For logs only; a face asks the words. */
const describe = (shown: string, { args }: ErrorSaying): string =>
  args === undefined ? shown : `${shown} ${JSON.stringify(args)}`.slice(0, 2 * MAX_TEXT);

export abstract class CutoverError extends Error {
  abstract readonly recovery: Recovery;
  readonly code: string;
  /** What happened and what to do, as the words room says it. */
  readonly saying: ErrorSaying;
  readonly requestId: string | undefined;
  readonly refusal: Refusal | undefined;

  constructor(facts: ErrorFacts) {
    const { code, args, shownAs = code } = facts;
    const saying = (args === undefined ? { code } : { code, args: bound(args) }) as ErrorSaying;
    super(describe(shownAs, saying), facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = shownAs;
    this.saying = saying;
    this.requestId = facts.requestId;
    this.refusal = facts.refusal;
  }
}

/** Passing trouble, and the request surely was not applied: do the same again after a moment. */
export class RetryError extends CutoverError {
  readonly recovery = "retry";
}

/** Everybody on this credential waits until the given time, then goes on. */
export class WaitError extends CutoverError {
  readonly recovery = "wait";
  /** Milliseconds to wait from now. */
  readonly waitMs: number;
  constructor(facts: ErrorFacts & { readonly waitMs: number }) {
    super(facts);
    this.waitMs = facts.waitMs;
  }
}

/** This record can't be moved; it becomes an exception and the run goes on. */
export class SkipError extends CutoverError {
  readonly recovery = "skip";
}

/** A person must do or decide something (a token, a right, a team); the run pauses. */
export class AskError extends CutoverError {
  readonly recovery = "ask";
}

/** Our fault or a broken invariant: stop at once, nothing more is written. */
export class AbortError extends CutoverError {
  readonly recovery = "abort";
}

/** A write whose answer was lost: read the destination; never repeat. */
export class SettleError extends CutoverError {
  readonly recovery = "settle";
}

/** Bad input by the caller: exit code 2 on the command line, a sentence in Slack. */
export class InputError extends AskError {}

/** A rule says no (a hash that is not the plan's, a role, a missing team): exit code 3. */
export class RefusedError extends AskError {}
