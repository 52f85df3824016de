// Posts, redraws and settles the one message of a state.
import type { Run, RunKind } from "../../engine/model/run.ts";
import { type Card, settle } from "../blocks/block.ts";
import type { BotContext, ChannelMigration } from "../context.ts";
import type { ConversationState } from "../conversation/state.ts";
import { isClosed, isGone } from "../slack/slack-client.ts";
import { buildCard, stepOf } from "../steps/catalogue.ts";
import { termsHash } from "../steps/terms/terms-card.ts";

/** The run that a step works on; undefined for work without a run. */
export const runKindOf = (state: ConversationState): RunKind | undefined => stepOf(state).works?.run;

export async function assembleCard(
  { engine, people, publicUrl, accountManagers }: BotContext,
  migration: ChannelMigration,
  state: ConversationState,
  knownRun?: Run,
): Promise<Card> {
  const words = await people.wordsIn(migration, state.customer);
  const kind = runKindOf(state);
  const run = knownRun ?? (kind ? await engine.latestRun(migration.id, kind) : undefined);
  const data = {
    migration,
    hasPage: publicUrl !== undefined,
    termsHash: termsHash(words),
    managers: await accountManagers(migration.channel.team),
    ...(run ? { run } : {}),
    ...(await stepOf(state).data(engine, migration.id, state)),
  };
  return buildCard(state, data, words);
}

/** Undefined when the channel is gone: the state waits until somebody asks again. */
export async function postCard(
  bot: BotContext,
  migration: ChannelMigration,
  state: ConversationState,
  run?: Run,
): Promise<string | undefined> {
  const { slackOf, log, channels } = bot;
  const card = await assembleCard(bot, migration, state, run);
  try {
    const slack = await slackOf(migration.channel.team);
    const { ts } = await slack.post(migration.channel.id, card);
    channels.markAvailable(migration.id);
    return ts;
  } catch (error) {
    if (!isGone(error)) throw error;
    channels.markUnavailable(migration.id);
    log.warn({ migration: migration.id, step: state.step, err: error }, "the channel can't be reached");
    return undefined;
  }
}

/**
 * Draws the card anew where it is; with a line, as settled. Nobody waits for it: a 429 on edits must not delay the
 * next card, and a message that was deleted is no reason to stop.
 */
export async function updateCard(
  bot: BotContext,
  migration: ChannelMigration,
  state: ConversationState,
  line?: string,
): Promise<void> {
  if (!state.card) return;
  const { ts } = state.card;
  const card = await assembleCard(bot, migration, state);
  bot
    .slackOf(migration.channel.team)
    .then((slack) => slack.update(migration.channel.id, ts, line === undefined ? card : settle(card, line)))
    .catch((error: unknown) => {
      if (isClosed(error)) bot.channels.markUnavailable(migration.id);
      bot.log.warn({ migration: migration.id, step: state.step, err: error }, "a card was not updated");
    });
}
