// Answers to what people ask about the move itself; numbers come from the engine's read models or are left out.

import { moment, person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { bullets } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import type { BotContext, ChannelMigration } from "../context.ts";
import type { Topic } from "../conversation/event.ts";
import type { ConversationState } from "../conversation/state.ts";
import { planHashOf } from "../conversation/state.ts";
import { stepOf } from "../steps/catalogue.ts";
import { runKindOf } from "./cards.ts";

interface TopicContext {
  readonly bot: BotContext;
  readonly migration: ChannelMigration;
  readonly state: ConversationState;
  readonly words: Words;
}

/** The nearest thing known: what is left of the run, else the plan, else the survey. */
async function answerDuration({ bot, migration, state, words }: TopicContext): Promise<string> {
  const { engine } = bot;
  const text = words.topics.duration;
  const kind = runKindOf(state);
  const run = kind ? await engine.latestRun(migration.id, kind) : undefined;
  if (run?.state === "running" && run.progress.etaSeconds) {
    const { low, high } = run.progress.etaSeconds;
    return text.left(
      words.work[state.step as keyof Words["work"]]?.title ?? "",
      words.progress.eta(low, high),
    );
  }
  const hash = planHashOf(state);
  const plan = hash ? await engine.plan(migration.id, hash) : undefined;
  if (plan) return text.plan(plan.estimatedSeconds, plan.operations);
  const survey = await engine.survey(migration.id);
  if (!survey) return text.unknown;
  if (survey.estimate.scopedIndividually) return words.survey.individually;
  return text.survey(survey.estimate.hoursLow, survey.estimate.hoursHigh);
}

async function answerCost({ bot, migration, words }: TopicContext): Promise<string> {
  const survey = await bot.engine.survey(migration.id);
  const price = survey?.estimate.price;
  if (price) return words.survey.price(price.amount, escapeMrkdwn(price.currency, 10));
  return survey ? words.topics.cost.noPrice : words.topics.cost.beforeSurvey;
}

async function answerTime({ bot, migration, words }: TopicContext): Promise<string> {
  const survey = await bot.engine.survey(migration.id);
  const counted =
    survey && survey.counts.timeEntry > 0 ? ` ${words.topics.counted(survey.counts.timeEntry)}` : "";
  return `${words.topics.time}${counted}`;
}

async function answerApprovers({ bot, migration, state, words }: TopicContext): Promise<string> {
  const text = words.topics.approvers;
  const managers = await bot.accountManagers(migration.channel.team);
  const given = (await bot.engine.approvals(migration.id)).slice(-7);
  return [
    state.customer ? text.customer(person(state.customer)) : text.noCustomer,
    managers.length > 0 ? text.managers(managers.slice(0, 10).map(person).join(", ")) : text.noManagers,
    text.twoPeople,
    ...(given.length > 0
      ? [
          text.given,
          bullets(given.map(({ kind, actor, at }) => text.one(text.kinds[kind], person(actor), moment(at)))),
        ]
      : []),
  ].join("\n");
}

async function answerIrreversible({ bot, migration, state, words }: TopicContext): Promise<string> {
  const text = words.topics.irreversible;
  if (!("rollback.open" in stepOf(state).actions)) return bullets(text);
  const { remains } = await bot.engine.rollbackPreview(migration.id);
  return bullets([...text, ...remains.slice(0, 8).map((line) => escapeMrkdwn(words.say(line), 250))]);
}

export async function answerTopic(
  bot: BotContext,
  migration: ChannelMigration,
  state: ConversationState,
  topic: Topic,
  words: Words,
): Promise<string> {
  const context = { bot, migration, state, words };
  switch (topic) {
    case "duration":
      return answerDuration(context);
    case "cost":
      return answerCost(context);
    case "time":
      return answerTime(context);
    case "approvers":
      return answerApprovers(context);
    case "irreversible":
      return answerIrreversible(context);
    default:
      return words.topics[topic];
  }
}
