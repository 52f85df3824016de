// Finds a part that we wrote among a conversation's parts: by its time, author, kind, words and the names of its files.
import { sayFiles } from "../../../converge/verdicts.ts";
import type { Action } from "../../../model/action.ts";
import type { ObservedPart } from "../../../model/observed.ts";
import { normalizeText, toPlainText } from "../../../values/text.ts";

type AddPart = Extract<Action, { readonly kind: "add-part" }>;

/** HTML as words to compare; Intercom shows plain text as HTML too. */
export const wordsOf = (html: string) => normalizeText(toPlainText(html));

/** The last match that no other write stands for; a twin of it may precede. */
export function findPart(
  action: AddPart,
  parts: readonly ObservedPart[],
  taken: ReadonlySet<string>,
): ObservedPart | undefined {
  // A contact's words are sent as plain text: what looks like mark-up in them is text.
  const words = action.author.kind === "contact" ? normalizeText(action.body) : wordsOf(action.body);
  const files = sayFiles(action.attachments, false);
  const type = action.author.kind === "contact" ? "comment" : action.messageType;
  return parts.findLast(
    (part) =>
      part.createdAt === action.createdAt &&
      part.messageType === type &&
      part.author.kind === action.author.kind &&
      part.author.id === action.author.id &&
      !taken.has(part.id) &&
      wordsOf(part.body) === words &&
      sayFiles(part.attachments, false) === files,
  );
}

/** The part that a change of state or assignee left; they carry no time of ours, the last one is it. */
export function findChange(
  partType: string,
  actingAdminId: string,
  parts: readonly ObservedPart[],
): ObservedPart | undefined {
  return parts.findLast((part) => part.partType === partType && part.author.id === actingAdminId);
}

export const PART_TYPE_OF_STATE = { open: "open", snoozed: "snoozed", closed: "close" } as const;
