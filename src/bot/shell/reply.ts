// Says something where somebody asked: in the thread or the channel, or to them alone where that is quiet.
import type { Actor, Role } from "../../engine/model/migration.ts";
import { section } from "../blocks/block.ts";
import { joinWithin } from "../blocks/limits.ts";
import type { BotContext, ChannelMigration, Surface } from "../context.ts";
import type { Lane } from "../slack/slack.ts";
import { tellPerson } from "./tell-person.ts";

export interface ReplyContext {
  readonly bot: BotContext;
  readonly migration: ChannelMigration;
  readonly actor: Actor | undefined;
  /** Of whoever acted; undefined for what no person did. */
  readonly role: Role | undefined;
  readonly surface: Surface;
}

/** People who decide never queue behind people who ask. */
export const laneOf = (role: Role | undefined): Lane =>
  role === "observer" ? "questions" : role === "stranger" ? "refusals" : "decisions";

/** `text` is mrkdwn, data in it escaped. */
export async function reply(context: ReplyContext, text: string): Promise<void> {
  const { bot, migration, actor, role, surface } = context;
  const { team, id } = migration.channel;
  const channel = surface.channel ?? id;
  const whole = joinWithin(text.split("\n"));
  const lane = laneOf(role);
  if (surface.quiet && actor) {
    const reached = await tellPerson(bot, { team, actor, surface, channel, lane }, whole);
    if (reached !== "channel") return;
  } else {
    const thread = surface.thread ? { thread: surface.thread } : {};
    const card = { text: whole, blocks: [section(whole)] };
    await (await bot.slackOf(team)).post(channel, card, { ...thread, lane });
  }
  // Whoever invited us again and asked is answered: from now on there is a channel.
  if (channel === id) bot.channels.markAvailable(migration.id);
}
