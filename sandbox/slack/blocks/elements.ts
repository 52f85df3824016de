// Interactive elements and images with their limits.
import { z } from "zod";
import { richText } from "./rich-text.ts";
import {
  actionId,
  colorScheme,
  confirm,
  option,
  optionGroup,
  plainOption,
  plainText,
  url,
} from "./text-objects.ts";

const placeholder = plainText(150).optional();
const focus = z.boolean().optional();
const asked = { confirm: confirm.optional(), action_id: actionId };
const select = { ...asked, placeholder, focus_on_load: focus };
const several = { ...select, max_selected_items: z.number().min(1).optional() };
const options = {
  options: z.array(plainOption).min(1).max(100).optional(),
  option_groups: z.array(optionGroup).min(1).max(100).optional(),
};
const filter = z
  .strictObject({
    include: z.array(z.enum(["im", "mpim", "private", "public"])).optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const dispatch = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(["on_enter_pressed", "on_character_entered"])).optional(),
  })
  .optional();
const typed = {
  action_id: actionId,
  placeholder,
  focus_on_load: focus,
  dispatch_action_config: dispatch,
  initial_value: z.string().optional(),
};
const strings = z.array(z.string()).optional();
const label = z.string().max(75).optional();

const slackFile = z.union([z.strictObject({ url: z.string() }), z.strictObject({ id: z.string() })]);
/** Exactly one of the two sources. */
export const imageSource = { image_url: z.string().max(3000).optional(), slack_file: slackFile.optional() };
export const imageElement = z.strictObject({
  type: z.literal("image"),
  alt_text: z.string().max(2000),
  ...imageSource,
});

export const button = z.strictObject({
  type: z.literal("button"),
  ...asked,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: url.optional(),
  style: colorScheme.optional(),
  accessibility_label: label,
});

export const choices = [
  z.strictObject({
    type: z.literal("checkboxes"),
    ...asked,
    focus_on_load: focus,
    options: z.array(option).min(1).max(10),
    initial_options: z.array(option).min(1).optional(),
  }),
  z.strictObject({
    type: z.literal("radio_buttons"),
    ...asked,
    focus_on_load: focus,
    options: z.array(option).min(1).max(10),
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal("datepicker"), ...select, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal("timepicker"),
    ...select,
    initial_time: z.string().optional(),
    timezone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("static_select"),
    ...select,
    ...options,
    initial_option: plainOption.optional(),
  }),
  z.strictObject({
    type: z.literal("multi_static_select"),
    ...several,
    ...options,
    initial_options: z.array(plainOption).min(1).optional(),
  }),
  z.strictObject({ type: z.literal("users_select"), ...select, initial_user: z.string().optional() }),
  z.strictObject({ type: z.literal("multi_users_select"), ...several, initial_users: strings }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...select,
    filter,
    response_url_enabled: z.boolean().optional(),
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...several,
    filter,
    initial_conversations: strings,
    default_to_current_conversation: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal("channels_select"),
    ...select,
    response_url_enabled: z.boolean().optional(),
    initial_channel: z.string().optional(),
  }),
  z.strictObject({ type: z.literal("multi_channels_select"), ...several, initial_channels: strings }),
  z.strictObject({
    type: z.literal("external_select"),
    ...select,
    initial_option: plainOption.optional(),
    min_query_length: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal("multi_external_select"),
    ...several,
    initial_options: z.array(plainOption).optional(),
    min_query_length: z.number().optional(),
  }),
] as const;

export const datetimepicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...asked,
  focus_on_load: focus,
  initial_date_time: z.number().optional(),
});

export const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...asked,
  options: z.array(plainOption).min(1).max(5),
});

export const workflowButton = z.strictObject({
  type: z.literal("workflow_button"),
  ...asked,
  text: plainText(75),
  style: colorScheme.optional(),
  accessibility_label: label,
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: z.string(),
      customizable_input_parameters: z
        .array(z.strictObject({ name: z.string(), value: z.string() }))
        .optional(),
    }),
  }),
});

export const richTextInput = z.strictObject({
  type: z.literal("rich_text_input"),
  action_id: actionId,
  placeholder,
  focus_on_load: focus,
  dispatch_action_config: dispatch,
  initial_value: richText.optional(),
  min_lines: z.number().optional(),
  max_lines: z.number().optional(),
});

export const typedInputs = [
  z.strictObject({
    type: z.literal("plain_text_input"),
    ...typed,
    multiline: z.boolean().optional(),
    min_length: z.number().min(0).max(3000).optional(),
    max_length: z.number().min(1).max(3000).optional(),
  }),
  z.strictObject({ type: z.literal("email_text_input"), ...typed }),
  z.strictObject({ type: z.literal("url_text_input"), ...typed }),
  z.strictObject({
    type: z.literal("number_input"),
    ...typed,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("file_input"),
    action_id: actionId,
    filetypes: strings,
    max_files: z.number().min(1).max(10).optional(),
  }),
] as const;
