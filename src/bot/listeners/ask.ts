// A question or a start, from a mention or a slash command.

import { buildHelp } from "../cards/answers.ts";
import type { BotContext, Surface } from "../context.ts";
import type { Question } from "../conversation/event.ts";
import { laneOf } from "../shell/reply.ts";
import type { Runner } from "../shell/runner.ts";
import { tellPerson } from "../shell/tell-person.ts";
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
  const tell = (text: string) => tellPerson(bot, { team, actor, surface, lane: laneOf(role) }, text);
  const isHere = await slack.isIn(surface.channel);
  if (question.about === "start" && isHere) {
    if (!(await slack.isMember(surface.channel, actor.user)))
      return void (await tell(words.refusal.notMember));
    return beginMigration(bot, runner, person, surface.channel);
  }
  const answer = question.about === "help" ? buildHelp(words) : words.refusal.noMigration;
  // Whoever asks where we are not gets an answer all the same, and learns how to get us there.
  const hint = isHere ? [] : [words.refusal.inviteMe];
  await tell([...(question.about === "start" ? [] : [answer]), ...hint].join("\n"));
}
