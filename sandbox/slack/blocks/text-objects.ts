// Text objects, options and confirm dialogs with their limits (Slack's composition objects).
import { z } from "zod";

const text = (max: number) => z.string().min(1).max(max);

export const plainText = (max = 3000) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(max), emoji: z.boolean().optional() });

export const mrkdwn = (max = 3000) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(max), verbatim: z.boolean().optional() });

export const anyText = (max = 3000) => z.discriminatedUnion("type", [plainText(max), mrkdwn(max)]);

export const blockId = z.string().max(255).optional();
export const actionId = z.string().max(255).optional();

/** Links of buttons and options; Slack takes web addresses and its own scheme. */
export const url = z
  .string()
  .max(3000)
  .regex(/^(https?|mailto|slack|tel):/, "must be a valid URL");

const optionShape = {
  value: text(75).optional(),
  url: url.optional(),
  description: plainText(75).optional(),
};

export const plainOption = z.strictObject({ ...optionShape, text: plainText(75) });
export const option = z.strictObject({ ...optionShape, text: anyText(75) });

export const optionGroup = z.strictObject({
  label: plainText(75),
  options: z.array(plainOption).min(1).max(100),
});

export const colorScheme = z.enum(["primary", "danger"]);

export const confirm = z.strictObject({
  title: plainText(100).optional(),
  text: anyText(300),
  confirm: plainText(30).optional(),
  deny: plainText(30).optional(),
  style: colorScheme.optional(),
});
