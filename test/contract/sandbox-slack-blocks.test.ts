// Holds the stand-in's block validation against Slack's types: what they refuse, it refuses; what both take passes.
import { existsSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { validateMessageBlocks, validateView } from "../../sandbox/slack/blocks/validate.ts";
import type { Block } from "../../sandbox/slack/types.ts";

const specification = new URL("../../../shared/specs/slack-blockkit.json", import.meta.url);
const isHere = existsSync(specification);
if (!isHere)
  console.warn("SKIPPED: slack-blockkit.json isn't beside this clone, so nothing is held against it");

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const of = (length: number) => "x".repeat(length);
const option = (value: string, text = value) => ({ text: plain(text), value });
const options = (count: number) => Array.from({ length: count }, (_, i) => option(`v${i}`));
const rich = (text: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text, style: { bold: true } }] }],
});
const button = (extra: object = {}) => ({ type: "button", action_id: "go", text: plain("Go"), ...extra });
const actions = (...elements: object[]) => ({ type: "actions", elements });
const section = (extra: object = {}) => ({ type: "section", text: mrkdwn("hi"), ...extra });
const task = (extra: object = {}) => ({
  type: "task_card",
  task_id: "t",
  title: "T",
  status: "pending",
  ...extra,
});
const cell = (text: string) => ({ type: "raw_text", text });
const menu = (extra: object) => ({ type: "static_select", action_id: "menu", ...extra });

/** What Slack takes, a few of every block the bot may use. */
const accepted: Record<string, object> = {
  "a section with fields and a button": section({ fields: [mrkdwn("a"), plain("b")], accessory: button() }),
  "a header of 150": { type: "header", text: plain(of(150)) },
  "a divider": { type: "divider" },
  "a context": {
    type: "context",
    elements: [mrkdwn("a"), { type: "image", image_url: "https://x.test/a", alt_text: "a" }],
  },
  "a button with everything": actions(
    button({
      value: of(2000),
      style: "danger",
      url: "https://x.test",
      confirm: { text: mrkdwn("Sure?"), style: "danger" },
    }),
  ),
  "a select of 100": actions(menu({ options: options(100), initial_option: option("v3") })),
  "groups of options": actions(menu({ option_groups: [{ label: plain("g"), options: options(3) }] })),
  "an overflow": actions({ type: "overflow", action_id: "more", options: options(5) }),
  "radio buttons": actions({ type: "radio_buttons", action_id: "r", options: options(10) }),
  checkboxes: actions({ type: "checkboxes", action_id: "c", options: [{ text: mrkdwn("*a*"), value: "a" }] }),
  "a date and a time": actions(
    { type: "datepicker", action_id: "d", initial_date: "2026-11-24" },
    { type: "timepicker", action_id: "t" },
  ),
  "a rich text": rich("hi"),
  "a markdown": { type: "markdown", text: "# hi" },
  "a table": {
    type: "table",
    rows: [
      [cell("a"), rich("b")],
      [cell("1"), { type: "raw_number", value: 1, text: "1" }],
    ],
  },
  "a plan": {
    type: "plan",
    title: "Run",
    tasks: [task(), task({ task_id: "u", status: "complete", output: rich("done") })],
  },
  "a task card": task({ sources: [{ type: "url", url: "https://x.test", text: "x" }] }),
  "a card": { type: "card", title: mrkdwn("a"), body: mrkdwn(of(200)), actions: [button()] },
  "a container": { type: "container", title: plain("a"), child_blocks: [section()], is_collapsible: true },
  "an image": { type: "image", image_url: "https://x.test/a.png", alt_text: "a" },
};

/** What Slack's types refuse. */
const refusedBySchema: Record<string, object> = {
  "an unknown block": { type: "sparkles" },
  "an unknown property": section({ colour: "red" }),
  "a section text over 3000": section({ text: mrkdwn(of(3001)) }),
  "eleven fields": section({ fields: Array.from({ length: 11 }, () => mrkdwn("a")) }),
  "a header over 150": { type: "header", text: plain(of(151)) },
  "a header in markup": { type: "header", text: mrkdwn("a") },
  "a button text over 75": actions(button({ text: plain(of(76)) })),
  "a button value over 2000": actions(button({ value: of(2001) })),
  "a style that isn't one": actions(button({ style: "warning" })),
  "twenty-six elements": actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` }))),
  "101 options": actions(menu({ options: options(101) })),
  "eleven radio buttons": actions({ type: "radio_buttons", action_id: "r", options: options(11) }),
  "an option over 75": actions(menu({ options: [option("a", of(76))] })),
  "an action id over 255": actions(button({ action_id: of(256) })),
  "a block id over 255": section({ block_id: of(256) }),
  "a confirm title over 100": actions(button({ confirm: { title: plain(of(101)), text: plain("a") } })),
  "eleven things in a context": { type: "context", elements: Array.from({ length: 11 }, () => mrkdwn("a")) },
  "a task with an unknown status": task({ status: "done" }),
  "a task without an id": { type: "task_card", title: "T", status: "pending" },
  "a plan without a title": { type: "plan", tasks: [] },
  "a card title over 150": { type: "card", title: mrkdwn(of(151)) },
  "a card body over 200": { type: "card", body: mrkdwn(of(201)) },
  "a button in a section text": section({ text: button() }),
  "a table cell that is a text object": { type: "table", rows: [[plain("a")]] },
  "a container in a container": {
    type: "container",
    title: plain("a"),
    child_blocks: [{ type: "container", child_blocks: [] }],
  },
  "an image without alt text": { type: "image", image_url: "https://x.test/a.png" },
};

/** What Slack refuses although its types don't say so. */
const refusedBeyondSchema: Record<string, object[]> = {
  "an empty text": [section({ text: mrkdwn("") })],
  "an empty section": [{ type: "section" }],
  "a field over 2000": [section({ fields: [mrkdwn(of(2001))] })],
  "the same action id twice": [actions(button()), section({ accessory: button() })],
  "the same block id twice": [section({ block_id: "a" }), section({ block_id: "a" })],
  "two tables": [
    { type: "table", rows: [[cell("a")]] },
    { type: "table", rows: [[cell("b")]] },
  ],
  "101 rows": [{ type: "table", rows: Array.from({ length: 101 }, () => [cell("a")]) }],
  "21 columns": [{ type: "table", rows: [Array.from({ length: 21 }, () => cell("a"))] }],
  "six in an overflow": [actions({ type: "overflow", action_id: "more", options: options(6) })],
  "no options": [actions(menu({}))],
  "an initial option that isn't offered": [
    actions(menu({ options: options(2), initial_option: option("other") })),
  ],
  "an actions block without elements": [actions()],
  "a plan beside a task card": [{ type: "plan", title: "p", tasks: [] }, task()],
  "an alert in a message": [{ type: "alert", text: plain("a") }],
  "eleven children": [
    { type: "container", title: plain("a"), child_blocks: Array.from({ length: 11 }, () => section()) },
  ],
  "eleven cards": [
    { type: "carousel", elements: Array.from({ length: 11 }, () => ({ type: "card", title: mrkdwn("a") })) },
  ],
  "51 blocks": Array.from({ length: 51 }, () => ({ type: "divider" })),
  "a markdown over 12000": [{ type: "markdown", text: of(12_001) }],
};

describe("message blocks", () => {
  it.each(Object.entries(accepted))("takes %s", (_name, block) => {
    expect(validateMessageBlocks([block])).toBeNull();
  });

  it.each(Object.entries(refusedBySchema))("refuses %s", (_name, block) => {
    expect(validateMessageBlocks([block])?.error).toBe("invalid_blocks");
  });

  it.each(Object.entries(refusedBeyondSchema))("refuses %s", (_name, blocks) => {
    const verdict = validateMessageBlocks(blocks);
    expect(verdict?.error).toBe("invalid_blocks");
    expect(verdict?.messages.length).toBeGreaterThan(0);
  });

  it("refuses more than thirteen thousand characters in all", () => {
    const long = (count: number) => Array.from({ length: count }, () => section({ text: mrkdwn(of(2900)) }));
    expect(validateMessageBlocks(long(4))).toBeNull();
    expect(validateMessageBlocks(long(5))?.error).toBe("msg_blocks_too_long");
  });

  it("says where the fault is, as Slack does", () => {
    const verdict = validateMessageBlocks([section(), { type: "header", text: plain(of(151)) }]);
    expect(verdict?.messages).toEqual([
      "[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]",
    ]);
  });
});

const modal = (extra: object = {}) => ({ type: "modal", title: plain("T"), blocks: [section()], ...extra });
const input = { type: "input", label: plain("L"), element: { type: "plain_text_input", action_id: "a" } };

describe("views", () => {
  it.each<[string, object]>([
    ["a modal", modal()],
    ["an input with a submit", modal({ blocks: [input], submit: plain("Go"), private_metadata: of(3000) })],
    ["an alert", modal({ blocks: [{ type: "alert", level: "info", text: mrkdwn("a") }] })],
    ["a Home", { type: "home", blocks: [section()] }],
  ])("takes %s", (_name, view) => {
    expect(validateView(view)).toBeNull();
  });

  it.each<[string, object]>([
    ["a title over 24", modal({ title: plain(of(25)) })],
    ["a submit over 24", modal({ submit: plain(of(25)) })],
    ["metadata over 3000", modal({ private_metadata: of(3001) })],
    ["an input without a submit", modal({ blocks: [input] })],
    ["a container in a modal", modal({ blocks: [accepted["a container"]] })],
    ["a plan in a modal", modal({ blocks: [accepted["a plan"]] })],
    ["101 blocks", modal({ blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) })],
    ["an alert in a Home", { type: "home", blocks: [{ type: "alert", text: mrkdwn("a") }] }],
  ])("refuses %s", (_name, view) => {
    expect(validateView(view)?.error).toBe("invalid_arguments");
  });
});

describe.skipIf(!isHere)("Slack's own types agree", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  if (isHere) ajv.addSchema(JSON.parse(readFileSync(specification, "utf8")) as object);
  const passes = (name: "Blocks" | "Modal", value: unknown): boolean => {
    const check = ajv.getSchema(`bk#/$defs/${name}`);
    if (!check) throw new Error(`the specification has no ${name}`);
    return check(value) === true;
  };

  it.each(Object.entries(accepted))("that %s is right", (_name, block) => {
    expect(passes("Blocks", [block])).toBe(true);
  });

  it.each(Object.entries(refusedBySchema))("that %s is wrong", (_name, block) => {
    expect(passes("Blocks", [block])).toBe(false);
  });

  it("about every mutation of a right block: what they refuse, the stand-in refuses", () => {
    const lenient: string[] = [];
    let refused = 0;
    for (const block of Object.values(accepted) as Block[]) {
      for (const mutant of mutate(block)) {
        if (passes("Blocks", [mutant])) continue;
        refused += 1;
        if (validateMessageBlocks([mutant]) === null) lenient.push(JSON.stringify(mutant).slice(0, 200));
      }
    }
    expect(lenient).toEqual([]);
    expect(refused).toBeGreaterThan(300);
  });
});

/** Each property in turn left out, of another type, far too long, and joined by an unknown one. */
function* mutate(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const mutant of mutate(item)) yield value.with(index, mutant);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  yield { ...value, unheard_of: true };
  for (const [key, content] of Object.entries(value)) {
    const { [key]: _left, ...rest } = value as Record<string, unknown>;
    yield rest;
    yield { ...value, [key]: 42 };
    yield { ...value, [key]: [] };
    if (typeof content === "string") yield { ...value, [key]: of(13_001) };
    for (const mutant of mutate(content)) yield { ...value, [key]: mutant };
  }
}
