// Cuts a condition into tokens; anything that isn't one is a 400.
import { badField } from "../cw-error.ts";

export type Literal = string | number | boolean | null | Date;

export type Token =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "literal"; readonly value: Literal };

const PATTERN =
  /\s*(?:(?<string>"(?:[^"\\]|\\.|"")*"|'(?:[^'\\]|\\.|'')*')|\[(?<date>[^\]]*)\]|(?<number>-?\d+(?:\.\d+)?)(?![\w/])|(?<symbol>!=|<=|>=|=|<|>|\(|\)|,)|(?<word>[A-Za-z_][\w/.]*))/y;

const WORDS: Readonly<Record<string, Literal>> = { true: true, false: false, null: null };

function unquote(text: string): string {
  const quote = text[0] ?? "";
  return text
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/\\(.)/g, "$1");
}

function dateOf(text: string, parameter: string): Date {
  const date = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  if (Number.isNaN(date.getTime())) throw badField(parameter, `"${text}" is not a date`);
  return date;
}

export function tokenize(source: string, parameter: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  let at = 0;
  while (source.slice(at).trim() !== "") {
    pattern.lastIndex = at;
    const groups = pattern.exec(source)?.groups;
    if (!groups) throw badField(parameter, `Cannot parse "${source.slice(at, at + 20)}" at ${at}`);
    at = pattern.lastIndex;
    if (groups.string !== undefined) tokens.push({ kind: "literal", value: unquote(groups.string) });
    else if (groups.date !== undefined)
      tokens.push({ kind: "literal", value: dateOf(groups.date, parameter) });
    else if (groups.number !== undefined) tokens.push({ kind: "literal", value: Number(groups.number) });
    else if (groups.symbol !== undefined) tokens.push({ kind: "symbol", text: groups.symbol });
    else {
      const text = groups.word ?? "";
      const value = WORDS[text.toLowerCase()];
      tokens.push(value === undefined ? { kind: "word", text } : { kind: "literal", value });
    }
  }
  return tokens;
}
