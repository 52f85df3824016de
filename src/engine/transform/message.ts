// One message of the source → one or more consecutive parts: repaired, escaped, split where it is too long.
import type { Alteration, DesiredAttachment, DesiredPart, PartAuthor } from "../model/desired.ts";
import { contentHash } from "../model/hash.ts";
import { repairText, toIntercomHtml } from "../values/text.ts";
import { cutFiles } from "./attachments.ts";
import { pieceMark, splitText } from "./split.ts";

export interface Message {
  readonly key: string;
  readonly author: PartAuthor;
  /** Said before the text when somebody else writes for the author. */
  readonly prefix: string;
  readonly messageType: "comment" | "note";
  /** As the source holds it. */
  readonly text: string;
  readonly createdAt: number;
  readonly attachments?: readonly DesiredAttachment[];
  /** How an older version wrote it, where that was another text or another audience. */
  readonly former?: FormerMessage;
  /** The message of an older version that held this text among others. */
  readonly within?: FormerMessage & { readonly key: string };
}

interface FormerMessage {
  readonly text?: string;
  readonly messageType: "comment" | "note";
}

/**
 * Empty when nothing is left of the text; the alterations say so. Files go with the first piece; what one message can't
 * take follows in parts of their own.
 * @param maxFileBytes what the files of one message may have together
 */
export function assembleParts(
  message: Message,
  alterations: Alteration[],
  maxFileBytes = Number.POSITIVE_INFINITY,
): readonly DesiredPart[] {
  const { key, author, prefix, messageType, createdAt } = message;
  const field = `parts[${key}].body`;
  const { text, repairs } = repairText(message.text);
  if (repairs.length > 0)
    alterations.push({ field, what: "repaired", detail: { code: "repaired", args: { repairs: repairs } } });
  const trimmed = text.trim();
  if (trimmed === "") {
    alterations.push({ field, what: "dropped", detail: { code: "text_empty" } });
    return [];
  }
  const pieces = splitText(trimmed);
  if (pieces.length > 1) {
    alterations.push({
      field,
      what: "split",
      detail: { code: "text_in_parts", args: { characters: trimmed.length, parts: pieces.length } },
    });
  }
  const [files = [], ...more] = cutFiles(message.attachments ?? [], maxFileBytes);
  const former = message.former && digestPieces(message.former, message);
  const within = message.within && {
    key: message.within.key,
    digests: digestPieces(message.within, message).slice(0, 1),
  };
  const assemble = (partKey: string, said: string, content: object, own: readonly DesiredAttachment[]) => ({
    key: partKey,
    author,
    messageType,
    body: author.kind === "admin" ? toIntercomHtml(said) : said,
    createdAt,
    digest: contentHash({ ...content, messageType, createdAt, ...digestFiles(own) }),
    ...(own.length === 0 ? {} : { attachments: own }),
    ...(within === undefined ? {} : { within }),
  });
  const texts = pieces.map((piece, index) => {
    const said = `${pieceMark(index, pieces.length)}${index === 0 ? prefix : ""}${piece}`;
    const content = { piece, index, count: pieces.length };
    const part = assemble(pieceKey(key, index), said, content, index === 0 ? files : []);
    return former?.[index] === undefined ? part : { ...part, formerly: [former[index]] };
  });
  const further = more.map((own, index) => {
    const mark = `(files ${index + 2}/${more.length + 1})`;
    const piece = own.map(({ name }) => name).join(", ");
    return assemble(`${key}:files${index + 2}`, `${mark} ${prefix}${piece}`, { mark, piece }, own);
  });
  return [...texts, ...further];
}

/** The digest of each piece of a message that an older version wrote at the same time with the same files. */
function digestPieces(former: FormerMessage, now: Message): readonly string[] {
  const pieces = splitText(repairText(former.text ?? now.text).text.trim());
  const { createdAt, attachments = [] } = now;
  const { messageType } = former;
  return pieces.map((piece, index) => {
    const files = index === 0 ? digestFiles(attachments) : {};
    return contentHash({ piece, index, count: pieces.length, messageType, createdAt, ...files });
  });
}

const digestFiles = (files: readonly DesiredAttachment[]) =>
  files.length === 0 ? {} : { files: files.map(({ name, digest }) => [name, digest]) };

/** `note:17`, then `note:17:2`, `note:17:3`. */
function pieceKey(key: string, index: number): string {
  return index === 0 ? key : `${key}:${index + 1}`;
}
