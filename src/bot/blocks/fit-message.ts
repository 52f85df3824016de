// A message that always fits into Slack's limits, with its buttons.
import type { Block } from "./block.ts";
import { clip, MAX_BLOCKS, MAX_MESSAGE_CHARACTERS } from "./limits.ts";

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
