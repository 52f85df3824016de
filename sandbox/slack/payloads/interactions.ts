// Payloads of interactions and slash commands.
import type {
  Block,
  Channel,
  Loose,
  SlackUser,
  StateValues,
  StoredMessage,
  StoredView,
  Team,
} from "../types.ts";
import type { Workspace } from "../workspace.ts";
import { messageShape, viewShape } from "./shapes.ts";

const userPart = (user: SlackUser): Loose => ({
  id: user.id,
  username: user.name,
  name: user.name,
  team_id: user.teamId,
});

const teamPart = (team: Team): Loose => ({ id: team.id, domain: team.domain });

const common = (workspace: Workspace, user: SlackUser): Loose => ({
  user: userPart(user),
  api_app_id: workspace.appId,
  token: "verification-token-unused",
  enterprise: null,
  is_enterprise_install: false,
});

/** An external person's modal says their own team; the app's is `view.app_installed_team_id`. */
const teamOfView = (workspace: Workspace, user: SlackUser): Loose =>
  teamPart(workspace.teams.get(user.teamId) ?? workspace.home);

export interface Clicked {
  readonly block: Block;
  /** The action without what every action carries. */
  readonly action: Loose;
  readonly state: StateValues;
  readonly triggerId: string;
}

function actionPart(workspace: Workspace, { block, action }: Clicked): Loose {
  return { block_id: block.block_id, ...action, action_ts: workspace.ids.ts() };
}

export function messageAction(
  workspace: Workspace,
  user: SlackUser,
  message: StoredMessage,
  clicked: Clicked,
  responseUrl: string,
): Loose {
  const channel = workspace.channels.get(message.channel);
  return {
    type: "block_actions",
    ...common(workspace, user),
    team: teamPart(workspace.home),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.ephemeralFor !== undefined,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    trigger_id: clicked.triggerId,
    channel: { id: message.channel, name: channel?.isIm ? "directmessage" : channel?.name },
    ...(message.ephemeralFor ? {} : { message: messageShape(workspace, message) }),
    state: { values: clicked.state },
    response_url: responseUrl,
    actions: [actionPart(workspace, clicked)],
  };
}

export function viewAction(workspace: Workspace, user: SlackUser, view: StoredView, clicked: Clicked): Loose {
  return {
    type: "block_actions",
    ...common(workspace, user),
    team: teamOfView(workspace, user),
    container: { type: "view", view_id: view.id },
    trigger_id: clicked.triggerId,
    view: viewShape(workspace, view),
    actions: [actionPart(workspace, clicked)],
  };
}

export function viewSubmission(
  workspace: Workspace,
  user: SlackUser,
  view: StoredView,
  triggerId: string,
): Loose {
  return {
    type: "view_submission",
    ...common(workspace, user),
    team: teamOfView(workspace, user),
    trigger_id: triggerId,
    view: viewShape(workspace, view),
    response_urls: [],
  };
}

export function viewClosed(
  workspace: Workspace,
  user: SlackUser,
  view: StoredView,
  isCleared: boolean,
): Loose {
  return {
    type: "view_closed",
    ...common(workspace, user),
    team: teamOfView(workspace, user),
    view: viewShape(workspace, view),
    is_cleared: isCleared,
  };
}

/** The team is the person's own, also where the command was given in a shared channel. */
export function slashCommand(
  workspace: Workspace,
  user: SlackUser,
  channel: Channel,
  command: { readonly command: string; readonly text: string },
  triggerId: string,
  responseUrl: string,
): Loose {
  return {
    token: "verification-token-unused",
    team_id: user.teamId,
    team_domain: workspace.teams.get(user.teamId)?.domain ?? "",
    channel_id: channel.id,
    channel_name: channel.isIm ? "directmessage" : channel.name,
    user_id: user.id,
    user_name: user.name,
    ...command,
    api_app_id: workspace.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}
