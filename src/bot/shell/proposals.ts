// Posts and settles the message of a change of the map that was asked for in words.
import { settle } from "../blocks/block.ts";
import { buildProposalCard } from "../cards/proposal-card.ts";
import type { BotContext, ChannelMigration } from "../context.ts";
import type { ConversationState } from "../conversation/state.ts";
import { isGone } from "../slack/slack-client.ts";

/** Undefined when the channel is gone. */
export async function postProposal(
  { slackOf, people, log }: BotContext,
  migration: ChannelMigration,
  { proposal, step, customer }: ConversationState,
  thread: string | undefined,
): Promise<string | undefined> {
  if (!proposal) return undefined;
  const words = await people.wordsIn(migration, customer);
  const card = buildProposalCard(proposal, { migrationId: migration.id, step }, words);
  try {
    return (
      await (await slackOf(migration.channel.team)).post(migration.channel.id, card, thread ? { thread } : {})
    ).ts;
  } catch (error) {
    if (!isGone(error)) throw error;
    log.warn({ migration: migration.id, err: error }, "the channel can't be reached");
    return undefined;
  }
}

/** Nobody waits for it, as for settled cards. */
export async function settleProposal(
  { slackOf, people, log }: BotContext,
  migration: ChannelMigration,
  { proposal, step, customer }: ConversationState,
  line: string,
): Promise<void> {
  if (!proposal?.ts) return;
  const words = await people.wordsIn(migration, customer);
  const open = buildProposalCard(proposal, { migrationId: migration.id, step }, words);
  // "Nothing has changed yet" is no longer true.
  const decided = { ...open, blocks: open.blocks.filter(({ type }) => type !== "context") };
  const card = settle(decided, line);
  const { ts } = proposal;
  const update = slackOf(migration.channel.team).then((slack) =>
    slack.update(migration.channel.id, ts, card),
  );
  update.catch((error: unknown) => {
    log.warn({ migration: migration.id, err: error }, "a proposed change was not updated");
  });
}
