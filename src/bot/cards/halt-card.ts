// Work that stands still: why, what to do, and how to go on.
import type { Words } from "../../words/words.ts";
import { actions, type Block, button, type Card, context, header, section } from "../blocks/block.ts";
import { type Halt, planHashOf, type StateOf } from "../conversation/state.ts";
import type { Work, WorkStep } from "../steps/step.ts";
import { cancelApart } from "./cancel-button.ts";
import type { CardData } from "./card-data.ts";
import { explainHalt } from "./explain-halt.ts";

export function buildHaltCard<S extends WorkStep>(
  state: StateOf<S>,
  halt: Halt,
  works: Work<S>,
  data: CardData,
  words: Words,
): Card {
  const text = words.halt;
  const { message, remedy } = explainHalt(halt, words);
  const title = text[halt.kind](words.work[state.step].title);
  const hash = planHashOf(state);
  const value = { m: data.migration.id, s: state.step, ...(hash ? { h: hash } : {}) };
  // One word for going on, whatever had stopped it: as the runbook and every remedy say.
  const go = button(text.resume, "task.retry", value, { style: "primary" });
  const others: Block[] = [...(works.ways?.(state, value, words) ?? [])];
  others.push(button(words.connect.newKeys, data.hasPage ? "connect.link" : "connect.form", value));
  return {
    text: title,
    blocks: [
      header(title),
      section([message, remedy].filter((line) => line !== "").join("\n")),
      ...(works.run ? [context(text.kept)] : []),
      actions(go, ...others),
      ...(halt.kind === "paused" && !works.isManagers ? [cancelApart(value, words)] : []),
    ],
  };
}
