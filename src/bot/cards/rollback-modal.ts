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

/** "310 conversations, 8 articles": what there is none of is not named. */
export function listThings(
  counts: Readonly<Partial<Record<keyof Words["rollback"]["things"], number>>>,
  words: Words,
): string {
  const { things } = words.rollback;
  const kinds = ["conversation", "contact", "company", "article", "collection", "attribute"] as const;
  const named = kinds.flatMap((kind) => ((counts[kind] ?? 0) > 0 ? [things[kind](counts[kind] ?? 0)] : []));
  return named.length > 0 ? new Intl.ListFormat(words.language).format(named) : words.rollback.nothing;
}

/** `word` is what must be typed: the workspace's name. */
export function buildRollbackModal(
  value: ClickValue,
  preview: RollbackPreview,
  word: string,
  words: Words,
): Modal {
  const text = words.rollback;
  const remains = preview.remains.slice(0, 10).map((line) => escapeMrkdwn(words.say(line), 250));
  return {
    type: "modal",
    callback_id: MODALS.rollback,
    title: plain(text.modalTitle, 24),
    submit: plain(text.submit, 24),
    close: plain(text.cancel, 24),
    private_metadata: JSON.stringify(value),
    blocks: [
      section(text.target(escapeMrkdwn(word))),
      section(text.deletes(listThings(preview.delete, words))),
      ...(preview.restore > 0 ? [section(text.restores(preview.restore))] : []),
      ...(preview.archiveAttributes > 0 ? [section(text.archives(preview.archiveAttributes))] : []),
      ...formatTouched(preview.touched, words),
      ...(remains.length > 0 ? [section(`${text.remainsTitle}\n${bullets(remains)}`)] : []),
      context(text.keeps),
      {
        type: "input",
        block_id: INPUTS.typed,
        label: plain(text.typeThis(word), 2000),
        element: { type: "plain_text_input", action_id: INPUTS.typed },
      },
    ],
  };
}
