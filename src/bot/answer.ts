// Says what was asked, from the engine's read models.
import type { Actor } from "../engine/model/migration.ts";
import { buildExceptions, buildHelp, buildStatus, buildWhereabouts } from "./blocks/answers.ts";
import { section } from "./blocks/block.ts";
import type { Question } from "./conversation/event.ts";
import type { ConversationState } from "./conversation/state.ts";
import type { ChannelMigration, Surface, Surroundings } from "./surroundings.ts";

export interface AnswerContext {
  readonly surroundings: Surroundings;
  readonly migration: ChannelMigration;
  readonly state: ConversationState;
  readonly actor: Actor | undefined;
  readonly surface: Surface;
}

async function assembleAnswer(
  { surroundings, migration, state }: AnswerContext,
  question: Question,
): Promise<string> {
  const { engine, words } = surroundings;
  switch (question.about) {
    case "status":
    case "start":
      return buildStatus(await engine.status(migration.id), state, words);
    case "help":
      return buildHelp(words);
    case "exceptions":
      return buildExceptions(await engine.exceptions(migration.id, 8), words);
    case "ticket":
      return buildWhereabouts(
        question.ticketId,
        await engine.whereIs(migration.id, question.ticketId),
        words,
      );
    case "unknown":
      return words.refusal.freeText;
  }
}

/** To the channel (or the thread that asked), or only to the person where the surface is quiet. */
export async function answer(context: AnswerContext, question: Question): Promise<void> {
  const { surroundings, migration, actor, surface } = context;
  const text = await assembleAnswer(context, question);
  const slack = await surroundings.slackOf(migration.channel.team);
  const channel = surface.channel ?? migration.channel.id;
  if (surface.quiet && actor) return slack.whisper(channel, actor.user, text);
  await slack.post(channel, { text, blocks: [section(text)] }, surface.thread);
}
