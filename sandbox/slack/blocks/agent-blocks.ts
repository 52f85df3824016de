// Newer blocks: alert, card, carousel, markdown, plan, task_card and context_actions.
import { z } from "zod";
import { button, imageElement } from "./elements.ts";
import { richText } from "./rich-text.ts";
import { actionId, anyText, blockId, confirm, mrkdwn, plainText } from "./text-objects.ts";

const named = <T extends string>(type: T) => ({ type: z.literal(type), block_id: blockId });
const label = z.string().max(75).optional();

const card = z.strictObject({
  ...named("card"),
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(150).optional(),
  subtitle: mrkdwn(150).optional(),
  body: mrkdwn(200).optional(),
  actions: z.array(button).min(1).optional(),
});

const taskCard = z.strictObject({
  ...named("task_card"),
  task_id: z.string().min(1),
  title: z.string().min(1),
  details: richText.optional(),
  output: richText.optional(),
  sources: z
    .array(z.strictObject({ type: z.literal("url"), url: z.string().min(1), text: z.string().min(1) }))
    .optional(),
  status: z.enum(["pending", "in_progress", "complete", "error"]),
});

const feedback = z.strictObject({
  text: plainText(75),
  accessibility_label: label,
  value: z.string().max(2000),
});

export const agentBlocks = [
  z.strictObject({
    ...named("alert"),
    text: anyText(3000),
    level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
  }),
  card,
  z.strictObject({ ...named("carousel"), elements: z.array(card).min(1).max(10) }),
  z.strictObject({ ...named("markdown"), text: z.string().min(1).max(12_000) }),
  taskCard,
  z.strictObject({ ...named("plan"), title: z.string().min(1), tasks: z.array(taskCard).optional() }),
  z.strictObject({
    ...named("context_actions"),
    elements: z
      .array(
        z.discriminatedUnion("type", [
          z.strictObject({
            type: z.literal("feedback_buttons"),
            action_id: actionId,
            positive_button: feedback,
            negative_button: feedback,
          }),
          z.strictObject({
            type: z.literal("icon_button"),
            action_id: actionId,
            confirm: confirm.optional(),
            icon: z.string(),
            text: plainText(75),
            accessibility_label: label,
            value: z.string().max(2000).optional(),
            visible_to_user_ids: z.array(z.string()).optional(),
          }),
        ]),
      )
      .min(1)
      .max(5),
  }),
] as const;
