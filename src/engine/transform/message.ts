// One message of the source → one or more consecutive parts: repaired, escaped, split where it is too long.
import type { Alteration, DesiredPart, PartAuthor } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import { pieceMark, splitText } from "./split.ts";
import { repairText, toIntercomHtml } from "./text.ts";

export interface Message {
  readonly key: string;
  readonly author: PartAuthor;
  /** Said before the text when somebody else writes for the author. */
  readonly prefix: string;
  readonly messageType: "comment" | "note";
  /** As the source holds it. */
  readonly text: string;
  readonly createdAt: number;
}

/** Empty when nothing is left of the text; the alterations say so. */
export function assembleParts(message: Message, alterations: Alteration[]): readonly DesiredPart[] {
  const { key, author, prefix, messageType, createdAt } = message;
  const field = `parts[${key}].body`;
  const { text, repairs } = repairText(message.text);
  if (repairs.length > 0) alterations.push({ field, what: "repaired", detail: repairs.join(", ") });
  const trimmed = text.trim();
  if (trimmed === "") {
    alterations.push({ field, what: "dropped", detail: "the text is empty" });
    return [];
  }
  const pieces = splitText(trimmed);
  if (pieces.length > 1) {
    alterations.push({
      field,
      what: "split",
      detail: `${trimmed.length} characters in ${pieces.length} parts`,
    });
  }
  return pieces.map((piece, index) => {
    const said = `${pieceMark(index, pieces.length)}${index === 0 ? prefix : ""}${piece}`;
    return {
      key: pieceKey(key, index),
      author,
      messageType,
      body: author.kind === "admin" ? toIntercomHtml(said) : said,
      createdAt,
      digest: contentHash({ piece, index, count: pieces.length, messageType, createdAt }),
    };
  });
}

/** `note:17`, then `note:17:2`, `note:17:3`. */
function pieceKey(key: string, index: number): string {
  return index === 0 ? key : `${key}:${index + 1}`;
}
