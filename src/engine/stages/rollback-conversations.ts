// First pass of a rollback: imported conversations are deleted, unless people wrote or acted in them since.
import { refKey, type StandingOperation } from "../journal/journal.ts";
import type { ObservedConversation, ObservedPart } from "../model/observed.ts";
import type { RollbackRun } from "./rollback-run.ts";

export async function undoConversations(run: RollbackRun): Promise<void> {
  await run.each(jobs(run));
}

async function* jobs(run: RollbackRun): AsyncGenerator<() => Promise<void>> {
  for await (const { create, rows } of standingConversations(run)) {
    yield () => undoConversation(run, create, rows);
  }
}

export interface StandingConversation {
  readonly create: StandingOperation;
  /** All rows of the record, newest first. */
  readonly rows: readonly StandingOperation[];
}

/** Each imported conversation that stands, once. */
export async function* standingConversations(
  run: Pick<RollbackRun, "standing">,
): AsyncGenerator<StandingConversation> {
  const pending = new Map<string, StandingOperation[]>();
  for await (const row of run.standing()) {
    if (row.source.type !== "ticket") continue;
    const key = refKey(row.source);
    const rows = pending.get(key) ?? [];
    pending.set(key, rows);
    rows.push(row);
    // The oldest row of a record is the one that made it.
    if (row.actionKind !== "create-conversation") continue;
    pending.delete(key);
    yield { create: row, rows };
  }
}

async function undoConversation(
  run: RollbackRun,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): Promise<void> {
  const conversationId = create.destinationId;
  const observed = await run.read(() => run.options.destination.fetchConversation(conversationId));
  if (observed && !run.options.insist) {
    const [foreign] = findForeignParts(observed, create, rows);
    if (foreign) {
      const who = foreign.author.kind === "admin" ? "A teammate" : "The contact";
      const when = new Date(foreign.createdAt * 1000).toISOString();
      run.keep(
        "conversation",
        conversationId,
        `${who} worked in it after the import (${foreign.partType}, ${when}).`,
      );
      if (observed.companyId) run.neededCompanies.add(observed.companyId);
      return;
    }
  }
  if (observed && !(await run.undo("conversation", { kind: "delete-conversation", conversationId }))) return;
  run.deleted.conversation += 1;
  await run.markUndone(rows);
}

const MESSAGES = new Set(["comment", "note", "quick_reply"]);
const CHANGES = new Set(["close", "open", "snoozed", "assignment"]);
/** Clocks differ. */
const SKEW_SECONDS = 5;

/** Parts of people's that no row of ours stands for, dated after the import began. */
export function findForeignParts(
  observed: ObservedConversation,
  create: StandingOperation,
  rows: readonly StandingOperation[],
): readonly ObservedPart[] {
  const ours = new Set(rows.map((row) => row.destinationId));
  const since = Math.floor(create.doneAt.getTime() / 1000) - SKEW_SECONDS;
  // Where answers did not show our own changes, theirs can't be told from ours.
  const changesKnown = rows.every(
    (row) => !/^(set-state|assign-)/.test(row.actionKind) || row.destinationId !== observed.id,
  );
  return observed.parts.filter(
    (part) =>
      !ours.has(part.id) &&
      part.author.kind !== "bot" &&
      part.createdAt >= since &&
      (MESSAGES.has(part.partType) || (changesKnown && CHANGES.has(part.partType))),
  );
}
