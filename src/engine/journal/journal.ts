// What the journal promises: an intent is durable before its request leaves, and every outcome is kept.
import type { Action, ActionOutcome } from "../model/action.ts";
import type { Applied, JournalRef, Operation, OperationState } from "../model/operation.ts";

/** One migration's writes into one workspace. */
export interface JournalScope {
  readonly migrationId: string;
  readonly environment: "staging" | "production";
  /** Of what stands and what is open, only what these runs wrote; absent: everything. */
  readonly runs?: readonly string[];
}

/** A row whose outcome is not known: sent before a crash, or answered by silence. */
export interface UnsettledOperation {
  readonly id: string;
  readonly source: JournalRef;
  readonly step: string;
  readonly contentHash: string;
  readonly action: Action;
  readonly sentAt: Date;
  readonly runId: string;
}

/** A write that stands, as a rollback needs it. */
export interface StandingOperation {
  readonly id: string;
  readonly runId: string;
  readonly source: JournalRef;
  readonly step: string;
  readonly actionKind: Action["kind"];
  readonly destinationId: string;
  readonly created: boolean;
  readonly before?: unknown;
  readonly doneAt: Date;
}

export interface JournalExtent {
  readonly operations: number;
  readonly standing: number;
  readonly first?: string;
  readonly last?: string;
}

export interface JournalledIntent {
  /** Row id. */
  readonly id: string;
  readonly operation: Operation;
}

export interface Journal {
  /**
   * What is known of each record's steps; failed and undone ones are left out, unknown ones are in it. An intent
   * shows only where nothing of its step was ever sent.
   */
  loadApplied(scope: JournalScope, refs: readonly JournalRef[]): Promise<ReadonlyMap<string, Applied>>;
  /** Destination ids of records that were created, adopted or are otherwise linked; key: `refKey(ref)`. */
  loadLinks(scope: JournalScope, refs: readonly JournalRef[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Records intents. An operation that already has a row (same scope, record, step and content) in state
   * `intended` or `failed` is taken up again under a new id, and one that is done and stands is left out of the
   * answer: there is nothing to write. Old content that other content was written over is a new row. A record
   * and step with any row in `sent` or `unknown` is refused with an AbortError: settle it first.
   */
  intend(
    scope: JournalScope,
    runId: string,
    operations: readonly Operation[],
  ): Promise<readonly JournalledIntent[]>;
  /** Resolves when `sent` and the resolved action are durable; many callers share one commit. */
  sent(id: string, action: Action, at: Date): Promise<void>;
  /** Outcomes share commits too; resolves when durable. `done` also writes the link of a record's first step. */
  done(id: string, outcome: ActionOutcome, at: Date): Promise<void>;
  failed(
    id: string,
    error: { readonly code: string; readonly message: string; readonly requestId?: string },
  ): Promise<void>;
  unknown(id: string): Promise<void>;
  /** Back to `intended`: the destination says it was never applied. */
  absent(id: string): Promise<void>;
  /** Rows in `sent` or `unknown`; after a crash these are settled before anything else is written. */
  loadUnsettled(scope: JournalScope): Promise<readonly UnsettledOperation[]>;
  /** Every write that stands, newest first, in pages of at most `limit` rows before `beforeId`. */
  loadStanding(scope: JournalScope, limit: number, beforeId?: string): Promise<readonly StandingOperation[]>;
  /** The same of one record, older content included. */
  loadStandingOf(scope: JournalScope, ref: JournalRef): Promise<readonly StandingOperation[]>;
  /** A rollback undid these rows. */
  undone(ids: readonly string[], at: Date): Promise<void>;
  /** Its extent: rows, rows that stand, first and last row id (absent while it is empty). */
  measure(scope: JournalScope): Promise<JournalExtent>;
  /** Tickets and the (first) conversations they became, by ticket number, in pages after `after`. */
  listTicketLinks(
    scope: JournalScope,
    after: string | undefined,
    limit: number,
  ): Promise<readonly { readonly ticketId: string; readonly conversationId: string }[]>;
  countByState(scope: JournalScope): Promise<Readonly<Record<OperationState, number>>>;
  /** Waits for pending group commits. */
  flush(): Promise<void>;
}

/** The map key of a journal reference. */
export function refKey(ref: JournalRef): string {
  return `${ref.type}:${ref.id}`;
}

export type { Applied };
