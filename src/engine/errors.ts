// One class per way of recovery; nothing branches on a message. Every error says what a person can do.

export interface ErrorFacts {
  /** Stable, lower-case with underscores: `rate_limited`, `token_revoked`, `invalid_created_at`. */
  readonly code: string;
  /** One sentence: what happened. Never holds a secret. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly remedy: string;
  readonly cause?: unknown;
  /** The vendor's id of the request, for its support. */
  readonly requestId?: string;
}

export type Recovery = "retry" | "wait" | "skip" | "ask" | "abort" | "settle";

export abstract class CutoverError extends Error {
  abstract readonly recovery: Recovery;
  readonly code: string;
  readonly remedy: string;
  readonly requestId: string | undefined;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.code = facts.code;
    this.remedy = facts.remedy;
    this.requestId = facts.requestId;
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
