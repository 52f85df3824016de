// The diff summary that a customer approves by its hash.
import type { Plan } from "../../../engine/model/plan.ts";
import { distinct } from "../../../engine/model/sayings/distinct.ts";
import type { Saying } from "../../../engine/model/sayings/saying.ts";
import type { Survey } from "../../../engine/model/survey.ts";
import type { Words } from "../../../words/words.ts";
import {
  actions,
  type Block,
  bullets,
  button,
  type Card,
  context,
  header,
  section,
  table,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import type { StateOf } from "../../conversation/state.ts";

const kinds = ["company", "contact", "conversation"] as const;

function list(title: string, lines: readonly (Saying | string)[], words: Words): Block[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 8).map((line) => escapeMrkdwn(words.say(line), 300));
  const more = lines.length > 8 ? [words.survey.more(lines.length - 8)] : [];
  return [section(`${title}\n${bullets([...shown, ...more])}`)];
}

/** What the survey said already is not said again. */
function findNewWarnings(plan: Plan, survey: Survey | undefined): readonly (Saying | string)[] {
  const keyOf = (saying: Saying | string) => JSON.stringify(saying);
  const said = new Set([
    ...(survey?.warnings ?? []).map(keyOf),
    ...(survey?.oddCases ?? []).map(({ sentence }) => keyOf(sentence)),
  ]);
  return distinct(plan.warnings).filter((warning) => !said.has(keyOf(warning)));
}

function describe(plan: Plan, survey: Survey | undefined, words: Words): Block[] {
  const text = words.plan;
  const rows = kinds.map((kind) => {
    const { create, update, unchanged, excluded } = plan.objects[kind];
    return [
      words.object(kind),
      words.count(create),
      words.count(update),
      words.count(unchanged),
      words.count(excluded),
    ];
  });
  const names = plan.teamsToCreate.slice(0, 20).map((name) => escapeMrkdwn(name, 80));
  const rest = plan.teamsToCreate.length - names.length;
  return [
    table(text.columns, rows),
    section(
      [
        text.attributes(plan.attributesToCreate.length, plan.attributesToAdopt.length),
        names.length > 0
          ? text.teams([...names, ...(rest > 0 ? [words.survey.more(rest)] : [])].join(", "))
          : "",
        text.time(plan.estimatedSeconds, plan.operations),
      ]
        .filter(Boolean)
        .join("\n"),
    ),
    ...(plan.losses.length === 0
      ? [section(text.noLosses)]
      : list(
          text.lossesTitle,
          plan.losses.map(({ sentence }) => sentence),
          words,
        )),
    ...list(text.warnings, findNewWarnings(plan, survey), words),
  ];
}

export function buildPlanCard(state: StateOf<"plan-review">, data: CardData, words: Words): Card {
  const text = words.plan;
  const { plan } = data;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const title = text.title(plan?.workspace.name ?? "Intercom");
  return {
    text: escapeMrkdwn(title),
    blocks: fitMessage(
      [
        header(title),
        ...(plan ? describe(plan, data.survey, words) : []),
        context(`${text.binding} ${text.next}`),
        actions(
          button(text.approve, "plan.approve", value, { style: "primary" }),
          button(text.back, "plan.back", value),
        ),
        context(text.hash(state.planHash)),
      ],
      words.shortened,
    ),
  };
}
