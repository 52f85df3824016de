// The first message, on one screen: the road, who decides, what nobody notices, how it is undone; then the hard truths.

import { person } from "../../../words/numbers.ts";
import type { Words } from "../../../words/words.ts";
import { actions, bullets, button, type Card, context, header, section } from "../../blocks/block.ts";
import type { CardData } from "../../cards/card-data.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildWelcomeCard(state: StateOf<"welcome">, data: CardData, words: Words): Card {
  const text = words.welcome;
  const managers = (data.managers ?? []).slice(0, 5).map(person).join(", ");
  const value = { m: data.migration.id, s: state.step };
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(`${text.intro}\n${text.road.join("\n")}`),
      section([text.notice, text.undo, ...(managers.length > 0 ? [text.managers(managers)] : [])].join("\n")),
      section(`${text.truthsTitle}\n${bullets(text.truths)}`),
      state.customer
        ? context(`${text.decides(person(state.customer))} ${text.next}`)
        : section(text.needCustomer),
      state.customer
        ? actions(button(text.go, "welcome.go", value, { style: "primary" }))
        : actions(button(text.claim, "welcome.claim", value, { style: "primary" })),
    ],
  };
}
