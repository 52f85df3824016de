// Sentences that hold data: escaped, and their times as the reader's own.
import type { RollbackResult } from "../../engine/model/run.ts";
import { moment } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { escapeMrkdwn } from "./limits.ts";

/** Colons may have been broken up, so that no part of a time becomes an emoji. */
const ISO = /\d{4}-\d\d-\d\dT\d\d:\u200b?\d\d:\u200b?\d\d(?:\.\d+)?Z/g;

export const formatProse = (sentence: string, max: number): string =>
  escapeMrkdwn(sentence, max).replace(ISO, (time) => moment(time.replaceAll("\u200b", "")));

/** "Conversation 123: A teammate worked in it, today at 3:14 PM." */
export function formatKept(
  { kind, destinationId, reason }: RollbackResult["kept"][number],
  words: Words,
): string {
  const kinds: Readonly<Record<string, string>> = words.rollback.kinds;
  const name = Object.hasOwn(kinds, kind) ? kinds[kind] : kind;
  return `${escapeMrkdwn(`${name} ${destinationId}`, 80)}: ${formatProse(words.say(reason), 250)}`;
}
