// The channel a method names, by id, by #name, or by a user's id for a direct message.
import type { Channel } from "../types.ts";
import type { Workspace } from "../workspace.ts";
import { SlackRefusal } from "./method.ts";

export function openDirectMessage(workspace: Workspace, userId: string): Channel {
  if (!workspace.users.has(userId)) throw new SlackRefusal("user_not_found");
  const open = [...workspace.channels.values()].find((c) => c.isIm && c.members.has(userId));
  if (open) return open;
  const channel: Channel = {
    id: workspace.ids.next("D"),
    name: "",
    isIm: true,
    isExtShared: false,
    members: new Set([userId, workspace.bot.id]),
  };
  workspace.channels.set(channel.id, channel);
  return channel;
}

/** @throws SlackRefusal `channel_not_found`, or `not_in_channel` where the bot was not invited into a public one */
export function findChannel(workspace: Workspace, name: string): Channel {
  const channel =
    workspace.channels.get(name) ??
    [...workspace.channels.values()].find((c) => !c.isIm && `#${c.name}` === name) ??
    (workspace.users.has(name) ? openDirectMessage(workspace, name) : undefined);
  if (!channel) throw new SlackRefusal("channel_not_found");
  if (!channel.members.has(workspace.bot.id))
    throw new SlackRefusal(channel.isPrivate ? "channel_not_found" : "not_in_channel");
  return channel;
}
