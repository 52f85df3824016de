// The cutover, for the account manager to approve: the second of two people.

import { samePerson } from "../../../engine/model/migration.ts";
import { person } from "../../../words/numbers.ts";
import type { Words } from "../../../words/words.ts";
import {
  actions,
  button,
  type Card,
  context,
  header,
  preflightButton,
  reportButton,
  section,
} from "../../blocks/block.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import { formatFigures } from "../../cards/plan-figures.ts";
import { preflightLines } from "../../cards/preflight-lines.ts";
import { removeButton } from "../../cards/production-sample-buttons.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildCutoverCard(state: StateOf<"cutover-review">, data: CardData, words: Words): Card {
  const text = words.cutover;
  const { plan, productionSample } = data;
  // Who approved the plan can't be the second of two people.
  const managers = (data.managers ?? []).filter((one) => !samePerson(one, state.approver)).slice(0, 5);
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(text.approvedBy(person(state.approver))),
      ...(plan
        ? [section(`${text.effect(escapeMrkdwn(plan.workspace.name))}\n${formatFigures(plan, words)}`)]
        : []),
      ...preflightLines(data.preflight, words, true),
      ...(productionSample ? [section(words.productionSample.goesOn(productionSample.conversations))] : []),
      section(managers.length > 0 ? text.asksOf(managers.map(person).join(", ")) : text.asks),
      actions(
        button(text.approve, "cutover.approve", value, {
          style: "primary",
          confirm: { title: text.confirmTitle, text: text.confirmText, yes: text.yes, no: text.no },
        }),
        ...(data.hasPage ? [reportButton(words.report.button)] : []),
        button(text.back, "cutover.back", value),
        ...(productionSample ? [removeButton(value, words)] : []),
        ...(data.preflight && data.hasPage ? [preflightButton(words.preflight.button)] : []),
      ),
      context(words.plan.hash(state.planHash)),
    ],
  };
}
