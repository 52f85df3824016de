// What came back of the canary's conversation, against what was written; pure.
import type { ObservedConversation, ObservedPart } from "../../model/observed.ts";
import type { FileFate, Outbound, TextFate } from "../../model/profile.ts";
import { normalizeText, toIntercomHtml, toPlainText } from "../../values/text.ts";

/** The message that bears a mark, whatever Intercom calls its part. */
export const findMarked = (
  { parts }: Pick<ObservedConversation, "parts">,
  mark: string,
): ObservedPart | undefined => parts.findLast(({ body }) => body.includes(mark));

const same = (one: string, other: string) => normalizeText(one) === normalizeText(other);
/** As a parser of HTML would take them out, and as a simple pattern would. */
const withoutTags = (text: string) => [text.replace(/<[a-z/!][^>]*>/gi, ""), text.replace(/<[^<>]*>/g, "")];

/** @param text as its author wrote it; `body` as Intercom answers it, undefined when there is no such message */
export function fateOfText(text: string, body: string | undefined): TextFate {
  if (body === undefined) return "missing";
  const shown = toPlainText(body);
  if (same(text, shown) || same(text, body)) return "kept";
  if (withoutTags(text).some((rest) => same(rest, shown))) return "tags-lost";
  if (same(toIntercomHtml(text), shown)) return "escaped";
  return "changed";
}

/** @param name as it was uploaded */
export function fateOfFile(name: string, part: ObservedPart | undefined): FileFate {
  const files = part?.attachments ?? [];
  const found = files.find((one) => one.name === name) ?? files[0];
  if (found) return { place: "attachment", name: found.name, nameKept: same(found.name, name) };
  return { place: /<img\b/i.test(part?.body ?? "") ? "body" : "missing", nameKept: false };
}

/** A bot that says something is read by the contact. */
export function findOutbound({ parts }: ObservedConversation): Outbound["what"] | undefined {
  const spoke = parts.some(
    ({ author, body, partType }) =>
      author.kind === "bot" && partType !== "note" && (partType === "comment" || toPlainText(body) !== ""),
  );
  return spoke ? "bot-comment" : undefined;
}

/** Intercom's name of the newest part that assigned. */
export const assignmentPart = ({ parts }: ObservedConversation): string =>
  parts.findLast(({ partType }) => /assign/.test(partType))?.partType ?? "";

/** How many parts attributes left. */
export const countAttributeParts = ({ parts }: ObservedConversation): number =>
  parts.filter(({ partType }) => /attribute/.test(partType)).length;
