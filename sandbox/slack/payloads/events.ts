// Payloads of the Events API.
import type { Envelope } from "../delivery/envelope.ts";
import type { Loose, SlackUser, StoredMessage } from "../types.ts";
import type { Workspace } from "../workspace.ts";

/** Wraps an event as Slack does; `teamId` is the workspace the app is installed in. */
export function eventEnvelope(workspace: Workspace, event: Loose, teamId = workspace.home.id): Envelope {
  const id = workspace.ids.next("Ev");
  const channel = workspace.channels.get(String(event.channel ?? ""));
  const payload = {
    token: "verification-token-unused",
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: workspace.appId,
    event,
    type: "event_callback",
    event_id: id,
    event_time: Math.floor(workspace.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: workspace.bot.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: `context-${id}`,
  };
  return { kind: "events_api", id, payload };
}

/** Nobody did it: the event names no person. */
export const channelIdChanged = (workspace: Workspace, oldId: string, newId: string): Loose => ({
  type: "channel_id_changed",
  old_channel_id: oldId,
  new_channel_id: newId,
  event_ts: workspace.ids.ts(),
});

/** `app_mention`, or `message` where the app listens to those. External people carry their own team. */
export function messageEvent(
  workspace: Workspace,
  type: "app_mention" | "message",
  message: StoredMessage,
  user: SlackUser,
): Loose {
  const channel = workspace.channels.get(message.channel);
  return {
    type,
    user: user.id,
    text: message.text,
    ts: message.ts,
    client_msg_id: `client-${message.ts}`,
    channel: message.channel,
    event_ts: message.ts,
    team: user.teamId,
    user_team: user.teamId,
    source_team: user.teamId,
    ...(type === "message" ? { channel_type: channel?.isIm ? "im" : "channel" } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
  };
}
