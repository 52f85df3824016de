// A question or a start, from a mention or a slash command.

import { buildHelp } from "../cards/answers.ts";
import type { BotContext, Surface } from "../context.ts";
import type { Question } from "../conversation/event.ts";
import type { Runner } from "../shell/runner.ts";
import { beginMigration } from "./begin.ts";
import type { PersonInMigration } from "./person-in-migration.ts";

export async function ask(
  bot: BotContext,
  runner: Runner,
  person: PersonInMigration,
  question: Question,
  surface: Surface,
): Promise<void> {
  const { actor, role, because, migration, team, words } = person;
  if (migration) {
    const event = { kind: "asked", actor, role, ...(because ? { because } : {}), question } as const;
    return runner.handle(migration.id, event, surface);
  }
  if (!surface.channel) return;
  const slack = await bot.slackOf(team);
  if (role === "stranger")
    return slack.postEphemeral(surface.channel, actor.user, words.refusal.stranger(because ?? ""));
  if (question.about === "start") {
    if (!(await slack.isMember(surface.channel, actor.user)))
      return slack.postEphemeral(surface.channel, actor.user, words.refusal.notMember);
    return beginMigration(bot, runner, person, surface.channel);
  }
  const text = question.about === "help" ? buildHelp(words) : words.refusal.noMigration;
  await slack.postEphemeral(surface.channel, actor.user, text);
}
