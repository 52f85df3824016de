// Text on its way: repaired, escaped for Intercom, and read back to plain text for comparing.

import { decodeHTMLStrict } from "entities";
import type { Repair } from "../model/sayings/changes.ts";

export interface RepairedText {
  readonly text: string;
  /** What was repaired; empty when nothing was. */
  readonly repairs: readonly Repair[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Direction marks, zero-width spaces and byte order marks that mail clients leave behind. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Removes what no JSON API keeps: NUL and other controls, half surrogate pairs, CR line ends, direction marks. */
export function repairText(raw: string): RepairedText {
  const repairs: Repair[] = [];
  let text = raw;
  const step = (what: Repair, next: string) => {
    if (next !== text) repairs.push(what);
    text = next;
  };
  if (!text.isWellFormed()) step("surrogates", text.toWellFormed());
  // Line ends are not a repair worth telling: no reader sees the difference.
  text = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, "\n");
  step("controls", text.replace(CONTROLS, ""));
  step("direction-marks", text.replace(INVISIBLE, ""));
  return { text, repairs };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Plain text as the little HTML that Intercom keeps: `<p>` and `<br>`; markup in the text is shown, never obeyed. */
export function toIntercomHtml(text: string): string {
  return escapeHtml(text.trim())
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}

/** HTML as Intercom answers it, back to text: block ends and `<br>` are line ends, each entity is decoded once. */
export function toPlainText(html: string): string {
  const broken = html
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<\/(?:p|div|h[1-6]|pre|ul|ol|li|blockquote)>/gi, "\n\n");
  // Behind the last `>` no tag ends: looking for one from each `<` there would be quadratic.
  const end = broken.lastIndexOf(">") + 1;
  const bare = broken.slice(0, end).replace(/<\/?[a-z][^>]*>/gi, "") + broken.slice(end);
  return decodeHTMLStrict(bare).trim();
}

/** What two texts must share to count as the same: characters and words, not spacing. */
export function normalizeText(text: string): string {
  return repairText(text).text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
