// The full run is done: catch up, verify, or roll back.
import type { StateOf } from "../conversation/state.ts";
import type { Words } from "../words/words.ts";
import { actions, button, type Card, context, exceptionsButton, header, section } from "./block.ts";
import type { CardData } from "./card-data.ts";

export function buildMigratedCard(state: StateOf<"migrated">, data: CardData, words: Words): Card {
  const text = words.migrated;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const progress = data.run?.progress;
  const failed = progress?.exceptions ?? 0;
  const counts = progress
    ? `${text.counts(progress.writes, words.progress.exceptions(progress.exceptions))} `
    : "";
  return {
    text: text.title,
    blocks: [
      header(text.title),
      section(`${counts}${text.text}`),
      context(`${text.next} ${words.certificate.rollbackNote}`),
      actions(
        button(text.delta, "migrated.delta", value),
        button(text.verify, "migrated.verify", value, { style: "primary" }),
        ...(failed > 0
          ? [
              button(text.retryFailed(failed), "migrated.retry", value),
              exceptionsButton(words.progress.showExceptions),
            ]
          : []),
        button(words.certificate.rollback, "rollback.open", value, { style: "danger" }),
      ),
    ],
  };
}
