// Deltas that begin by the clock: when the next one is, and the button that switches them.
import type { DeltaSchedule } from "../../engine/model/reports/delta-schedule.ts";
import { moment, person } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { type Block, button, context } from "../blocks/block.ts";
import type { ClickValue } from "../conversation/action-ids.ts";

export function describeSchedule(schedule: DeltaSchedule | undefined, words: Words): Block[] {
  if (!schedule) return [];
  const { on, nextAt, isDue, by } = schedule;
  const text = words.delta;
  if (!on) return [context(text.switchedOff(by ? person(by) : ""))];
  return [context(isDue ? text.soon : text.next(moment(nextAt)))];
}

/** Switches them: what the button says, and its action. */
export function scheduleEntry(
  schedule: DeltaSchedule | undefined,
  words: Words,
): readonly (readonly [label: string, name: "deltas.off" | "deltas.on"])[] {
  if (!schedule) return [];
  return [schedule.on ? [words.delta.off, "deltas.off"] : [words.delta.on, "deltas.on"]];
}

export const scheduleButton = (
  schedule: DeltaSchedule | undefined,
  value: ClickValue,
  words: Words,
): Block[] => scheduleEntry(schedule, words).map(([label, name]) => button(label, name, value));
