// A window opens at once and is filled afterwards: a trigger lives three seconds, loading may take longer.
import type { Modal } from "../blocks/block.ts";
import { buildTextModal } from "../cards/text-modal.ts";
import type { BotContext } from "../context.ts";
import { isClosedView } from "../slack/slack-client.ts";
import { type Listener, tellPerson } from "./tell-person.ts";

/** Opens what is ready, or says that it is loading, and sets `viewId` of the surface. False when no window could be opened: the person was told to press once more. */
export async function openWindow(bot: BotContext, listener: Listener, ready?: Modal): Promise<boolean> {
  const { team, actor, surface } = listener;
  const words = await bot.people.wordsOf(team, actor.user);
  try {
    if (!surface.triggerId) throw new Error("nothing was pressed that could open a window");
    const modal = ready ?? buildTextModal(words.window.loading, words);
    surface.viewId = await (await bot.slackOf(team)).openModal(surface.triggerId, modal);
    return true;
  } catch (error) {
    bot.log.info({ err: error }, "a window could not be opened");
    await tellPerson(bot, listener, words.refusal.tooLate);
    return false;
  }
}

/** Whoever closed the window meanwhile does not want it any more. */
export async function fillWindow(bot: BotContext, team: string, viewId: string, modal: Modal): Promise<void> {
  try {
    await (await bot.slackOf(team)).updateModal(viewId, modal);
  } catch (error) {
    if (!isClosedView(error)) throw error;
    bot.log.info({ err: error }, "a window was closed before it was filled");
  }
}
