// What a rollback did, and what it kept.
import type { Words } from "../../../words/words.ts";
import { actions, bullets, button, type Card, context, header, section } from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { formatKept, formatProse } from "../../blocks/format-prose.ts";
import type { CardData } from "../../cards/card-data.ts";
import { listThings } from "../../cards/rollback-modal.ts";
import type { StateOf } from "../../conversation/state.ts";

export function buildRolledBackCard(state: StateOf<"rolled-back">, data: CardData, words: Words): Card {
  const text = words.rollback;
  const result = data.rollbackResult;
  const kept = (result?.kept ?? []).slice(0, 10).map((one) => formatKept(one, words));
  const more = (result?.kept.length ?? 0) - kept.length;
  const value = { m: data.migration.id, s: state.step };
  return {
    text: text.doneTitle,
    blocks: fitMessage(
      [
        header(text.doneTitle),
        ...(result
          ? [
              section(
                text.done(listThings(result.deleted, words), result.restored, result.archivedAttributes),
              ),
              section(
                kept.length > 0
                  ? `${text.kept(result.kept.length)}\n${bullets([...kept, ...(more > 0 ? [words.survey.more(more)] : [])])}`
                  : text.noneKept,
              ),
              ...(result.remains.length > 0
                ? [
                    section(
                      `${text.remainsTitle}\n${bullets(result.remains.slice(0, 8).map((line) => formatProse(words.say(line), 250)))}`,
                    ),
                  ]
                : []),
            ]
          : []),
        context(text.next),
        actions(button(text.again, "rolled-back.again", value)),
      ],
      words.shortened,
    ),
  };
}
