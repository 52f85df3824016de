// chat.*: posting, editing and deleting messages.
import { validateMessageBlocks } from "../blocks/validate.ts";
import { messageShape } from "../payloads/shapes.ts";
import type { Block, Loose, StoredMessage } from "../types.ts";
import { addMessage, signalChange, type Workspace, withBlockIds } from "../workspace.ts";
import { findChannel } from "./find-channel.ts";
import { given, type Method, type MethodContext, need, SlackRefusal } from "./method.ts";

const longestText = 40_000;

export interface Content {
  readonly text: string;
  readonly blocks: Block[];
  readonly metadata?: unknown;
}

/** Reads and checks text, blocks and metadata of a message. @throws SlackRefusal as Slack's chat.postMessage */
export function readContent(args: Loose): Content {
  const text = given(args, "text") ?? "";
  const blocks = args.blocks ?? [];
  const verdict = validateMessageBlocks(blocks);
  if (verdict) throw new SlackRefusal(verdict.error, verdict.messages);
  if (text === "" && (blocks as Block[]).length === 0) throw new SlackRefusal("no_text");
  if (text.length > longestText) throw new SlackRefusal("msg_too_long");
  const metadata = args.metadata as Loose | undefined;
  if (metadata && (typeof metadata.event_type !== "string" || typeof metadata.event_payload !== "object"))
    throw new SlackRefusal("invalid_metadata_format");
  return { text, blocks: blocks as Block[], ...(metadata ? { metadata } : {}) };
}

function findOwnMessage({ workspace, args }: MethodContext, refusal: string): StoredMessage {
  const channel = findChannel(workspace, need(args, "channel", "channel_not_found"));
  const ts = need(args, "ts", "message_not_found");
  const message = workspace.messages.find((m) => m.channel === channel.id && m.ts === ts && !m.ephemeralFor);
  if (!message) throw new SlackRefusal("message_not_found");
  if (!message.botId) throw new SlackRefusal(refusal);
  return message;
}

const postMessage: Method = ({ workspace, args, rates, manifest }) => {
  const channel = findChannel(workspace, need(args, "channel", "channel_not_found"));
  if (channel.isIm && !manifest.hasMessagesTab) throw new SlackRefusal("messages_tab_disabled");
  const content = readContent(args);
  rates.post(channel.id);
  const threadTs = given(args, "thread_ts");
  const message = addMessage(workspace, {
    channel: channel.id,
    user: workspace.bot.id,
    botId: workspace.botId,
    ...content,
    ...(threadTs ? { threadTs } : {}),
  });
  return { channel: channel.id, ts: message.ts, message: messageShape(workspace, message) };
};

const postEphemeral: Method = ({ workspace, args, rates }) => {
  const channel = findChannel(workspace, need(args, "channel", "channel_not_found"));
  const user = need(args, "user", "user_not_in_channel");
  if (!channel.members.has(user)) throw new SlackRefusal("user_not_in_channel");
  const content = readContent(args);
  rates.post(channel.id);
  const threadTs = given(args, "thread_ts");
  const message = addMessage(workspace, {
    channel: channel.id,
    user: workspace.bot.id,
    botId: workspace.botId,
    ephemeralFor: user,
    ...content,
    ...(threadTs ? { threadTs } : {}),
  });
  return { message_ts: message.ts };
};

/** Replaces what was given; text without blocks takes the blocks away, as Slack does. */
export function editMessage(workspace: Workspace, message: StoredMessage, content: Content): void {
  message.text = content.text || message.text;
  message.blocks = withBlockIds(workspace, content.blocks);
  if (content.metadata) message.metadata = content.metadata;
  message.edited = { user: workspace.bot.id, ts: workspace.ids.ts() };
  signalChange(workspace, message);
}

const update: Method = (context) => {
  const { workspace, args, rates, token } = context;
  const message = findOwnMessage(context, "cant_update_message");
  const content = readContent(args);
  rates.update(token);
  editMessage(workspace, message, content);
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageShape(workspace, message),
  };
};

/** Takes a message off every screen. */
export function dropMessage(workspace: Workspace, message: StoredMessage): void {
  workspace.messages.splice(workspace.messages.indexOf(message), 1);
  signalChange(workspace);
}

const remove: Method = (context) => {
  const message = findOwnMessage(context, "cant_delete_message");
  dropMessage(context.workspace, message);
  return { channel: message.channel, ts: message.ts };
};

const getPermalink: Method = ({ workspace, args, url }) => {
  const channel = findChannel(workspace, need(args, "channel", "channel_not_found"));
  const ts = need(args, "message_ts", "message_not_found");
  return { channel: channel.id, permalink: `${url}/#${channel.id}/${ts}` };
};

export const chatMethods: Record<string, Method> = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": update,
  "chat.delete": remove,
  "chat.getPermalink": getPermalink,
};
