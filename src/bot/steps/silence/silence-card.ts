// The customer's switches before the full run, each ticked by a person.

import type { Words } from "../../../words/words.ts";
import { actions, button, type Card, context, header, section, sectionWith } from "../../blocks/block.ts";
import type { CardData } from "../../cards/card-data.ts";
import { removeButton } from "../../cards/production-sample-buttons.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildSilenceCard(state: StateOf<"silence">, data: CardData, words: Words): Card {
  const text = words.silence;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const open = text.items.filter(({ id }) => !state.ticked.includes(id)).length;
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(text.intro),
      ...text.items.map((item, index) =>
        state.ticked.includes(item.id)
          ? section(`✓ ${item.text}`)
          : sectionWith(item.text, button(text.done, "silence.tick", { ...value, a: item.id }, { index })),
      ),
      context(open > 0 ? text.open(open) : data.productionSample ? text.nextWithSample : text.next),
      actions(
        ...(open === 0 ? [button(text.confirm, "silence.confirm", value, { style: "primary" })] : []),
        button(words.sample.back, "sample.back", value),
        ...(data.productionSample ? [removeButton(value, words)] : []),
      ),
    ],
  };
}
