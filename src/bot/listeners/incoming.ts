// One shape for everything that a person does in Slack: who, where, in which team, and the key of its delivery.

import type { Surface } from "../context.ts";
import { MORE, parseClickValue } from "../conversation/action-ids.ts";
import { actionBody, commandBody, eventBody, viewBody } from "./payloads.ts";

export interface Incoming {
  /** Recognizes a repeated delivery. */
  readonly key: string;
  /** A click or a submitted window, by its id; absent for what was said. */
  readonly action?: string;
  /** Where the app is installed, as the payload says. */
  readonly installedTeam: string;
  readonly user: string;
  /** The person's own team; undefined where the payload doesn't say. */
  readonly userTeam: string | undefined;
  /** The migration that a button or modal names. */
  readonly migrationId?: string;
  readonly surface: Surface;
}

const defined = (value: string | null | undefined): string | undefined => value ?? undefined;

/** Leaves out what Slack did not say. */
function surface(values: { [K in keyof Surface]: Surface[K] | null | undefined }): Surface {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null),
  );
}

function fromEvent(body: unknown): Incoming | undefined {
  const { data } = eventBody.safeParse(body);
  if (!data) return undefined;
  const { event } = data;
  const joined = event.type === "member_joined_channel";
  const user = joined ? event.inviter : event.user;
  return {
    key: `event:${data.event_id}`,
    installedTeam: defined(data.authorizations?.[0]?.team_id) ?? data.team_id ?? "",
    user: user ?? "",
    userTeam: joined ? undefined : (defined(event.user_team) ?? defined(event.team)),
    surface:
      event.type === "app_home_opened"
        ? { isHome: true }
        : surface({ channel: event.channel, thread: event.thread_ts }),
  };
}

function fromAction(body: unknown): Incoming | undefined {
  const { data } = actionBody.safeParse(body);
  if (!data) return undefined;
  const [action] = data.actions;
  const { container } = data;
  const place = container.message_ts ?? container.view_id ?? "";
  const value = action?.action_id === MORE ? action.block_id : action?.value;
  const migrationId = parseClickValue(value)?.m;
  return {
    key: `action:${data.user.id}:${place}:${action?.action_id}:${action?.action_ts ?? data.trigger_id}`,
    installedTeam: data.view?.app_installed_team_id ?? data.team?.id ?? "",
    user: data.user.id,
    userTeam: defined(data.user.team_id),
    ...(action ? { action: action.action_id } : {}),
    ...(migrationId ? { migrationId } : {}),
    surface: surface({
      channel: data.channel?.id,
      triggerId: data.trigger_id,
      quiet: true,
      responseUrl: data.response_url,
      isHome: data.view?.type === "home" || undefined,
    }),
  };
}

function fromView(body: unknown): Incoming | undefined {
  const { data } = viewBody.safeParse(body);
  if (!data) return undefined;
  const migrationId = parseClickValue(data.view.private_metadata)?.m;
  return {
    key: `view:${data.view.id}:${data.view.hash ?? ""}`,
    installedTeam: data.view.app_installed_team_id ?? data.team?.id ?? "",
    user: data.user.id,
    userTeam: defined(data.user.team_id),
    action: data.view.callback_id,
    ...(migrationId ? { migrationId } : {}),
    surface: { quiet: true },
  };
}

function fromCommand(body: unknown): Incoming | undefined {
  const { data } = commandBody.safeParse(body);
  if (!data) return undefined;
  return {
    key: `command:${data.trigger_id}`,
    installedTeam: data.team_id,
    user: data.user_id,
    userTeam: data.team_id,
    surface: surface({
      channel: data.channel_id,
      triggerId: data.trigger_id,
      quiet: true,
      responseUrl: data.response_url,
    }),
  };
}

/** Undefined for requests that no person made, or that are not of ours. */
export function parseIncoming(body: unknown): Incoming | undefined {
  return fromEvent(body) ?? fromAction(body) ?? fromView(body) ?? fromCommand(body);
}
