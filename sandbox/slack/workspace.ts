// Everything the stand-in remembers: channels, messages, files, views and tokens, with a signal on each change.
import { EventEmitter } from "node:events";
import { Ids } from "./ids.ts";
import { appId, botId, botUser, customerTeam, defaultChannel, homeTeam, strangerTeam } from "./people.ts";
import type {
  Block,
  Channel,
  Loose,
  SlackUser,
  StoredFile,
  StoredMessage,
  StoredView,
  Team,
} from "./types.ts";

interface Trigger {
  readonly userId: string;
  readonly at: number;
  /** The modal it was clicked in, so that `views.push` knows where. */
  readonly viewId?: string;
  used: boolean;
}

/** A `response_url`: five uses within thirty minutes. */
export interface ResponseHook {
  readonly userId: string;
  readonly channel: string;
  readonly at: number;
  messageTs?: string;
  uses: number;
}

export interface Workspace {
  readonly appId: string;
  readonly botId: string;
  readonly bot: SlackUser;
  readonly home: Team;
  readonly teams: Map<string, Team>;
  readonly users: Map<string, SlackUser>;
  readonly channels: Map<string, Channel>;
  readonly messages: StoredMessage[];
  readonly files: Map<string, StoredFile>;
  /** Modals by id and Homes by id. */
  readonly views: Map<string, StoredView>;
  /** Open modals of a user, the top one last. */
  readonly stacks: Map<string, string[]>;
  /** User id → id of the published Home. */
  readonly homes: Map<string, string>;
  /** Bot token → team it is installed in. */
  readonly tokens: Map<string, string>;
  readonly triggers: Map<string, Trigger>;
  readonly hooks: Map<string, ResponseHook>;
  readonly ids: Ids;
  readonly now: () => number;
  /** Emits `change` after every change and `message` with a new or edited message. */
  readonly signals: EventEmitter;
}

export function createWorkspace(users: readonly SlackUser[], botToken: string, now: () => number): Workspace {
  const everyone = [...users, botUser];
  const channel: Channel = {
    ...defaultChannel,
    isIm: false,
    isExtShared: true,
    members: new Set(everyone.map((user) => user.id)),
  };
  const signals = new EventEmitter();
  signals.setMaxListeners(0);
  return {
    appId,
    botId,
    bot: botUser,
    home: homeTeam,
    teams: new Map([homeTeam, customerTeam, strangerTeam].map((team) => [team.id, team])),
    users: new Map(everyone.map((user) => [user.id, user])),
    channels: new Map([[channel.id, channel]]),
    messages: [],
    files: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    tokens: new Map([[botToken, homeTeam.id]]),
    triggers: new Map(),
    hooks: new Map(),
    ids: new Ids(now),
    now,
    signals,
  };
}

/** Says that something changed; `message` names a message that is new or edited. */
export function signalChange(workspace: Workspace, message?: StoredMessage): void {
  if (message) workspace.signals.emit("message", message);
  workspace.signals.emit("change");
}

/** Adds a message and tells everybody who waits for one. */
export function addMessage(
  workspace: Workspace,
  message: Omit<StoredMessage, "ts" | "fileIds" | "reactions"> & { fileIds?: string[] },
): StoredMessage {
  const stored: StoredMessage = { fileIds: [], ...message, ts: workspace.ids.ts(), reactions: [] };
  stored.blocks = withBlockIds(workspace, stored.blocks);
  workspace.messages.push(stored);
  signalChange(workspace, stored);
  return stored;
}

/** Slack gives every block and every interactive element an id; the caller's own are kept. */
export function withBlockIds(workspace: Workspace, blocks: StoredMessage["blocks"]): StoredMessage["blocks"] {
  const nameAction = <T>(element: T): T =>
    interactive.test(String((element as Loose | undefined)?.type))
      ? { action_id: workspace.ids.next("a"), ...element }
      : element;
  return blocks.map((block) => {
    const named: Block = { block_id: workspace.ids.next("b"), ...block };
    const parts: Loose = {};
    for (const key of ["elements", "actions"])
      if (Array.isArray(named[key])) parts[key] = named[key].map(nameAction);
    for (const key of ["accessory", "element"]) if (named[key]) parts[key] = nameAction(named[key]);
    if (Array.isArray(named.child_blocks)) parts.child_blocks = withBlockIds(workspace, named.child_blocks);
    return { ...named, ...parts };
  });
}

const interactive = /button|select|picker|input|overflow|checkboxes/;

/** Gives a channel another id, as sharing a private one does; its messages and members go along. @returns the new id */
export function moveChannel(workspace: Workspace, id: string): string {
  const channel = workspace.channels.get(id);
  if (!channel) throw new Error(`there is no channel ${id}`);
  const newId = workspace.ids.next("C");
  workspace.channels.delete(id);
  workspace.channels.set(newId, { ...channel, id: newId, isExtShared: true });
  for (const message of workspace.messages) if (message.channel === id) message.channel = newId;
  signalChange(workspace);
  return newId;
}

/** A trigger is good for three seconds and one use. */
export function issueTrigger(workspace: Workspace, userId: string, viewId?: string): string {
  const id = `${workspace.ids.next("")}.${workspace.home.id}.trigger`;
  workspace.triggers.set(id, { userId, at: workspace.now(), used: false, ...(viewId ? { viewId } : {}) });
  return id;
}

export function issueHook(workspace: Workspace, hook: Omit<ResponseHook, "at" | "uses">): string {
  const id = workspace.ids.next("hook");
  workspace.hooks.set(id, { ...hook, at: workspace.now(), uses: 0 });
  return id;
}
