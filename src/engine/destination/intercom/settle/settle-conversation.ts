// Finds out by reading what became of a lost write to a conversation.

import { sameValue } from "../../../converge/verdicts.ts";
import type { ActionOf, Settlement } from "../../../model/action.ts";
import type { ObservedConversation } from "../../../model/observed.ts";
import { normalizeText } from "../../../values/text.ts";
import type { ConversationAnswer } from "../api/schema.ts";
import type { Reads } from "../reads/reads.ts";
import { findPart, wordsOf, wordsSent } from "../writes/match-part.ts";
import { idOfChange } from "../writes/write-conversations.ts";
import { isFresh } from "../writes/write-records.ts";
import { believableAgeMs, type SearchLag } from "./settle-lag.ts";
import type { TakenIds } from "./taken-ids.ts";

export const ABSENT: Settlement = { kind: "absent" };
export const applied = (destinationId: string, created: boolean, before?: unknown): Settlement => ({
  kind: "applied",
  outcome: { destinationId, created, ...(before === undefined ? {} : { before }) },
});

export interface LagOptions {
  /** How long a new conversation may be missing in search at most before its absence is believed. */
  readonly searchLagMs: number;
  /** How long a conversation may be missing when it is read by its id, or show less than it has. */
  readonly readLagMs: number;
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
 * By contact, `created_at` and opening text: the time that we gave it, else, as a workspace may ignore that, one since
 * `sentAt`. What bears a title already is another write's; so is what this process or the journal knows as somebody's.
 */
export async function settleCreation(
  { reads, lag, known }: CreationTools,
  { action, sentAt, taken }: LostCreation,
  signal?: AbortSignal,
): Promise<Settlement> {
  const words = wordsSent(action.body, true);
  const search = (around: number) =>
    reads.searchConversations(action.contactId, { around, limit: MAX_CANDIDATES }, signal);
  const choose = (candidates: readonly ConversationAnswer[], isTime: (createdAt: number) => boolean) =>
    candidates
      .filter((one) => isTime(one.created_at) && !one.title && !taken.has(one.id) && !known.has(one.id))
      .filter((one) => words.includes(wordsOf(one.source?.body ?? "")))
      .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }))[0];
  let first = choose(await search(action.createdAt), (at) => at === action.createdAt);
  if (first === undefined) {
    const fresh = await search(Math.floor(sentAt.getTime() / 1000));
    first = choose(fresh, (at) => isFresh(at, sentAt));
  }
  // Two lost look-alikes may be settled at once: the first to choose it takes it, with no wait in between.
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

/**
 * All of these are read from the conversation itself. A message that is missing there is asked for again before its
 * absence is believed; any other change may be repeated.
 */
export async function settleChange(
  reads: Reads,
  lag: LagOptions,
  action: ActionOf<"add-part" | "update-conversation" | "assign-team" | "assign-admin" | "set-state">,
  sentAt: Date,
  taken: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<Settlement> {
  const age = lag.now().getTime() - sentAt.getTime();
  const observed = await reads.conversation(action.conversationId, signal);
  if (!observed) return ABSENT;
  if (action.kind === "add-part") {
    const part = findPart(action, observed.parts, taken, sentAt);
    if (part) return applied(part.id, true);
    return age >= lag.readLagMs
      ? ABSENT
      : { kind: "uncertain", retryInMs: Math.max(10, lag.readLagMs - age) };
  }
  if (!holds(action, observed)) return ABSENT;
  return applied(idOfChange(action, observed.parts, taken, sentAt), action.kind !== "update-conversation");
}
