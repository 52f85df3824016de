// What the survey found: counts, grade with reasons, estimate, odd cases, missing rights.
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
  mrkdwn,
  preflightButton,
  reportButton,
  section,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import { preflightLines } from "../../cards/preflight-lines.ts";
import type { StateOf } from "../../conversation/state.ts";

const countNames = ["company", "contact", "ticket", "timeEntry", "board", "member"] as const;

/** The first lines, and how many more there are. */
function listSome(lines: readonly (Saying | string)[], max: number, words: Words): readonly string[] {
  const shown = lines.slice(0, max).map((line) => escapeMrkdwn(words.say(line), 300));
  return lines.length > max ? [...shown, words.survey.more(lines.length - max)] : shown;
}

function describe(survey: Survey, words: Words): Block[] {
  const text = words.survey;
  const { grade, estimate } = survey;
  const poor = survey.rights.modules.filter((module) => !module.enough).map(({ module }) => module);
  const titled = (title: string, lines: readonly (Saying | string)[]): Block[] =>
    lines.length > 0 ? [section(`${title}\n${bullets(listSome(lines, 6, words))}`)] : [];
  return [
    {
      type: "section",
      fields: countNames.map((name) =>
        mrkdwn(`*${words.survey.counts[name]}*\n${words.count(survey.counts[name])}`, 2000),
      ),
    },
    section(
      `${text.grade(grade.overall)}\n${bullets(
        grade.axes.map(
          ({ axis, grade: mark, reason }) =>
            `${words.axis(axis)} ${mark}: ${escapeMrkdwn(words.say(reason), 250)}`,
        ),
      )}`,
    ),
    section(
      [
        estimate.scopedIndividually
          ? text.individually
          : text.estimate(estimate.hoursLow, estimate.hoursHigh),
        estimate.price ? text.price(estimate.price.amount, escapeMrkdwn(estimate.price.currency, 10)) : "",
      ]
        .filter(Boolean)
        .join("\n"),
    ),
    ...(poor.length > 0
      ? [section(text.rights(poor.map((module) => escapeMrkdwn(module, 60)).join(", ")))]
      : []),
    ...titled(text.warnings, survey.warnings),
    ...titled(
      text.odd,
      survey.oddCases.map(({ sentence }) => sentence),
    ),
  ];
}

export function buildSurveyCard(state: StateOf<"survey-review">, data: CardData, words: Words): Card {
  const text = words.survey;
  const value = { m: data.migration.id, s: state.step };
  const title = text.title(data.survey?.source.title ?? data.migration.title);
  return {
    text: escapeMrkdwn(title),
    blocks: fitMessage(
      [
        header(title),
        ...(data.survey ? describe(data.survey, words) : []),
        ...preflightLines(data.preflight, words),
        context(text.next),
        actions(
          button(text.propose, "survey.propose", value, { style: "primary" }),
          button(text.again, "survey.propose", { ...value, a: "again" }, { index: 1 }),
          ...(data.survey && data.hasPage ? [reportButton(words.report.button)] : []),
          ...(data.preflight && data.hasPage ? [preflightButton(words.preflight.button)] : []),
        ),
      ],
      words.shortened,
    ),
  };
}
