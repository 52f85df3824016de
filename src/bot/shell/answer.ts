// Says what was asked, from the engine's own read models; never a number that they don't hold.
import type { Actor, Role } from "../../engine/model/migration.ts";
import type { Words } from "../../words/words.ts";
import { buildExceptions, buildHelp, buildStatus, buildWhereabouts } from "../cards/answers.ts";
import type { BotContext, ChannelMigration, Surface } from "../context.ts";
import type { Question } from "../conversation/event.ts";
import type { ConversationState } from "../conversation/state.ts";
import { stepOf } from "../steps/catalogue.ts";
import { reply } from "./reply.ts";
import { answerTopic } from "./topics.ts";

/** Exceptions that are grouped for an answer. */
const LOOKED_AT = 200;

export interface AnswerContext {
  readonly bot: BotContext;
  readonly migration: ChannelMigration;
  readonly state: ConversationState;
  readonly words: Words;
  readonly actor: Actor | undefined;
  readonly role: Role | undefined;
  readonly surface: Surface;
}

/** Answers that hold a link which opens a report. */
const LINKS: ReadonlySet<Question["about"]> = new Set(["report", "preflight", "guides", "tickets", "delta"]);

async function assembleAnswer(context: AnswerContext, question: Question): Promise<string> {
  const { bot, migration, state, words } = context;
  const { engine } = bot;
  switch (question.about) {
    case "status":
    case "start":
      return buildStatus(await engine.status(migration.id), state, words);
    case "help":
      return buildHelp(words);
    case "exceptions":
      return buildExceptions(await engine.exceptions(migration.id, LOOKED_AT), words);
    case "ticket":
      return buildWhereabouts(
        question.ticketId,
        await engine.whereIs(migration.id, question.ticketId),
        words,
      );
    case "report": {
      if (!bot.publicUrl) return words.report.noPage;
      const page = stepOf(state).shows;
      return words.report.link(`${bot.publicUrl}${await engine.reportLink(migration.id, page)}`);
    }
    case "preflight": {
      if (!bot.publicUrl) return words.report.noPage;
      if (!(await engine.preflight(migration.id))) return words.preflight.none;
      return words.preflight.link(`${bot.publicUrl}${await engine.reportLink(migration.id, "preflight")}`);
    }
    case "guides": {
      if (!bot.publicUrl) return words.report.noPage;
      if (!(await engine.rebuildGuides(migration.id))) return words.report.noGuides;
      return words.report.guidesLink(`${bot.publicUrl}${await engine.reportLink(migration.id, "guides")}`);
    }
    case "tickets": {
      if (!bot.publicUrl) return words.report.noPage;
      return words.report.ticketsLink(`${bot.publicUrl}${await engine.reportLink(migration.id, "tickets")}`);
    }
    case "delta": {
      if (!bot.publicUrl) return words.report.noPage;
      if (!(await engine.deltaSummary(migration.id))) return words.delta.none;
      return words.delta.link(`${bot.publicUrl}${await engine.reportLink(migration.id, "delta")}`);
    }
    case "topic":
      return answerTopic(bot, migration, state, question.topic, words);
    case "unknown":
      return words.refusal.freeText;
  }
}

/** To the channel (or the thread that asked), or only to the person where the surface is quiet. */
export async function answer(context: AnswerContext, question: Question): Promise<void> {
  const { surface } = context;
  // A link that opens a report is for whoever asked: strangers may sit in a shared channel.
  const quiet = LINKS.has(question.about) || surface.quiet;
  const text = await assembleAnswer(context, question);
  await reply({ ...context, surface: { ...surface, ...(quiet ? { quiet } : {}) } }, text);
}
