// Begins a migration in a channel: by mention, by slash command, or because the bot was invited.

import { type BotContext, inChannel } from "../context.ts";
import type { Runner } from "../shell/runner.ts";
import { channelKey, type PersonInMigration } from "./person-in-migration.ts";

async function loadTitle(bot: BotContext, team: string, channel: string): Promise<string> {
  try {
    return await (await bot.slackOf(team)).channelName(channel);
  } catch (error) {
    bot.log.warn({ channel, err: error }, "the channel's name could not be read");
    return channel;
  }
}

/** Who begins it decides for the customer, unless an account manager does. */
export async function beginMigration(
  bot: BotContext,
  runner: Runner,
  { actor, role, team }: PersonInMigration,
  channel: string,
): Promise<void> {
  const migration = inChannel(
    await bot.engine.openMigration({
      key: channelKey(team, channel),
      title: await loadTitle(bot, team, channel),
      channel: { team, id: channel },
      createdBy: actor,
    }),
  );
  if (!migration) return;
  await runner.begin(migration, role === "observer" || role === "customer" ? actor : null);
}
