// One document → a file to upload, or the words that stand in its place.
import type { Alteration, DesiredAttachment } from "../model/desired.ts";
import type { SourceDocument } from "../model/source/source.ts";
import { repairText } from "../values/text.ts";
import type { TransformContext } from "./context.ts";

/** Files that one message takes; Intercom drops what is beyond it in silence. */
const MAX_FILES = 10;
const DEFAULT_MAX_MB = 10;
const MB = 1_048_576;

export const maxFileBytes = (context: Pick<TransformContext, "map">): number =>
  (context.map.policies.maxAttachmentMb ?? DEFAULT_MAX_MB) * MB;

export type ResolvedFile =
  | { readonly kind: "file"; readonly attachment: DesiredAttachment }
  /** `reason`: "larger than 10 MB". */
  | { readonly kind: "missing"; readonly name: string; readonly link: string; readonly reason: string }
  | { readonly kind: "link"; readonly name: string; readonly link: string };

export function resolveFile(
  document: SourceDocument,
  context: TransformContext,
  alterations: Alteration[],
): ResolvedFile {
  const name = sayFileName(document.name, document.id);
  const link = oneLine(document.link);
  if (document.url !== undefined) return { kind: "link", name, link: oneLine(document.url) };
  const field = `attachments[${document.id}]`;
  const limit = maxFileBytes(context);
  const { file } = document;
  if (file && file.size > 0 && file.size <= limit) {
    if (name !== document.name) {
      alterations.push({ field, what: "repaired", detail: { code: "name_made_safe", args: { name } } });
    }
    const { digest, size, contentType } = file;
    return { kind: "file", attachment: { name, contentType, size, digest } };
  }
  const tooLarge = file ? file.size > limit : document.missing?.code === "file_too_large";
  const reason = tooLarge
    ? `larger than ${limit / MB} MB`
    : file
      ? "empty"
      : "could not be downloaded from ConnectWise";
  const why = tooLarge
    ? ({ kind: "too-large", megabytes: limit / MB } as const)
    : ({ kind: file ? "empty" : "not-downloaded" } as const);
  alterations.push({ field, what: "replaced", detail: { code: "file_left_behind", args: { name, why } } });
  return { kind: "missing", name, link, reason };
}

const oneLine = (text: string): string => repairText(text).text.replace(/\s+/g, " ").trim().slice(0, 2000);

const MAX_NAME_CHARS = 120;

/** A name that no file system and no page takes for anything else: no path, no controls, no leading dot, an ending kept. */
export function sayFileName(raw: string, id: string): string {
  const safe = repairText(raw)
    .text.normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    .replace(/[\u0000-\u001f\\/:*?"<>|]+/g, "_")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  if (safe === "") return `document-${id.replace(/[^\w-]+/g, "-")}`;
  if (safe.length <= MAX_NAME_CHARS) return safe;
  const dot = safe.lastIndexOf(".");
  const ending = dot > 0 && safe.length - dot <= 12 ? safe.slice(dot) : "";
  return `${safe.slice(0, MAX_NAME_CHARS - ending.length).toWellFormed()}${ending}`;
}

/** In portions that one message takes: at most ten files, and no more bytes together than one file may have. */
export function cutFiles(
  files: readonly DesiredAttachment[],
  maxBytes: number,
): readonly (readonly DesiredAttachment[])[] {
  const portions: DesiredAttachment[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = portions.at(-1);
    if (last && last.length < MAX_FILES && bytes + file.size <= maxBytes) {
      last.push(file);
      bytes += file.size;
    } else {
      portions.push([file]);
      bytes = file.size;
    }
  }
  return portions;
}
