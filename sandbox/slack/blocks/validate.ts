// Refuses what Slack refuses: blocks of a message, and views.
import { z } from "zod";
import type { Block, Loose } from "../types.ts";
import { findRuleFaults, type Surface } from "./block-rules.ts";
import { block } from "./block-shapes.ts";
import { plainText } from "./text-objects.ts";
import { countText } from "./walk-blocks.ts";

/** `null` when all is well; otherwise Slack's error and the lines of `response_metadata.messages`. */
export type Verdict = null | { readonly error: string; readonly messages: string[] };

/** Undocumented and reported between 11 and 13 thousand characters. */
const longestMessage = 13_000;

function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "too_big":
      return `must be less than ${Number(issue.maximum) + 1} ${issue.origin === "array" ? "items" : "characters"}`;
    case "too_small":
      return `must be more than ${Number(issue.minimum) - 1} ${issue.origin === "array" ? "items" : "characters"}`;
    case "unrecognized_keys":
      return `invalid additional property: ${issue.keys.join(", ")}`;
    case "invalid_union":
      return "unsupported type";
    case "invalid_type":
      return issue.message.endsWith("received undefined")
        ? `missing required field: ${String(issue.path.at(-1))}`
        : `must be a valid ${issue.expected}`;
    default:
      return issue.message;
  }
}

const lines = (error: z.ZodError, root: string): string[] =>
  error.issues.map((issue) => `[ERROR] ${describe(issue)} [json-pointer:${[root, ...issue.path].join("/")}]`);

function validateBlocks(blocks: unknown, surface: Surface, root: string): string[] {
  const parsed = z
    .array(block)
    .max(surface === "message" ? 50 : 100)
    .safeParse(blocks);
  if (!parsed.success) return lines(parsed.error, root);
  return findRuleFaults(blocks as Block[], surface).map((fault) => `[ERROR] ${fault} [json-pointer:${root}]`);
}

/** @param blocks as posted: an array, already parsed from JSON */
export function validateMessageBlocks(blocks: unknown): Verdict {
  if (!Array.isArray(blocks)) return { error: "invalid_blocks_format", messages: [] };
  const messages = validateBlocks(blocks, "message", "/blocks");
  if (messages.length > 0) return { error: "invalid_blocks", messages };
  if (countText(blocks) > longestMessage) return { error: "msg_blocks_too_long", messages: [] };
  return null;
}

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const view = z.discriminatedUnion("type", [
  z.strictObject({
    ...shared,
    type: z.literal("modal"),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
  z.strictObject({ ...shared, type: z.literal("home") }),
]);

/** A modal or a Home; an input without a submit is refused. */
export function validateView(candidate: unknown): Verdict {
  const parsed = view.safeParse(candidate);
  if (!parsed.success) return { error: "invalid_arguments", messages: lines(parsed.error, "/view") };
  const { type, blocks } = parsed.data;
  const messages = validateBlocks(blocks, type, "/view/blocks");
  const asksInput = (blocks as Loose[]).some((b) => b.type === "input");
  if (type === "modal" && asksInput && !parsed.data.submit)
    messages.push("[ERROR] missing required field: submit, as there is an input [json-pointer:/view]");
  return messages.length > 0 ? { error: "invalid_arguments", messages } : null;
}
