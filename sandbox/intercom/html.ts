// Plain text to the HTML that a conversation shows, and back for `display_as=plaintext`.
import sanitizeHtml from "sanitize-html";
import type { Workspace } from "./workspace.ts";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const PLAIN: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

const ALLOWED = {
  allowedTags: [
    "p",
    "br",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "a",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "code",
    "pre",
    "img",
  ],
  allowedAttributes: { a: ["href"], img: ["src", "alt"] },
};

/** A contact's plain text as the workspace shows it. */
export function contactHtml({ habits }: Workspace, text: string): string {
  if (habits.takesTextAsHtml) return adminHtml(text);
  return textToHtml(habits.stripsTagsFromText ? text.replace(/<[^<>]*>/g, "") : text);
}

/** Text as Intercom shows it: escaped, a blank line ends a paragraph, a line end is `<br>`. */
export function textToHtml(text: string): string {
  const escaped = text.trim().replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
  return escaped
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/g, "<br>")}</p>`)
    .join("\n");
}

/** What is left of an admin's HTML: simple tags only; bare text becomes paragraphs. */
export function adminHtml(body: string): string {
  if (!/[<&]/.test(body)) return textToHtml(body);
  const clean = body.includes("<") ? sanitizeHtml(body, ALLOWED) : body;
  return /^\s*<(p|ul|ol|h1|h2|pre)\b/.test(clean) ? clean : `<p>${clean.replace(/\r?\n/g, "<br>")}</p>`;
}

/** HTML as plain text; a link becomes `label (url)`. */
export function htmlToText(html: string): string {
  return html
    .replace(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs, "$2 ($1)")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<\/(p|h1|h2|pre|ul|ol)>\s*/g, "\n\n")
    .replace(/<\/li>\s*/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => PLAIN[entity] ?? entity)
    .trim();
}
