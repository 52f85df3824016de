// The cutover, for the account manager to approve: the second of two people.

import { person } from "../../../words/numbers.ts";
import type { Words } from "../../../words/words.ts";
import { actions, button, type Card, context, header, preflightButton, section } from "../../blocks/block.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import { preflightLines } from "../../cards/preflight-lines.ts";
import { removeButton } from "../../cards/production-sample-buttons.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildCutoverCard(state: StateOf<"cutover-review">, data: CardData, words: Words): Card {
  const text = words.cutover;
  const { plan } = data;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(text.approvedBy(person(state.approver))),
      ...(plan ? [section(text.effect(escapeMrkdwn(plan.workspace.name), plan.estimatedSeconds))] : []),
      ...(data.productionSample
        ? [section(words.productionSample.goesOn(data.productionSample.conversations))]
        : []),
      ...preflightLines(data.preflight, words, true),
      context(text.asks),
      actions(
        button(text.approve, "cutover.approve", value, {
          style: "primary",
          confirm: { title: text.confirmTitle, text: text.confirmText, yes: text.yes, no: text.no },
        }),
        button(text.back, "cutover.back", value),
        ...(data.productionSample ? [removeButton(value, words)] : []),
        ...(data.preflight && data.hasPage ? [preflightButton(words.preflight.button)] : []),
      ),
      context(words.plan.hash(state.planHash)),
    ],
  };
}
