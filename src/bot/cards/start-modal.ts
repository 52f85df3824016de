// Where a move that is started from Home shall live.

import type { Words } from "../../words/words.ts";
import { context, type Modal, plain } from "../blocks/block.ts";
import { INPUTS, MODALS } from "../conversation/action-ids.ts";

export function buildStartModal(words: Words): Modal {
  const text = words.home;
  return {
    type: "modal",
    callback_id: MODALS.start,
    title: plain(text.startTitle, 24),
    submit: plain(text.startSubmit, 24),
    close: plain(words.connectForm.close, 24),
    private_metadata: "",
    blocks: [
      {
        type: "input",
        block_id: INPUTS.channel,
        label: plain(text.startLabel, 2000),
        element: {
          type: "conversations_select",
          action_id: INPUTS.channel,
          filter: { include: ["public", "private"], exclude_bot_users: true },
        },
      },
      context(text.startNote),
    ],
  };
}
