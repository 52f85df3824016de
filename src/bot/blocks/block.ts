// Small builders for Slack's blocks; every text passes a limit here.
import {
  type ActionName,
  actionId,
  type ClickValue,
  MORE,
  SHOW_DELTA,
  SHOW_EXCEPTIONS,
  SHOW_PREFLIGHT,
  SHOW_REPORT,
  SHOW_TICKETS,
} from "../conversation/action-ids.ts";
import { clip, MAX_SECTION } from "./limits.ts";

/** A block or element as Slack takes it. Builders are held against Slack's description by tests. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string };

export interface Card {
  /** What notifications and screen readers say. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Modal {
  readonly type: "modal";
  readonly callback_id: string;
  readonly title: Block;
  readonly submit?: Block;
  readonly close: Block;
  readonly private_metadata: string;
  readonly blocks: readonly Block[];
}

export const plain = (text: string, max: number): Block => ({ type: "plain_text", text: clip(text, max) });
/** `text` holds our own words; data in it must have passed `escapeMrkdwn`. */
export const mrkdwn = (text: string, max = MAX_SECTION): Block => ({ type: "mrkdwn", text: clip(text, max) });

export const header = (text: string): Block => ({ type: "header", text: plain(text, 150) });
export const section = (text: string): Block => ({ type: "section", text: mrkdwn(text) });
export const sectionWith = (text: string, accessory: Block): Block => ({ ...section(text), accessory });
export const context = (text: string): Block => ({ type: "context", elements: [mrkdwn(text, 2000)] });
export const divider: Block = { type: "divider" };
export const actions = (...elements: readonly Block[]): Block => ({ type: "actions", elements });

/** Each line a bullet. */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join("\n");

export interface ButtonOptions {
  readonly style?: "primary" | "danger";
  readonly index?: number;
  readonly confirm?: {
    readonly title: string;
    readonly text: string;
    readonly yes: string;
    readonly no: string;
  };
}

export function button(
  label: string,
  name: ActionName,
  value: ClickValue,
  options: ButtonOptions = {},
): Block {
  const { style, index, confirm } = options;
  return {
    type: "button",
    action_id: actionId(name, index),
    text: plain(label, 75),
    value: JSON.stringify(value),
    ...(style ? { style } : {}),
    ...(confirm
      ? {
          confirm: {
            title: plain(confirm.title, 100),
            text: plain(confirm.text, 300),
            confirm: plain(confirm.yes, 30),
            deny: plain(confirm.no, 30),
          },
        }
      : {}),
  };
}

/** Shows something to whoever presses it, and decides nothing: no step, no hash. */
const showButton =
  (id: string) =>
  (label: string): Block => ({ type: "button", action_id: id, text: plain(label, 75) });

export const exceptionsButton = showButton(SHOW_EXCEPTIONS);
export const reportButton = showButton(SHOW_REPORT);
export const preflightButton = showButton(SHOW_PREFLIGHT);
export const deltaButton = showButton(SHOW_DELTA);
export const ticketsButton = showButton(SHOW_TICKETS);

/** A row of the buttons that matter, and a menu of up to five further ones. */
export function actionsAndMore(
  value: ClickValue,
  elements: readonly Block[],
  more: readonly (readonly [label: string, name: string])[],
): Block {
  const options = more.slice(0, 5).map(([label, name]) => ({ text: plain(label, 75), value: name }));
  const menu: Block = { type: "overflow", action_id: MORE, options };
  return { ...actions(...elements, menu), block_id: JSON.stringify(value) };
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A menu of at most 100 options; `initial` must be one of the values. */
export function menu(id: string, placeholder: string, choices: readonly Choice[], initial?: string): Block {
  const options = choices.slice(0, 100).map(({ label, value }) => ({ text: plain(label, 75), value }));
  const chosen = options.find((option) => option.value === initial);
  return {
    type: "static_select",
    action_id: id,
    placeholder: plain(placeholder, 150),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  };
}

const cell = (text: string, max: number): Block => ({ type: "raw_text", text: clip(text, max) });

/** A table of raw text: at most 100 rows and 20 columns; cells are clipped. One a message. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], cellMax = 60): Block {
  return {
    type: "table",
    rows: [head, ...rows.slice(0, 99)].map((row) => row.slice(0, 20).map((text) => cell(text, cellMax))),
    column_settings: head.map(() => ({ is_wrapped: true })),
  };
}

/** A card whose decision was taken: nothing to click, and a line that says what became of it. */
export function settle(card: Card, line: string): Card {
  const quiet = card.blocks
    .filter((block) => block.type !== "actions")
    .map((block) => {
      const { accessory: _accessory, ...rest } = block;
      return rest as Block;
    });
  return { text: card.text, blocks: [...quiet, context(line)] };
}
