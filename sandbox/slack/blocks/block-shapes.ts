// Every block Slack takes, as strict shapes: an unknown property is an error, as it is there.
import { z } from "zod";
import { agentBlocks } from "./agent-blocks.ts";
import {
  button,
  choices,
  datetimepicker,
  imageElement,
  imageSource,
  overflow,
  richTextInput,
  typedInputs,
  workflowButton,
} from "./elements.ts";
import { richText } from "./rich-text.ts";
import { anyText, blockId, plainText } from "./text-objects.ts";

const named = <T extends string>(type: T) => ({ type: z.literal(type), block_id: blockId });

const rawText = z.strictObject({ type: z.literal("raw_text"), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: z.string() });
const cell = z.discriminatedUnion("type", [richText, rawText, rawNumber]);
const rows = (least: number, most: number) => z.array(z.array(cell).min(1).max(20)).min(least).max(most);

const actions = z.strictObject({
  ...named("actions"),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        button,
        ...choices,
        datetimepicker,
        overflow,
        workflowButton,
        richTextInput,
      ]),
    )
    .min(1)
    .max(25),
});

const section = z.strictObject({
  ...named("section"),
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: z
    .discriminatedUnion("type", [button, ...choices, overflow, workflowButton, imageElement])
    .optional(),
  expand: z.boolean().optional(),
});

const input = z.strictObject({
  ...named("input"),
  label: plainText(2000),
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion("type", [...choices, datetimepicker, richTextInput, ...typedInputs]),
});

const table = z.strictObject({
  ...named("table"),
  rows: rows(1, 100),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(["left", "center", "right"]).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});

const plainBlocks = [
  actions,
  z.strictObject({
    ...named("context"),
    elements: z
      .array(z.union([imageElement, anyText(3000)]))
      .min(1)
      .max(10),
  }),
  z.strictObject(named("divider")),
  z.strictObject({ ...named("file"), source: z.string(), external_id: z.string() }),
  z.strictObject({ ...named("header"), text: plainText(150) }),
  z.strictObject({
    ...named("image"),
    ...imageSource,
    alt_text: z.string().max(2000),
    title: plainText(2000).optional(),
  }),
  input,
  richText,
  section,
  table,
  z.strictObject({
    ...named("video"),
    video_url: z.string(),
    thumbnail_url: z.string(),
    alt_text: z.string(),
    title: plainText(200),
    title_url: z.string().optional(),
    author_name: z.string().max(50).optional(),
    provider_name: z.string().optional(),
    provider_icon_url: z.string().optional(),
    description: plainText(200).optional(),
  }),
] as const;

const container = z.strictObject({
  ...named("container"),
  title: plainText(150).optional(),
  rich_text_title: richText.optional(),
  subtitle: anyText(150).optional(),
  child_blocks: z
    .array(z.discriminatedUnion("type", [...plainBlocks]))
    .min(1)
    .max(10),
  width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
  icon: imageElement.optional(),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  has_header_divider: z.boolean().optional(),
});

const dataTable = z.strictObject({
  ...named("data_table"),
  rows: rows(2, 101),
  caption: z.string(),
  page_size: z.number().min(1).max(100).optional(),
  row_header_column_index: z.number().optional(),
});

export const block = z.discriminatedUnion("type", [...plainBlocks, ...agentBlocks, container, dataTable]);
