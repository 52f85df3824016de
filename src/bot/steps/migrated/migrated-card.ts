// Everything is there: what the full run or the last delta did; catch up, verify, or roll back.

import type { Words } from "../../../words/words.ts";
import {
  actions,
  type Block,
  button,
  type Card,
  context,
  deltaButton,
  exceptionsButton,
  header,
  section,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import type { CardData } from "../../cards/card-data.ts";
import { describeSchedule, scheduleButton } from "../../cards/delta-schedule.ts";
import { countFailed, describeDelta, hasDetails } from "../../cards/delta-summary.ts";
import type { StateOf } from "../../conversation/state.ts";

/** After a delta its own diff, after a full run how much was written. */
function describe({ run, delta }: CardData, failed: number, words: Words): Block[] {
  const text = words.migrated;
  const exceptions = words.progress.exceptions(failed);
  if (delta)
    return [...describeDelta(delta, words), ...(failed > 0 ? [section(text.notAll(exceptions))] : [])];
  const counts = run ? `${text.counts(run.progress.writes, exceptions)} ` : "";
  return [section(`${counts}${text.text}`)];
}

export function buildMigratedCard(state: StateOf<"migrated">, data: CardData, words: Words): Card {
  const text = words.migrated;
  const value = { m: data.migration.id, s: state.step, h: state.planHash };
  const exceptions = data.run?.progress.exceptions ?? 0;
  const failed = data.delta ? countFailed(data.delta, exceptions) : exceptions;
  const title = data.delta ? words.delta.title : text.title;
  return {
    text: title,
    blocks: fitMessage(
      [
        header(title),
        ...describe(data, failed, words),
        ...describeSchedule(data.schedule, words),
        context(`${text.next} ${words.certificate.rollbackNote}`),
        actions(
          button(text.delta, "migrated.delta", value),
          button(text.verify, "migrated.verify", value, { style: "primary" }),
          ...(data.delta && data.hasPage && hasDetails(data.delta) ? [deltaButton(words.delta.button)] : []),
          ...(failed > 0
            ? [
                button(text.retryFailed(failed), "migrated.retry", value),
                exceptionsButton(words.progress.showExceptions),
              ]
            : []),
          ...scheduleButton(data.schedule, value, words),
          button(words.certificate.rollback, "rollback.open", value, { style: "danger" }),
        ),
      ],
      words.shortened,
    ),
  };
}
