// A conversation that changed on both sides since it was moved: people's state and assignment stay, and it is told.
import { SkipError } from "../../errors.ts";
import type { JournalScope } from "../../journal/journal.ts";
import type { Applied, Operation } from "../../model/operation.ts";
import { findLaterParts } from "../../write/find-later-parts.ts";
import { withRetry } from "../../write/retry.ts";
import type { SettleTools } from "../../write/settle.ts";

export interface ConflictTools extends SettleTools {
  readonly scope: JournalScope;
  /** Whose state and assignee stay where both sides changed; `keep` when absent. */
  readonly conflicts?: "keep" | "overwrite" | undefined;
}

/** Steps that undo what somebody did in the inbox. Messages and attributes are ConnectWise's own, and always written. */
const AGENT_STEPS = new Set(["team", "admin", "state"]);

export interface ConflictResolution {
  readonly operations: readonly Operation[];
  /** To be listed with the record; what was left out is due again with the next run. */
  readonly conflict?: SkipError;
}

/**
 * One read where a later run would reassign, close, snooze or open a conversation; none otherwise. Under `overwrite`
 * everything is written, and the journal keeps what it was written over.
 */
export async function resolveConflicts(
  { journal, scope, destination, clock, signal, conflicts }: ConflictTools,
  operations: readonly Operation[],
  applied: Applied,
): Promise<ConflictResolution> {
  const conversationId = applied.get("create")?.destinationId;
  // Before the first run was through, nothing but our own is there to be undone.
  const moved = applied.get("attributes")?.state === "done" && conversationId !== undefined;
  const due = operations.filter(({ step }) => AGENT_STEPS.has(step));
  if (!moved || due.length === 0) return { operations };
  const [source] = due.map((operation) => operation.source);
  const observed = await withRetry(() => destination.fetchConversation(conversationId), clock, signal);
  if (!observed || !source) return { operations };
  const rows = await journal.loadStandingOf(scope, source);
  const create = rows.find(({ step }) => step === "create");
  const [later] = create ? findLaterParts(observed, create, rows) : [];
  if (!later) return { operations };
  const at = new Date(later.createdAt * 1000).toISOString();
  const changed = due.filter(({ asserts }) => !asserts);
  const what = changed.map(({ step }) => (step === "admin" ? ("assignee" as const) : ("state" as const)));
  // Who has it now was decided by people, and ConnectWise says nothing new.
  if (changed.length === 0) return { operations: operations.filter(({ asserts }) => !asserts) };
  if (conflicts === "overwrite") {
    const overwrote = { partType: later.partType, at, what };
    return {
      operations: operations.map((one) =>
        AGENT_STEPS.has(one.step) ? { ...one, image: { ...one.image, overwrote } } : one,
      ),
    };
  }
  return {
    operations: operations.filter(({ step }) => !AGENT_STEPS.has(step)),
    conflict: new SkipError({
      code: "changed_on_both_sides",
      args: { what, partType: later.partType, at, kept: true },
    }),
  };
}
