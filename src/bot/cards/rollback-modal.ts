// What a rollback would do, and the word to type before it does.
import type { RollbackPreview } from "../../engine/engine.ts";
import type { Words } from "../../words/words.ts";
import { type Block, bullets, context, type Modal, plain, section } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";
import { type ClickValue, INPUTS, MODALS } from "../conversation/action-ids.ts";

/** What people wrote since is what they fear for: said before anything else is confirmed. */
function formatTouched(touched: RollbackPreview["touched"], words: Words): readonly Block[] {
  const text = words.rollback;
  if (touched === undefined) return [];
  const { conversations, looked, of } = touched;
  const all = looked >= of;
  if (conversations === 0) return all ? [section(text.noneTouched)] : [];
  return [section(all ? text.touched(conversations) : text.touchedAtLeast(conversations, looked, of))];
}

export function buildRollbackModal(value: ClickValue, preview: RollbackPreview, words: Words): Modal {
  const text = words.rollback;
  const { conversation, contact, company } = preview.delete;
  const remains = preview.remains.slice(0, 10).map((line) => escapeMrkdwn(words.engineSays(line), 250));
  return {
    type: "modal",
    callback_id: MODALS.rollback,
    title: plain(text.modalTitle, 24),
    submit: plain(text.submit, 24),
    close: plain(text.cancel, 24),
    private_metadata: JSON.stringify(value),
    blocks: [
      section(text.deletes(conversation, contact, company)),
      ...(preview.restore > 0 ? [section(text.restores(preview.restore))] : []),
      ...(preview.archiveAttributes > 0 ? [section(text.archives(preview.archiveAttributes))] : []),
      ...formatTouched(preview.touched, words),
      ...(remains.length > 0 ? [section(`${text.remainsTitle}\n${bullets(remains)}`)] : []),
      context(text.keeps),
      {
        type: "input",
        block_id: INPUTS.typed,
        label: plain(text.typeThis(text.word), 2000),
        element: { type: "plain_text_input", action_id: INPUTS.typed },
      },
    ],
  };
}
