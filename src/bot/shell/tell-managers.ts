// Tells the account managers in person when a move waits for them: a card in a channel is easily missed.
import { samePerson } from "../../engine/model/migration.ts";
import { section } from "../blocks/block.ts";
import { buildManagerNotice } from "../cards/manager-notice.ts";
import type { BotContext, ChannelMigration } from "../context.ts";
import type { ConversationState } from "../conversation/state.ts";
import { waitsFor } from "../conversation/waiting.ts";
import { stepOf } from "../steps/catalogue.ts";
import { linkTo, loadUrl } from "./homes.ts";
import { tellPerson } from "./tell-person.ts";

const TOLD = 10;

/** Once for every time that it comes to wait, for any process and restart. Never throws: the card says it too. */
export async function tellManagers(
  bot: BotContext,
  migration: ChannelMigration,
  state: ConversationState,
): Promise<void> {
  if (waitsFor(state) !== "account-manager") return;
  try {
    const { team } = migration.channel;
    const approver = "approver" in state && !state.halt ? state.approver : undefined;
    const managers = (await bot.accountManagers(team)).filter(
      (one) => approver === undefined || !samePerson(one, approver),
    );
    const since = state.decisions.at(-1)?.at ?? migration.createdAt;
    if (
      managers.length === 0 ||
      !(await bot.engine.firstDelivery(`waits:${migration.id}:${state.step}:${since}`))
    )
      return;
    const data = await loadNoticeData(bot, migration, state);
    for (const manager of managers.slice(0, TOLD)) {
      const words = await bot.people.wordsOf(team, manager.user);
      await tellInPerson(bot, migration, manager, buildManagerNotice(state, data, words));
    }
  } catch (error) {
    bot.log.warn({ migration: migration.id, err: error }, "the account managers were not told in person");
  }
}

async function loadNoticeData(bot: BotContext, migration: ChannelMigration, state: ConversationState) {
  const { engine, publicUrl } = bot;
  const step = stepOf(state);
  const { plan } = await step.data(engine, migration.id, state);
  const messageUrl = linkTo(await loadUrl(bot, migration.channel.team), migration, state.card?.ts);
  const path = publicUrl && plan ? await engine.reportLink(migration.id, step.shows) : undefined;
  return {
    title: migration.title,
    ...(plan ? { plan } : {}),
    ...(messageUrl ? { messageUrl } : {}),
    ...(path ? { reportUrl: `${publicUrl}${path}` } : {}),
  };
}

/** Where no message to them is possible, in the channel for their eyes alone. */
async function tellInPerson(
  bot: BotContext,
  { channel }: ChannelMigration,
  manager: { readonly team: string; readonly user: string },
  text: string,
): Promise<void> {
  try {
    const slack = await bot.slackOf(channel.team);
    await slack.post(manager.user, { text, blocks: [section(text)] });
  } catch (error) {
    bot.log.info({ channel: channel.id, err: error }, "an account manager can't be written to in person");
    await tellPerson(bot, { team: channel.team, actor: manager, surface: {}, channel: channel.id }, text);
  }
}
