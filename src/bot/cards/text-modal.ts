// A window that only says something: that its content is being loaded, or why there is none.
import type { Words } from "../../words/words.ts";
import { type Modal, plain, section } from "../blocks/block.ts";

export const buildTextModal = (text: string, words: Words): Modal => ({
  type: "modal",
  callback_id: "modal.text",
  title: plain(words.window.title, 24),
  close: plain(words.sample.close, 24),
  private_metadata: "",
  blocks: [section(text)],
});
