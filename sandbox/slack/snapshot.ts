// What one person sees on the page, as plain data.
import type { ActingParts } from "./acting/acting-parts.ts";
import { initialState, mergeState } from "./acting/element-value.ts";
import { topView, visibleTo } from "./acting/find-element.ts";
import type { Block, SlackUser, StateValues, StoredMessage, StoredView } from "./types.ts";

export interface PersonSeen {
  readonly id: string;
  readonly name: string;
  readonly role: SlackUser["role"];
  readonly title: string;
  readonly team: string;
  readonly isExternal: boolean;
}

interface FileSeen {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly size: number;
}

export interface MessageSeen {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: Block[];
  readonly threadTs?: string;
  readonly isEphemeral: boolean;
  readonly isEdited: boolean;
  readonly files: FileSeen[];
  readonly reactions: { name: string; users: string[] }[];
  readonly state: StateValues;
}

export interface ViewSeen {
  readonly id: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: Block[];
  readonly state: StateValues;
  readonly errors: Record<string, string>;
  readonly depth: number;
}

export interface Snapshot {
  readonly me: string;
  readonly people: PersonSeen[];
  readonly bot: { readonly id: string; readonly name: string };
  readonly team: string;
  readonly command: string;
  readonly channels: { id: string; name: string; isIm: boolean; isShared: boolean; members: string[] }[];
  readonly messages: MessageSeen[];
  readonly modal: ViewSeen | null;
  readonly home: ViewSeen | null;
}

const plain = (part: unknown): string | null => (part as { text?: string } | null | undefined)?.text ?? null;

function viewSeen(view: StoredView, depth: number): ViewSeen {
  return {
    id: view.id,
    title: plain(view.title) ?? "",
    submit: plain(view.submit),
    close: plain(view.close),
    blocks: view.blocks,
    state: mergeState(initialState(view.blocks), view.state),
    errors: view.errors,
    depth,
  };
}

function messageSeen(
  { workspace, messageState }: ActingParts,
  me: string,
  message: StoredMessage,
): MessageSeen {
  const picked = messageState.get(`${me} ${message.channel} ${message.ts}`) ?? {};
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs ? { threadTs: message.threadTs } : {}),
    isEphemeral: message.ephemeralFor !== undefined,
    isEdited: message.edited !== undefined && !message.botId,
    files: message.fileIds.flatMap((id) => {
      const file = workspace.files.get(id);
      return file ? [{ id, name: file.name, title: file.title, size: file.length }] : [];
    }),
    reactions: message.reactions,
    state: mergeState(initialState(message.blocks), picked),
  };
}

export function buildSnapshot(parts: ActingParts, user: SlackUser): Snapshot {
  const { workspace } = parts;
  const modal = topView(workspace, user.id);
  const home = workspace.views.get(workspace.homes.get(user.id) ?? "");
  return {
    me: user.id,
    people: [...workspace.users.values()].map((person) => ({
      id: person.id,
      name: person.realName,
      role: person.role,
      title: person.title,
      team: workspace.teams.get(person.teamId)?.name ?? "",
      isExternal: person.teamId !== workspace.home.id,
    })),
    bot: { id: workspace.bot.id, name: workspace.bot.realName },
    team: workspace.home.name,
    command: parts.slashCommand,
    channels: [...workspace.channels.values()]
      .filter((channel) => channel.members.has(user.id))
      .map(({ id, name, isIm, isExtShared, members }) => ({
        id,
        name,
        isIm,
        isShared: isExtShared,
        members: [...members],
      })),
    messages: visibleTo(workspace, user.id).map((message) => messageSeen(parts, user.id, message)),
    modal: modal ? viewSeen(modal, workspace.stacks.get(user.id)?.length ?? 1) : null,
    home: home ? viewSeen(home, 1) : null,
  };
}
