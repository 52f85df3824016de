// Begins a migration in a channel: by mention, by slash command, or because the bot was invited.

import { inChannel, type Surroundings } from "../context.ts";
import type { Runner } from "../shell/runner.ts";
import { channelKey, type PersonInMigration } from "./person-in-migration.ts";

async function loadTitle(surroundings: Surroundings, team: string, channel: string): Promise<string> {
  try {
    return await (await surroundings.slackOf(team)).channelName(channel);
  } catch (error) {
    surroundings.log.warn({ channel, err: error }, "the channel's name could not be read");
    return channel;
  }
}

/** Who begins it decides for the customer, unless an account manager does. */
export async function beginMigration(
  surroundings: Surroundings,
  runner: Runner,
  { actor, role, team }: PersonInMigration,
  channel: string,
): Promise<void> {
  const migration = inChannel(
    await surroundings.engine.openMigration({
      key: channelKey(team, channel),
      title: await loadTitle(surroundings, team, channel),
      channel: { team, id: channel },
      createdBy: actor,
    }),
  );
  if (!migration) return;
  await runner.begin(migration, role === "observer" || role === "customer" ? actor : null);
}
