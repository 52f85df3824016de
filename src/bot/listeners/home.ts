// Home: drawn when it is opened, and a move that begins there.

import { buildStartModal } from "../cards/start-modal.ts";
import type { BotContext, Surface } from "../context.ts";
import { HOME_START, INPUTS } from "../conversation/action-ids.ts";
import type { Homes } from "../shell/homes.ts";
import type { Runner } from "../shell/runner.ts";
import { openWindow } from "../shell/window.ts";
import { isGone } from "../slack/slack-client.ts";
import { beginMigration } from "./begin.ts";
import type { ViewBody } from "./payloads.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

/** True when the action was Home's. */
export async function clickInHome(
  bot: BotContext,
  { team, actor, words, role }: PersonInMigration,
  action: string,
  surface: Surface,
): Promise<boolean> {
  if (action !== HOME_START) return false;
  if (role !== "stranger") await openWindow(bot, { team, actor, surface }, buildStartModal(words));
  return true;
}

/** A channel that we are not in can't be asked for its members; its move says on Home that I must be invited. */
async function mayBegin({ slackOf, log }: BotContext, person: PersonInMigration, channel: string) {
  try {
    return await (await slackOf(person.team)).isMember(channel, person.actor.user);
  } catch (error) {
    if (!isGone(error)) throw error;
    log.info({ channel, err: error }, "a move was started in a channel that the bot is not in");
    return true;
  }
}

export async function submitStart(
  bot: BotContext,
  runner: Runner,
  homes: Homes,
  person: PersonInMigration,
  body: ViewBody,
): Promise<void> {
  const state = body.view.state?.values[INPUTS.channel]?.[INPUTS.channel];
  const channel = state?.selected_conversation;
  if (!channel || person.role === "stranger") return;
  if (await mayBegin(bot, person, channel)) await beginMigration(bot, runner, person, channel);
  await homes.publish(person.team, person.actor);
}
