// Finds a part that we wrote among a conversation's parts: by author, time, words and files, whatever its type.
import { compareFiles } from "../../../converge/same-files.ts";
import type { Action } from "../../../model/action.ts";
import type { ObservedPart } from "../../../model/observed.ts";
import { normalizeText, toPlainText } from "../../../values/text.ts";
import { SKEW_SECONDS } from "./write-records.ts";

type AddPart = Extract<Action, { readonly kind: "add-part" }>;

/** HTML as words to compare; Intercom shows plain text as HTML too. */
export const wordsOf = (html: string) => normalizeText(toPlainText(html));

/** How a text may come back: a contact's is sent as plain text, and may lose what looks like a tag. */
export function wordsSent(body: string, isPlain: boolean): readonly string[] {
  if (!isPlain) return [wordsOf(body)];
  return [normalizeText(body), normalizeText(body.replace(/<[^<>]*>/g, ""))];
}

/**
 * The last match that no other write stands for; a twin of it may precede. Where none has the time that we gave it, a
 * match that was made since `sentAt` is ours too: a workspace that ignores `created_at` dates it now.
 */
export function findPart(
  action: AddPart,
  parts: readonly ObservedPart[],
  taken: ReadonlySet<string>,
  sentAt: Date,
): ObservedPart | undefined {
  const ofContact = action.author.kind === "contact";
  const words = wordsSent(action.body, ofContact);
  const type = ofContact ? "comment" : action.messageType;
  const alike = parts.filter(
    (part) =>
      (part.messageType === type || part.messageType === "message") &&
      part.author.kind === action.author.kind &&
      part.author.id === action.author.id &&
      !taken.has(part.id) &&
      words.includes(wordsOf(part.body)) &&
      compareFiles(action.attachments, part.attachments) !== "different",
  );
  const since = Math.floor(sentAt.getTime() / 1000) - SKEW_SECONDS;
  return (
    alike.findLast((part) => part.createdAt === action.createdAt) ??
    alike.findLast((part) => part.createdAt >= since)
  );
}

/** Types of the parts that a change leaves; assigning a closed or snoozed conversation opens it, and says so. */
const PARTS_OF_CHANGE = {
  open: /^open$/,
  snoozed: /^snoozed$/,
  closed: /^close$/,
  assignment: /^assign/,
} as const;

/** The part that a change of state or assignee left; they carry no time of ours, the last one is it. */
export function findChange(
  change: keyof typeof PARTS_OF_CHANGE,
  actingAdminId: string,
  parts: readonly ObservedPart[],
): ObservedPart | undefined {
  const type = PARTS_OF_CHANGE[change];
  return parts.findLast((part) => type.test(part.partType) && part.author.id === actingAdminId);
}
