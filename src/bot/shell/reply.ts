// Says something where somebody asked: in the thread or the channel, or to them alone where that is quiet.
import type { Actor } from "../../engine/model/migration.ts";
import { section } from "../blocks/block.ts";
import { joinWithin } from "../blocks/limits.ts";
import type { BotContext, ChannelMigration, Surface } from "../context.ts";

export interface ReplyContext {
  readonly bot: BotContext;
  readonly migration: ChannelMigration;
  readonly actor: Actor | undefined;
  readonly surface: Surface;
}

/** `text` is mrkdwn, data in it escaped. */
export async function reply({ bot, migration, actor, surface }: ReplyContext, text: string): Promise<void> {
  const slack = await bot.slackOf(migration.channel.team);
  const channel = surface.channel ?? migration.channel.id;
  const whole = joinWithin(text.split("\n"));
  if (surface.quiet && actor) await slack.postEphemeral(channel, actor.user, whole);
  else await slack.post(channel, { text: whole, blocks: [section(whole)] }, surface.thread);
  // Whoever invited us again and asked is answered: from now on there is a channel.
  if (channel === migration.channel.id) bot.channels.markAvailable(migration.id);
}
