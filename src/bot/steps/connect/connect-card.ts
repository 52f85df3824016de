// Where the keys are entered: on a one-time page, or in a form where there is none.

import type { Words } from "../../../words/words.ts";
import { actions, button, type Card, context, header, section } from "../../blocks/block.ts";
import type { CardData } from "../../cards/card-data.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildConnectCard(state: StateOf<"connect">, data: CardData, words: Words): Card {
  const text = words.connect;
  const value = { m: data.migration.id, s: state.step };
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(data.hasPage ? text.page : text.form),
      context(text.rights),
      actions(
        data.hasPage
          ? button(text.link, "connect.link", value, { style: "primary" })
          : button(text.openForm, "connect.form", value, { style: "primary" }),
      ),
    ],
  };
}
