// conversations.*, users.*, team.info, reactions and bookmarks.
import { channelShape, messageShape, userShape } from "../payloads/shapes.ts";
import type { StoredMessage } from "../types.ts";
import { signalChange, type Workspace } from "../workspace.ts";
import { findChannel, openDirectMessage } from "./find-channel.ts";
import { given, type Method, type MethodContext, need, SlackRefusal } from "./method.ts";

const channelOf = ({ workspace, args }: MethodContext) =>
  findChannel(workspace, need(args, "channel", "channel_not_found"));

const info: Method = ({ workspace, args }) => {
  const channel = workspace.channels.get(need(args, "channel", "channel_not_found"));
  const isHidden = channel?.isPrivate && !channel.members.has(workspace.bot.id);
  if (!channel || isHidden) throw new SlackRefusal("channel_not_found");
  return { channel: channelShape(workspace, channel) };
};

const members: Method = (context) => ({
  members: [...channelOf(context).members],
  response_metadata: { next_cursor: "" },
});

const open: Method = ({ workspace, args }) => {
  const known = given(args, "channel");
  const channel = known
    ? findChannel(workspace, known)
    : openDirectMessage(workspace, need(args, "users", "users_list_not_supplied"));
  return { channel: channelShape(workspace, channel) };
};

const join: Method = ({ workspace, args }) => {
  const channel = workspace.channels.get(need(args, "channel", "channel_not_found"));
  if (!channel) throw new SlackRefusal("channel_not_found");
  channel.members.add(workspace.bot.id);
  signalChange(workspace);
  return { channel: channelShape(workspace, channel) };
};

const leave: Method = (context) => {
  channelOf(context).members.delete(context.workspace.bot.id);
  signalChange(context.workspace);
  return {};
};

const shown = (workspace: Workspace, messages: StoredMessage[], limit: unknown) => {
  const count = Math.min(Number(limit ?? 100) || 100, 999);
  return {
    messages: messages.slice(0, count).map((m) => messageShape(workspace, m)),
    has_more: messages.length > count,
  };
};

const history: Method = (context) => {
  const { workspace, args } = context;
  const channel = channelOf(context);
  const oldest = Number(given(args, "oldest") ?? 0);
  const messages = workspace.messages.filter(
    (m) => m.channel === channel.id && !m.ephemeralFor && !m.threadTs && Number(m.ts) > oldest,
  );
  return shown(workspace, messages.reverse(), args.limit);
};

const replies: Method = (context) => {
  const { workspace, args } = context;
  const channel = channelOf(context);
  const ts = need(args, "ts", "thread_not_found");
  const messages = workspace.messages.filter(
    (m) => m.channel === channel.id && !m.ephemeralFor && (m.ts === ts || m.threadTs === ts),
  );
  if (messages.length === 0) throw new SlackRefusal("thread_not_found");
  return shown(workspace, messages, args.limit);
};

const usersInfo: Method = ({ workspace, args }) => {
  const user = workspace.users.get(need(args, "user", "user_not_found"));
  if (!user) throw new SlackRefusal("user_not_found");
  const asked = ["1", "true"].includes(String(given(args, "include_locale")));
  return { user: { ...userShape(workspace, user), ...(asked ? { locale: user.locale ?? "en-US" } : {}) } };
};

const teamInfo: Method = ({ workspace, args, teamId }) => {
  const team = workspace.teams.get(given(args, "team") ?? teamId);
  if (!team) throw new SlackRefusal("team_not_found");
  return { team: { ...team, email_domain: "", icon: {} } };
};

const addReaction: Method = (context) => {
  const { workspace, args } = context;
  const channel = channelOf(context);
  const message = workspace.messages.find(
    (m) => m.channel === channel.id && m.ts === given(args, "timestamp"),
  );
  if (!message) throw new SlackRefusal("message_not_found");
  const name = need(args, "name", "invalid_name");
  if (message.reactions.some((r) => r.name === name)) throw new SlackRefusal("already_reacted");
  message.reactions.push({ name, users: [workspace.bot.id] });
  signalChange(workspace, message);
  return {};
};

export const conversationMethods: Record<string, Method> = {
  "conversations.info": info,
  "conversations.members": members,
  "conversations.open": open,
  "conversations.join": join,
  "conversations.leave": leave,
  "conversations.history": history,
  "conversations.replies": replies,
  "users.info": usersInfo,
  "team.info": teamInfo,
  "reactions.add": addReaction,
};
