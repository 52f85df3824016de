// Cancel: asked once more, and apart from what goes on.
import type { Words } from "../../words/words.ts";
import { actions, type Block, button } from "../blocks/block.ts";
import type { ClickValue } from "../conversation/action-ids.ts";

/** A row of its own, so that nobody presses it in passing. */
export function cancelApart(value: ClickValue, words: Words): Block {
  const { cancel, cancelTitle: title, cancelText: text, cancelYes: yes, cancelNo: no } = words.progress;
  return actions(button(cancel, "run.cancel", value, { style: "danger", confirm: { title, text, yes, no } }));
}
