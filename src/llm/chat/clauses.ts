// Takes a sentence apart: mentions away, quoted names kept whole, and pieces where one wish may end.

export interface Pieces {
  readonly texts: readonly string[];
  /** What stood after each piece: ", and ". */
  readonly separators: readonly string[];
  /** Puts quoted names back. */
  readonly restore: (text: string) => string;
}

const QUOTED =
  /(?<=^|[\s(:])(?:"([^"]{1,200})"|“([^”]{1,200})[”"]|„([^“”]{1,200})[“”"]|«([^»]{1,200})»|»([^«]{1,200})«|[‘‚]([^’‘]{1,200})[’‘]|'([^']{1,200}(?:'\p{L}[^']{0,100})?)')(?=$|[\s).,;:!?])/gu;
const SEPARATOR =
  /(\s*[;,\n]\s*(?:(?:and|und|then|dann|also|sowie)\s+)?|\s*[.!?](?=\s|$)\s*|\s+(?:and|und|sowie|then|dann)\s+)/iu;
const MAX_TEXT = 1500;
const MARKS = /\uE000(\d+)\uE001/gu;

/** Slack escapes `&`, `<` and `>`, and mentions people and channels in angle brackets. */
export const plainText = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .replace(/[\uE000\uE001]/gu, " ")
    .replace(/<(?:[@#!]|https?:|mailto:)[^>]*>/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .trim();

export function takeApart(text: string): Pieces {
  const names: string[] = [];
  const masked = plainText(text).replace(QUOTED, (_all, ...groups: unknown[]) => {
    const name = groups.find((group): group is string => typeof group === "string" && group !== "");
    names.push((name ?? "").trim());
    return `\uE000${names.length - 1}\uE001`;
  });
  const parts = masked.split(SEPARATOR);
  return {
    texts: parts.filter((_, index) => index % 2 === 0).map((part) => part.trim()),
    separators: parts.filter((_, index) => index % 2 === 1),
    restore: (piece) => piece.replace(MARKS, (_all, index: string) => names[Number(index)] ?? ""),
  };
}
