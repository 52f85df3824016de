// Slack's limits: clipping without breaking characters, escaping, and a message that always fits.
import type { Block } from "./block.ts";

export const MAX_BLOCKS = 50;
/** `msg_blocks_too_long` comes near 11 to 13 thousand characters, undocumented. */
export const MAX_MESSAGE_CHARACTERS = 9000;
export const MAX_SECTION = 3000;

/** Cuts to `max` UTF-16 units with an ellipsis, never inside a surrogate pair; an empty text becomes a dash. */
export function clip(text: string, max: number): string {
  const clean = text.trim();
  if (clean === "") return "–";
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, Math.max(0, max - 1));
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}

/** Data inside mrkdwn: nobody is pinged, nothing links. Line breaks become spaces, formatting marks are broken up. */
export function escapeMrkdwn(text: string, max = 200): string {
  return clip(text.replace(/\s+/g, " "), max)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/[*_~`]/g, (mark) => `${mark}\u200b`);
}

/** The characters that people read in blocks, and the values that come with them. */
export function countCharacters(blocks: readonly Block[]): number {
  let sum = 0;
  const walk = (value: unknown): void => {
    if (typeof value === "string") sum += value.length;
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(blocks);
  return sum;
}

/** Blocks that must stay however long the rest is: what one clicks, and what a settled card says. */
const mustStay = (block: Block): boolean => block.type === "actions" || block.type === "header";

/**
 * Leaves out blocks from the end (tables first, then texts, never buttons) until a message fits,
 * and says that it did. The full content is in the report.
 */
export function fitMessage(blocks: readonly Block[], shortened: string): readonly Block[] {
  const fits = (list: readonly Block[]): boolean =>
    list.length <= MAX_BLOCKS && countCharacters(list) <= MAX_MESSAGE_CHARACTERS;
  if (fits(blocks)) return blocks;
  const note: Block = { type: "context", elements: [{ type: "plain_text", text: clip(shortened, 300) }] };
  let kept = [...blocks];
  while (!fits([...kept, note])) {
    const table = kept.findLastIndex((block) => block.type === "table");
    const index = table >= 0 ? table : kept.findLastIndex((block) => !mustStay(block));
    if (index < 0) break;
    kept = kept.filter((_, position) => position !== index);
  }
  return [...kept, note];
}
