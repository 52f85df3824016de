// Whether two messages carry the same files, as people see them: a service may alter names, and show an image in the text.
import type { ObservedFile } from "../model/observed.ts";
import { normalizeText } from "../values/text.ts";

export interface WantedFile {
  readonly name: string;
  readonly contentType?: string;
  /** Bytes. */
  readonly size?: number;
}

/** `renamed`: all are there, and a name of theirs differs. */
export type FilesVerdict = "same" | "renamed" | "different";

/** Each wanted file takes the observed one that is most like it; none may be left on either side. */
export function compareFiles(
  wanted: readonly WantedFile[] = [],
  observed: readonly ObservedFile[] = [],
): FilesVerdict {
  if (wanted.length !== observed.length) return "different";
  const left = [...observed];
  let open = [...wanted];
  let verdict: FilesVerdict = "same";
  for (const [round, alike] of LIKENESSES.entries()) {
    open = open.filter((file) => {
      const at = left.findIndex((one) => alike(file, one));
      if (at < 0) return true;
      left.splice(at, 1);
      if (round > 0) verdict = "renamed";
      return false;
    });
  }
  return open.length === 0 ? verdict : "different";
}

type Likeness = (wanted: WantedFile, observed: ObservedFile) => boolean;

const sizesAgree: Likeness = (wanted, observed) =>
  wanted.size === undefined || observed.size === undefined || wanted.size === observed.size;

const sameName: Likeness = (wanted, observed) => normalizeText(wanted.name) === normalizeText(observed.name);

/** Without what services replace: accents, spaces, marks, letters beyond ASCII. */
const core = (name: string) =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
const sameCore: Likeness = (wanted, observed) => core(wanted.name) === core(observed.name);

const ending = (name: string) => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
const sameKind: Likeness = (wanted, observed) =>
  ending(wanted.name) === ending(observed.name) || ending(observed.name) === undefined;
const isImage = ({ name, contentType }: WantedFile) =>
  contentType?.startsWith("image/") || /^(png|jpe?g|gif|webp|bmp|tiff?|svg|heic)$/.test(ending(name) ?? "");

/** From the very file to one that can be no other. */
const LIKENESSES: readonly Likeness[] = [
  (wanted, observed) => sameName(wanted, observed) && sizesAgree(wanted, observed),
  (wanted, observed) => sameCore(wanted, observed) && sizesAgree(wanted, observed),
  (wanted, observed) =>
    wanted.size !== undefined && wanted.size === observed.size && sameKind(wanted, observed),
  // An image in the text has no size, and its address any name.
  (wanted, observed) => observed.size === undefined && isImage(wanted) && sameKind(wanted, observed),
];
