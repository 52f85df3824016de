// Says something to one person, where they asked: not in a channel that we may not be in.
import type { Actor } from "../../engine/model/migration.ts";
import { buildTextModal } from "../cards/text-modal.ts";
import type { BotContext, Surface } from "../context.ts";
import type { Lane } from "../slack/slack.ts";
import { cantBeToldThere } from "../slack/slack-client.ts";
import { publishHome } from "./homes.ts";

export interface Listener {
  /** Where the app is installed. */
  readonly team: string;
  readonly actor: Actor;
  readonly surface: Surface;
  /** Of the move, where they asked in none. */
  readonly channel?: string;
  readonly lane?: Lane;
}

/** How the person was reached. */
export type Reached = "window" | "answer" | "home" | "channel" | "person";

/**
 * By the window that waits, by the command's or click's own address, on Home, in the channel for their eyes alone, and
 * at last by a message to them. `text` is mrkdwn, data in it escaped. Throws the last error when nothing reached them.
 */
export async function tellPerson(bot: BotContext, listener: Listener, text: string): Promise<Reached> {
  const { team, actor, surface, channel = surface.channel, lane } = listener;
  const slack = await bot.slackOf(team);
  const { viewId, responseUrl } = surface;
  if (
    viewId &&
    (await tried(bot, async () =>
      slack.updateModal(viewId, buildTextModal(text, await bot.people.wordsOf(team, actor.user))),
    ))
  )
    return "window";
  if (responseUrl && (await tried(bot, () => slack.respond(responseUrl, text)))) return "answer";
  if (surface.isHome) {
    await publishHome(bot, team, actor, text);
    return "home";
  }
  if (channel) {
    try {
      await slack.postEphemeral(channel, actor.user, text, lane);
      return "channel";
    } catch (error) {
      if (!cantBeToldThere(error)) throw error;
      bot.log.info({ channel, err: error }, "a person could not be told in the channel");
    }
  }
  await slack.post(actor.user, { text, blocks: [] }, lane ? { lane } : {});
  return "person";
}

async function tried(bot: BotContext, tell: () => Promise<void>): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    bot.log.info({ err: error }, "a person could not be told where they asked");
    return false;
  }
}
