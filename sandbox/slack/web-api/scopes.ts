// Which scope a method needs; Slack refuses one whose token lacks it, and names it.
import type { Channel } from "../types.ts";
import type { Workspace } from "../workspace.ts";
import { SlackRefusal } from "./method.ts";

const needed: Readonly<Record<string, string>> = {
  "chat.postMessage": "chat:write",
  "chat.postEphemeral": "chat:write",
  "chat.update": "chat:write",
  "chat.delete": "chat:write",
  "conversations.join": "channels:join",
  "users.info": "users:read",
  "team.info": "team:read",
  "reactions.add": "reactions:write",
  "files.getUploadURLExternal": "files:write",
  "files.completeUploadExternal": "files:write",
  "files.delete": "files:write",
  "files.info": "files:read",
};

/** These depend on what kind of conversation is meant. */
const ofChannels: Readonly<Record<string, string>> = {
  "conversations.info": "read",
  "conversations.members": "read",
  "conversations.history": "history",
  "conversations.replies": "history",
  "conversations.leave": "write",
};

const kindOf = (channel: Channel | undefined): string =>
  channel?.isIm ? "im" : channel?.isPrivate ? "groups" : "channels";

function scopeOf(workspace: Workspace, method: string, channel: unknown): string | undefined {
  const verb = ofChannels[method];
  if (verb) return `${kindOf(workspace.channels.get(String(channel)))}:${verb}`;
  return method === "conversations.open" ? "im:write" : needed[method];
}

/** @throws SlackRefusal `missing_scope` */
export function requireScope(
  workspace: Workspace,
  method: string,
  channel: unknown,
  granted: readonly string[],
): void {
  const scope = scopeOf(workspace, method, channel);
  if (scope && !granted.includes(scope))
    throw new SlackRefusal("missing_scope", [`needed: ${scope}`, `provided: ${granted.join(",")}`]);
}
