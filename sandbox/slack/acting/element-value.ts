// What a person picked or typed, in the shape each element reports it.
import { interactiveElements } from "../blocks/walk-blocks.ts";
import type { Block, Element, Loose, StateValues } from "../types.ts";

/** What a person gives: text, an option's value or its label; several for what takes several; `null` clears. */
export type Given = string | number | readonly string[] | null;

/** Where each element keeps its value. */
const keys: Record<string, string> = {
  static_select: "selected_option",
  external_select: "selected_option",
  radio_buttons: "selected_option",
  overflow: "selected_option",
  multi_static_select: "selected_options",
  multi_external_select: "selected_options",
  checkboxes: "selected_options",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
  users_select: "selected_user",
  multi_users_select: "selected_users",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  plain_text_input: "value",
  email_text_input: "value",
  url_text_input: "value",
  number_input: "value",
  rich_text_input: "rich_text_value",
};

const isSeveral = (type: string): boolean => type.startsWith("multi_") || type === "checkboxes";

export function optionsOf(element: Element): Loose[] {
  const groups = (element.option_groups ?? []) as { options: Loose[] }[];
  return [...((element.options ?? []) as Loose[]), ...groups.flatMap((group) => group.options)];
}

function findOption(element: Element, wanted: string): Loose {
  const options = optionsOf(element);
  const found = options.find((o) => o.value === wanted || (o.text as Loose).text === wanted);
  if (found) return found;
  const offered = options.map((o) => String(o.value)).join(", ");
  throw new Error(`${element.type} ${element.action_id} offers no "${wanted}"; it offers ${offered}`);
}

/** @throws Error when the option isn't offered */
export function assembleValue(element: Element, given: Given): Loose {
  const { type } = element;
  const key = keys[type] ?? "value";
  if (given === null) return { type, [key]: isSeveral(type) ? [] : null };
  if (key === "selected_options")
    return { type, [key]: [given].flat().map((one) => findOption(element, String(one))) };
  if (key === "selected_option") return { type, [key]: findOption(element, String(given)) };
  if (isSeveral(type)) return { type, [key]: [given].flat() };
  if (key === "selected_date_time") return { type, [key]: Number(given) };
  return { type, [key]: String(given) };
}

function initialValue(element: Element): Loose {
  const { type } = element;
  const key = keys[type] ?? "value";
  const initial = Object.entries(element).find(([name]) => name.startsWith("initial_"))?.[1];
  return { type, [key]: initial ?? (isSeveral(type) ? [] : null) };
}

/** The values a message or view starts with: every input, button and overflow excepted. */
export function initialState(blocks: readonly Block[]): StateValues {
  const state: StateValues = {};
  for (const { block, element } of interactiveElements(blocks)) {
    if (!(element.type in keys) || element.type === "overflow") continue;
    const values = state[String(block.block_id)] ?? {};
    values[String(element.action_id)] = initialValue(element);
    state[String(block.block_id)] = values;
  }
  return state;
}

/** Later values over earlier ones, element by element. */
export function mergeState(base: StateValues, over: StateValues): StateValues {
  const merged: StateValues = { ...base };
  for (const [blockId, values] of Object.entries(over)) merged[blockId] = { ...merged[blockId], ...values };
  return merged;
}

export function isEmpty(value: Loose | undefined): boolean {
  const { type: _type, ...rest } = value ?? {};
  return Object.values(rest).every((v) => v === null || v === "" || (Array.isArray(v) && v.length === 0));
}
