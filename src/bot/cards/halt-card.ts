// Work that stands still: why, what to do, and how to go on.

import type { Words } from "../../words/words.ts";
import { actions, type Block, button, type Card, context, header, section } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import type { ConversationState, Halt } from "../conversation/state.ts";
import { planHashOf } from "../conversation/state.ts";
import { takesBack } from "../conversation/waiting.ts";
import type { CardData } from "./card-data.ts";
import { removeButton } from "./production-sample-buttons.ts";
import type { WorkStep } from "./progress-card.ts";

/** Our own mention of a person survives; everything else in the sentence is data. */
const formatHalt = (sentence: string): string =>
  escapeMrkdwn(sentence, 900).replace(/&lt;@([A-Z0-9]{2,20})&gt;/g, "<@$1>");

export function buildHaltCard(
  state: ConversationState & { readonly step: WorkStep },
  halt: Halt,
  data: CardData,
  words: Words,
): Card {
  const text = words.halt;
  const title = text[halt.kind](words.work[state.step].title);
  const hash = planHashOf(state);
  const value = { m: data.migration.id, s: state.step, ...(hash ? { h: hash } : {}) };
  const go = button(halt.kind === "paused" ? text.resume : text.retry, "task.retry", value, {
    style: "primary",
  });
  const others: Block[] = [];
  if (halt.kind === "paused" && !takesBack(state.step))
    others.push(button(words.progress.cancel, "run.cancel", value));
  if (state.step === "sampling") others.push(button(words.plan.back, "plan.back", value));
  if (state.step === "sampling" && state.toProduction) others.push(removeButton(value, words));
  if (state.step === "updating") others.push(button(words.migrated.verify, "migrated.verify", value));
  if (state.step === "verifying") others.push(button(words.migrated.delta, "migrated.delta", value));
  if (state.step === "running" || state.step === "updating" || state.step === "verifying")
    others.push(button(words.certificate.rollback, "rollback.open", value, { style: "danger" }));
  if (state.step === "planning") others.push(button(words.plan.back, "plan.back", value));
  others.push(button(words.connect.newKeys, data.hasPage ? "connect.link" : "connect.form", value));
  const writes = hash !== undefined && state.step !== "verifying";
  return {
    text: title,
    blocks: [
      header(title),
      section([formatHalt(halt.message), formatHalt(halt.remedy)].filter((line) => line !== "–").join("\n")),
      ...(writes ? [context(text.kept)] : []),
      actions(go, ...others),
    ],
  };
}
