// First pass of a rollback: imported conversations are deleted, unless people wrote or acted in them since.

import { refKey, type StandingOperation } from "../../journal/journal.ts";
import { ticketIdOf } from "../../model/continued.ts";
import type { ObservedConversation, ObservedPart } from "../../model/observed.ts";
import type { Saying } from "../../model/sayings/saying.ts";
import { findLaterParts } from "../../write/find-later-parts.ts";
import type { RollbackRun } from "./rollback-run.ts";

export async function undoConversations(run: RollbackRun): Promise<void> {
  await run.each(jobs(run));
}

/** One a ticket: its further conversations were made after its first, and so come before it. */
async function* jobs(run: RollbackRun): AsyncGenerator<() => Promise<void>> {
  const further = new Map<string, StandingConversation[]>();
  for await (const one of standingConversations(run)) {
    const { id } = one.create.source;
    const ticketId = ticketIdOf(id);
    const others = further.get(ticketId) ?? [];
    if (id === ticketId) {
      further.delete(ticketId);
      yield () => undoTicket(run, [one, ...others]);
    } else further.set(ticketId, [...others, one]);
  }
  for (const others of further.values()) yield () => undoTicket(run, others);
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

/** Where people worked in one conversation of a ticket, all of them are kept: they are one story. */
async function undoTicket(run: RollbackRun, conversations: readonly StandingConversation[]): Promise<void> {
  const { destination, force } = run.options;
  const looked: Looked[] = [];
  for (const one of conversations) {
    const observed = await run.read(() => destination.fetchConversation(one.create.destinationId));
    const [later] = observed && !force ? findLaterParts(observed, one.create, one.rows) : [];
    looked.push({ ...one, observed, later });
  }
  const worked = looked.find(({ later }) => later !== undefined);
  for (const one of looked) {
    if (worked && one.observed) keep(run, one.observed, one.later, worked.create.destinationId);
    else await undoConversation(run, one);
  }
}

interface Looked extends StandingConversation {
  readonly observed: ObservedConversation | null;
  /** The first that people did in it. */
  readonly later: ObservedPart | undefined;
}

function keep(
  run: RollbackRun,
  { id, companyId }: ObservedConversation,
  later: ObservedPart | undefined,
  workedId: string,
): void {
  const who = later?.author.kind === "admin" ? "teammate" : "customer";
  const reason: Saying = later
    ? {
        code: "worked_in",
        args: { who, partType: later.partType, at: new Date(later.createdAt * 1000).toISOString() },
      }
    : { code: "other_conversation_kept", args: { conversationId: workedId } };
  run.keep("conversation", id, reason);
  if (companyId) run.neededCompanies.add(companyId);
}

async function undoConversation(run: RollbackRun, { create, rows, observed }: Looked): Promise<void> {
  const conversationId = create.destinationId;
  if (observed && !(await run.undo("conversation", { kind: "delete-conversation", conversationId }))) return;
  run.deleted.conversation += 1;
  await run.markUndone(rows);
}
