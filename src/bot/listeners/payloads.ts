// Slack's payloads at the border: the few fields that we read, checked, whatever kind of request brought them.
import { z } from "zod";

const id = z.string().min(1).max(64);
const team = z.object({ id: id.optional() }).nullish();

export const eventBody = z.object({
  type: z.literal("event_callback"),
  event_id: z.string(),
  team_id: id.nullish(),
  authorizations: z.array(z.object({ team_id: id.nullish() })).nullish(),
  event: z.object({
    type: z.string(),
    user: id.nullish(),
    inviter: id.nullish(),
    team: id.nullish(),
    user_team: id.nullish(),
    channel: id.nullish(),
    ts: z.string().nullish(),
    thread_ts: z.string().nullish(),
    text: z.string().nullish(),
    tab: z.string().nullish(),
  }),
});

const view = z.object({
  id: z.string(),
  hash: z.string().nullish(),
  callback_id: z.string(),
  private_metadata: z.string().nullish(),
  app_installed_team_id: id.nullish(),
  state: z
    .object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: z.string().nullish(),
            selected_conversation: z.string().max(64).nullish(),
            selected_option: z.object({ value: z.string() }).nullish(),
          }),
        ),
      ),
    })
    .nullish(),
});

export const viewBody = z.object({
  type: z.literal("view_submission"),
  team,
  user: z.object({ id, team_id: id.nullish() }),
  view,
});
export type ViewBody = z.infer<typeof viewBody>;

export const actionBody = z.object({
  type: z.literal("block_actions"),
  team,
  user: z.object({ id, team_id: id.nullish() }),
  trigger_id: z.string().nullish(),
  channel: z.object({ id }).nullish(),
  container: z.object({
    message_ts: z.string().nullish(),
    view_id: z.string().nullish(),
    thread_ts: z.string().nullish(),
  }),
  response_url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullish(),
  view: z.object({ type: z.string().nullish(), app_installed_team_id: id.nullish() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().nullish(),
        action_ts: z.string().nullish(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type ActionBody = z.infer<typeof actionBody>;

export const commandBody = z.object({
  command: z.string(),
  text: z.string().nullish(),
  team_id: id,
  user_id: id,
  channel_id: id,
  trigger_id: z.string(),
  response_url: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullish(),
});
