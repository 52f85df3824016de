// Stored things as Slack shows them to an app.
import type { Channel, Loose, SlackUser, StoredFile, StoredMessage, StoredView } from "../types.ts";
import type { Workspace } from "../workspace.ts";

export function messageShape(workspace: Workspace, message: StoredMessage): Loose {
  const author = workspace.users.get(message.user);
  const replies = workspace.messages.filter(
    (m) =>
      m.threadTs === message.ts && m.ts !== message.ts && m.channel === message.channel && !m.ephemeralFor,
  );
  return {
    type: "message",
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: author?.teamId ?? workspace.home.id,
    ...(message.botId ? { bot_id: message.botId, app_id: workspace.appId } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(replies.length > 0 ? { thread_ts: message.ts, reply_count: replies.length } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.reactions.length > 0 ? { reactions: message.reactions } : {}),
    ...(message.fileIds.length > 0
      ? { files: message.fileIds.flatMap((id) => workspace.files.get(id) ?? []).map((f) => fileShape(f, "")) }
      : {}),
  };
}

export function fileShape(file: StoredFile, url: string): Loose {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.length,
    mode: "hosted",
    filetype: file.name.split(".").at(-1) ?? "",
    url_private: `${url}/files/${file.id}`,
    url_private_download: `${url}/files/${file.id}`,
    permalink: `${url}/files/${file.id}`,
  };
}

export function viewShape(workspace: Workspace, view: StoredView): Loose {
  return {
    id: view.id,
    team_id: workspace.home.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.state },
    hash: view.hash,
    ...(view.type === "modal"
      ? { title: view.title, submit: view.submit ?? null, close: view.close ?? null }
      : {}),
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.home.id,
    bot_id: workspace.botId,
  };
}

export function userShape(workspace: Workspace, user: SlackUser): Loose {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: false,
    real_name: user.realName,
    tz: "Europe/Berlin",
    tz_offset: 3600,
    profile: {
      real_name: user.realName,
      display_name: user.name,
      title: user.title,
      team: user.teamId,
      ...(user.role === "bot" ? { bot_id: workspace.botId, api_app_id: workspace.appId } : {}),
    },
    is_admin: false,
    is_bot: user.role === "bot",
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_stranger: user.isStranger ?? false,
    ...(user.enterprise
      ? { enterprise_user: { id: user.id, enterprise_id: user.enterprise.id, teams: user.enterprise.teams } }
      : {}),
    updated: 0,
  };
}

export function channelShape(workspace: Workspace, channel: Channel): Loose {
  const teams = [...channel.members].map((id) => workspace.users.get(id)?.teamId);
  return {
    id: channel.id,
    name: channel.name,
    is_channel: !channel.isIm,
    is_im: channel.isIm,
    is_private: channel.isPrivate ?? false,
    is_archived: false,
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_member: channel.members.has(workspace.bot.id),
    num_members: channel.members.size,
    context_team_id: workspace.home.id,
    shared_team_ids: [...new Set(teams)].filter(Boolean),
    ...(channel.isIm ? { user: [...channel.members].find((id) => id !== workspace.bot.id) } : {}),
  };
}
