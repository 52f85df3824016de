// A part of a conversation: whose words it holds, whatever Intercom calls it, and which files came with them.
import type { ObservedFile, ObservedPart } from "../../../model/observed.ts";
import { toPlainText } from "../../../values/text.ts";
import type { PartAnswer } from "../api/schema.ts";

function authorKind(type: string | undefined): ObservedPart["author"]["kind"] {
  if (type === "user" || type === "lead" || type === "contact") return "contact";
  return type === "admin" || type === "team" ? "admin" : "bot";
}

export const observeAuthor = (author: PartAnswer["author"]): ObservedPart["author"] => ({
  kind: authorKind(author?.type),
  id: String(author?.id ?? ""),
});

const IMAGE = /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/gi;

/** The last piece of its address, decoded; addresses themselves expire. */
function nameOfImage(address: string): string {
  const piece = /([^/?#]*)(?:[?#].*)?$/.exec(address)?.[1] ?? "";
  try {
    return decodeURIComponent(piece);
  } catch (error) {
    if (error instanceof URIError) return piece;
    throw error;
  }
}

/** A size of 0 is none: nobody uploads nothing. An image may come back as a file or in the text. */
function observeFiles({ attachments, body }: PartAnswer): readonly ObservedFile[] {
  const files = (attachments ?? []).map(
    ({ name, filesize }): ObservedFile => ({ name: name ?? "", ...(filesize ? { size: filesize } : {}) }),
  );
  const images = [...(body ?? "").matchAll(IMAGE)].map(([, double, single]) =>
    nameOfImage(double ?? single ?? ""),
  );
  // One that is in both is one image.
  const left = files.map(({ name }) => name);
  const further = images.filter((name) => {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...files, ...further.map((name) => ({ name }))];
}

/** A contact's reply that reopens is a part `open`, a close or an assignment may carry words (examples of the API's description). */
function messageTypeOf(
  { part_type: type, body }: PartAnswer,
  author: ObservedPart["author"],
  files: readonly ObservedFile[],
): ObservedPart["messageType"] {
  if (type === "comment" || type === "quick_reply") return "comment";
  if (type === "note" || type.startsWith("note_")) return "note";
  if (author.kind === "bot" || (files.length === 0 && toPlainText(body ?? "") === "")) return "other";
  return author.kind === "contact" ? "comment" : "message";
}

export function observePart(answer: PartAnswer): ObservedPart {
  const author = observeAuthor(answer.author);
  const files = observeFiles(answer);
  return {
    id: answer.id,
    messageType: messageTypeOf(answer, author, files),
    partType: answer.part_type,
    author,
    body: answer.body ?? "",
    createdAt: answer.created_at,
    ...(files.length > 0 ? { attachments: files } : {}),
  };
}
