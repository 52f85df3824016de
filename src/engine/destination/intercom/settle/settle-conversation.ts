// Finds out by reading what became of a lost write to a conversation.

import { sameValue } from "../../../converge/verdicts.ts";
import type { Action, Settlement } from "../../../model/action.ts";
import type { ObservedConversation } from "../../../model/observed.ts";
import { normalizeText } from "../../../values/text.ts";
import type { ConversationAnswer } from "../api/schema.ts";
import type { Reads } from "../reads/reads.ts";
import { findPart, wordsOf } from "../writes/match-part.ts";
import { idOfChange } from "../writes/write-conversations.ts";
import { believableAgeMs, type SearchLag } from "./settle-lag.ts";
import type { TakenIds } from "./taken-ids.ts";

type ActionOf<K extends Action["kind"]> = Extract<Action, { readonly kind: K }>;

export const ABSENT: Settlement = { kind: "absent" };
export const applied = (destinationId: string, created: boolean, before?: unknown): Settlement => ({
  kind: "applied",
  outcome: { destinationId, created, ...(before === undefined ? {} : { before }) },
});

export interface LagOptions {
  /** How long a new conversation may be missing in search at most before its absence is believed. */
  readonly searchLagMs: number;
  /** What this process has learned about the lag: with it, absence is believed sooner. */
  readonly learned: SearchLag;
  /** Which of these conversations search shows now. */
  readonly fetchVisible: (ids: readonly string[], signal?: AbortSignal) => Promise<ReadonlySet<string>>;
  readonly now: () => Date;
}

/** Candidates of one contact in four days; more look-alikes than that are not told apart. */
const MAX_CANDIDATES = 1500;
const FIRST_POLL_MS = 1000;
const MAX_POLL_MS = 20_000;

export interface CreationTools {
  readonly reads: Reads;
  readonly lag: LagOptions;
  /** What this process knows as somebody's. */
  readonly known: TakenIds;
}

export interface LostCreation {
  readonly action: ActionOf<"create-conversation">;
  readonly sentAt: Date;
  /** What the journal knows as somebody's. */
  readonly taken: { has(id: string): boolean };
}

/**
 * By contact, exact `created_at` and opening text. What bears a title already is another write's; so is what this
 * process or the journal knows as somebody's.
 */
export async function settleCreation(
  { reads, lag, known }: CreationTools,
  { action, sentAt, taken }: LostCreation,
  signal?: AbortSignal,
): Promise<Settlement> {
  const words = normalizeText(action.body);
  const isIt = (one: ConversationAnswer) =>
    one.created_at === action.createdAt &&
    !one.title &&
    !taken.has(one.id) &&
    !known.has(one.id) &&
    wordsOf(one.source?.body ?? "") === words;
  const options = { around: action.createdAt, limit: MAX_CANDIDATES };
  const found = (await reads.searchConversations(action.contactId, options, signal)).filter(isIt);
  const [first] = found.sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
  // Two lost look-alikes may be settled at once: the first to come here takes it.
  if (first !== undefined) {
    known.add(first.id);
    return applied(first.id, true);
  }
  const age = lag.now().getTime() - sentAt.getTime();
  if (age >= lag.searchLagMs) return ABSENT;
  // The age counts from before the search: what appears while witnesses are looked for is found the next time.
  const enough = await fetchBelievableAge(lag, sentAt, signal);
  if (age >= enough) return ABSENT;
  const poll = Math.min(MAX_POLL_MS, Math.max(FIRST_POLL_MS, age / 2));
  return { kind: "uncertain", retryInMs: Math.max(10, Math.min(poll, enough - age)) };
}

/** Looks for witnesses first. A workspace that refuses such a search costs the maximum, and nothing else. */
async function fetchBelievableAge(lag: LagOptions, sentAt: Date, signal?: AbortSignal): Promise<number> {
  const { learned, searchLagMs } = lag;
  const ids = learned.toLookFor(lag.now().getTime());
  if (ids.length > 0) {
    const visible = await lag.fetchVisible(ids, signal);
    learned.saw(visible, lag.now().getTime(), searchLagMs);
  }
  const measured = learned.measuredSince(sentAt.getTime(), lag.now().getTime());
  return believableAgeMs(measured, searchLagMs);
}

/** Whether a conversation is as the action would make it. */
function holds(
  action: ActionOf<"update-conversation" | "assign-team" | "assign-admin" | "set-state">,
  observed: ObservedConversation,
): boolean {
  switch (action.kind) {
    case "assign-team":
      return (observed.teamId ?? "0") === action.assigneeId;
    case "assign-admin":
      return (observed.adminId ?? "0") === action.assigneeId;
    case "set-state":
      return observed.state === action.state;
    case "update-conversation":
      return (
        normalizeText(observed.title ?? "") === normalizeText(action.title) &&
        (action.companyId === undefined || observed.companyId === action.companyId) &&
        Object.entries(action.attributes).every(([name, value]) => {
          const found = observed.attributes[name];
          return value === null ? found === undefined : found !== undefined && sameValue(value, found);
        })
      );
  }
}

/** All of these are read from the conversation itself, which never lags. */
export async function settleChange(
  reads: Reads,
  action: ActionOf<"add-part" | "update-conversation" | "assign-team" | "assign-admin" | "set-state">,
  taken: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Settlement> {
  const observed = await reads.conversation(action.conversationId, signal);
  if (!observed) return ABSENT;
  if (action.kind === "add-part") {
    const part = findPart(action, observed.parts, taken);
    return part ? applied(part.id, true) : ABSENT;
  }
  if (!holds(action, observed)) return ABSENT;
  return applied(idOfChange(action, observed.parts, taken), action.kind !== "update-conversation");
}
