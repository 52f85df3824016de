// What holds between the parts of a message or view, beyond each block's own shape.
import type { Block, Element, Loose } from "../types.ts";
import { flattenBlocks, interactiveElements } from "./walk-blocks.ts";

export type Surface = "message" | "modal" | "home";

const messagesOnly = [
  "container",
  "markdown",
  "plan",
  "task_card",
  "table",
  "data_table",
  "card",
  "carousel",
];

function repeated(values: readonly (string | undefined)[]): string[] {
  const seen = new Set<string>();
  return values.filter((v): v is string => v !== undefined && (seen.has(v) || !seen.add(v)));
}

const optionsOf = (element: Element): Loose[] => [
  ...((element.options as Loose[] | undefined) ?? []),
  ...((element.option_groups as { options: Loose[] }[] | undefined) ?? []).flatMap((g) => g.options),
];

function elementFaults(element: Element): string[] {
  const faults: string[] = [];
  const isSelect = element.type === "static_select" || element.type === "multi_static_select";
  if (isSelect && Boolean(element.options) === Boolean(element.option_groups))
    faults.push(`${element.type} needs either options or option_groups`);
  const values = optionsOf(element).map((option) => option.value);
  if (isSelect || element.type === "radio_buttons" || element.type === "checkboxes") {
    const initial = [element.initial_option ?? [], element.initial_options ?? []].flat() as Loose[];
    for (const option of initial)
      if (!values.includes(option.value)) faults.push("initial_option was not found in the options");
    if (values.some((value) => value === undefined)) faults.push("missing required field: value");
  }
  return faults;
}

const oneSource = (part: Loose): boolean => Boolean(part.image_url) !== Boolean(part.slack_file);

function blockFaults(block: Block): string[] {
  if (block.type === "section" && !block.text && !block.fields) return ["section needs text or fields"];
  if (block.type === "card" && !["hero_image", "title", "body", "actions"].some((key) => block[key]))
    return ["card needs a hero_image, title, body or actions"];
  if (block.type === "container" && !block.title && !block.rich_text_title)
    return ["container needs a title"];
  const images = [block, block.accessory, block.icon, block.hero_image, block.elements].flat();
  return (images as (Loose | undefined)[])
    .filter((part) => part?.type === "image" && !oneSource(part))
    .map(() => "image needs either image_url or slack_file");
}

/** Slack's facts: where blocks may stand, one table, plan or task cards, unique ids. */
export function findRuleFaults(blocks: readonly Block[], surface: Surface): string[] {
  const all = flattenBlocks(blocks);
  const top = blocks.map((block) => block.type);
  const elements = interactiveElements(blocks).map(({ element }) => element);
  const faults = [...all.flatMap(blockFaults), ...elements.flatMap(elementFaults)];
  for (const block of blocks) {
    if (surface !== "message" && messagesOnly.includes(block.type))
      faults.push(`${block.type} is not supported in a ${surface}`);
    if (surface !== "modal" && block.type === "alert") faults.push(`alert is not supported in a ${surface}`);
  }
  if (all.filter((b) => b.type === "table").length > 1) faults.push("only_one_table_allowed");
  if (top.filter((t) => t === "plan").length > 1) faults.push("only one plan is allowed");
  if (top.includes("plan") && top.includes("task_card")) faults.push("either a plan or task cards, not both");
  for (const id of repeated(all.map((b) => b.block_id))) faults.push(`block_id "${id}" already exists`);
  for (const id of repeated(elements.map((e) => e.action_id)))
    faults.push(`action_id "${id}" already exists`);
  return faults;
}
