// Finds blocks, elements and texts inside blocks, whatever they are nested in.
import type { Block, Element, Loose } from "../types.ts";

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All blocks, those inside containers, carousels and plans too. */
export function flattenBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const inner = block.child_blocks ?? (block.type === "carousel" ? block.elements : block.tasks);
    return Array.isArray(inner) ? [block, ...flattenBlocks(inner as Block[])] : [block];
  });
}

/** The interactive elements of one block (not of the blocks inside it). */
function elementsOf(block: Block): Element[] {
  const lists = [block.elements, block.actions, block.accessory, block.element].flat();
  return lists.filter((e): e is Element => isObject(e) && typeof e.type === "string" && e.type !== "image");
}

/** Pairs of block and interactive element, in reading order. */
export function interactiveElements(blocks: readonly Block[]): { block: Block; element: Element }[] {
  return flattenBlocks(blocks)
    .filter((block) => ["actions", "section", "input", "card", "context_actions"].includes(block.type))
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
}

const textKeys = new Set([
  "text",
  "title",
  "label",
  "hint",
  "alt_text",
  "caption",
  "subtitle",
  "description",
]);

/** The characters people would read, added up: what `msg_blocks_too_long` counts. */
export function countText(value: unknown, key = ""): number {
  if (typeof value === "string") return textKeys.has(key) ? value.length : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countText(item, key), 0);
  if (!isObject(value)) return 0;
  return Object.entries(value).reduce((sum, [name, item]) => sum + countText(item, name), 0);
}
