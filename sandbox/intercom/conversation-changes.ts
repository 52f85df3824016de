// What every write to a conversation shares: finding it, its times, its throttle and who hears of it.
import { ApiError, invalid, notFound } from "./api-error.ts";
import type { Habits } from "./habits.ts";
import type { Conversation, Part } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** 1 January 2000. */
const EARLIEST = 946_684_800;

/**
 * The time that a message gets. Refuses one in the future or before 2000 (the message is the one that importers
 * reported); a workspace may ignore it for a kind of author.
 */
export function checkCreatedAt(
  workspace: Workspace,
  createdAt: number | undefined,
  author: Habits["ignoresTimesOf"][number],
): number {
  const now = workspace.now();
  if (createdAt === undefined) return now;
  if (createdAt > now || createdAt < EARLIEST) {
    throw invalid(`${createdAt} is an invalid value for created_at`, "created_at");
  }
  return workspace.habits.ignoresTimesOf.includes(author) ? now : createdAt;
}

/** Also wakes a snoozed conversation whose time has come, and lets a late bot speak. */
export function findConversation(workspace: Workspace, id: string | undefined): Conversation {
  const conversation = workspace.conversations.get(id ?? "");
  if (!conversation) throw notFound();
  if (conversation.botAnswersAtMs !== null && conversation.botAnswersAtMs <= workspace.nowMs()) {
    conversation.botAnswersAtMs = null;
    answerAsBot(workspace, conversation);
  }
  if (conversation.snoozed_until !== null && conversation.snoozed_until <= workspace.now()) {
    conversation.snoozed_until = null;
    if (conversation.state === "snoozed") conversation.state = "open";
  }
  return conversation;
}

type NewPart = Pick<Part, "part_type" | "body" | "created_at" | "author"> &
  Partial<Pick<Part, "assigned_to" | "attachments">>;

/** Parts stay in the order in which they were written. */
export function addPart(workspace: Workspace, conversation: Conversation, part: NewPart): void {
  conversation.parts.push({
    assigned_to: null,
    attachments: [],
    ...part,
    id: workspace.newPartId(),
    state: conversation.state,
  });
  conversation.updated_at = workspace.now();
}

/** Counts what an admin says to a contact who can be reached by e-mail. */
export function noteNotification(workspace: Workspace, conversation: Conversation): void {
  const contact = workspace.contacts.get(conversation.contactId);
  if (!contact?.email) return;
  contact.last_contacted_at = workspace.now();
  workspace.counters.notificationsSent += 1;
}

/** Counts replies to each conversation in aligned spans; only the running span is kept. */
export class ReplyThrottle {
  readonly #workspace: Workspace;
  readonly #replies = new Map<string, number>();
  #span = Number.NaN;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** 400 when one more reply to this conversation is one too many. */
  take(conversationId: string): void {
    const { conversationThrottle: limit } = this.#workspace.settings;
    if (limit === false) return;
    const span = Math.floor(this.#workspace.nowMs() / limit.perMs);
    if (span !== this.#span) {
      this.#span = span;
      this.#replies.clear();
    }
    const replies = (this.#replies.get(conversationId) ?? 0) + 1;
    if (replies > limit.replies) {
      this.#workspace.counters.throttled += 1;
      throw new ApiError(400, "parameter_invalid", "Too many recent replies to this conversation");
    }
    this.#replies.set(conversationId, replies);
  }
}

/** Everybody who takes part, who opened it first. */
export const participantsOf = ({ contactId, participantIds }: Conversation): readonly string[] => [
  contactId,
  ...participantIds,
];

/** What happens on an import into a workspace whose workflows weren't paused. */
export function answerAsBot(workspace: Workspace, conversation: Conversation): void {
  addPart(workspace, conversation, {
    part_type: "comment",
    body: "<p>Thanks for writing in! How can we help?</p>",
    created_at: workspace.now(),
    author: { type: "bot", id: "9000" },
  });
  noteNotification(workspace, conversation);
}
