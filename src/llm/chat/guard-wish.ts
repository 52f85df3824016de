// What a clause must not be taken for: a supposition, a denial, a second thought, or a number for one status alone.
import type { Correctable } from "./correction.ts";
import type { Wish } from "./read-clause.ts";

/** Stands for a name that the map knows: "Don't touch" denies nothing. */
const NAME = "\uE002";
const SUPPOSES =
  /^(?:(?:and|und|but|aber|also|so|well|then|dann)\s+)*(?:suppose|supposing|assum(?:e|ing)|imagine|what if|once|when(?:ever)?|(?:if|in case)(?! (?:possible|you can))|angenommen|gesetzt|(?:wenn|falls)(?! möglich)|sobald|sofern|stell(?:en)? (?:dir|sie sich)|was wäre)(?!\p{L})/iu;
const CONDITION = /\s(?:(?:if|unless)(?! possible| you can)|(?:falls|wenn)(?! möglich)|sofern|sobald)\s/iu;
const DEED =
  /(?<!\p{L})(?:(?:can|could|would|will) you|(?:kannst|könntest|würdest) du|(?:können|könnten|würden) sie)(?!\p{L})/iu;
const NEGATION =
  /(?<!\p{L})(?:not|never|cannot|\p{L}+n['’]t|no longer|nor|nie(?:mals)?|nicht|kein\p{L}*|keinesfalls)(?!\p{L})/iu;
const EXCEPTION =
  /(?<!\p{L})(?:but|except|apart from|other than|unless|aber|außer|ausser|bis auf|ausgenommen)(?!\p{L})/iu;
const SECOND_THOUGHT =
  /^(?:scratch that|strike that|no[, ]+wait|wait|rather|or rather|correction|i mean|actually|sorry|on second thought|nein[, ]+(?:warte|moment)|warte|moment|vielmehr|quatsch|korrektur|ich meine|besser gesagt|doch nicht|streich das|eigentlich)(?!\p{L})/iu;
const NEGATIVES =
  /(?<!\p{L})(?:leave|skip|exclude|without|not|never|\p{L}+n['’]t|ohne|weg\p{L}*|nicht|nie|aus)(?!\p{L})/giu;
const PLEASANT =
  /(?<!\p{L})(?:please|bitte|thanks?(?: you)?|danke\p{L}*|ok(?:ay)?|hi|hello|hallo|yes|ja|then|dann|too|also|auch|if possible|if you can|wenn möglich|falls möglich|cheers|vielen|schön)(?!\p{L})/giu;

/** Takes the names that the map knows out of a text. */
export function makeHideNames({ map, captions }: Correctable): (text: string) => string {
  const names = [
    ...map.statuses,
    ...map.boards,
    ...map.members,
    ...Object.values(captions).map((name) => ({ name })),
  ]
    .map(({ name }) => name.trim().toLowerCase())
    .filter((name) => name.length > 1);
  const known = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  return (text) =>
    known.reduce((left, name) => {
      const lower = left.toLowerCase();
      return lower.length === left.length && lower.includes(name) ? splitOut(left, lower, name) : left;
    }, text);
}

/** Whole words only: a board "IT" is not in "with it". */
function splitOut(text: string, lower: string, name: string): string {
  let out = "";
  let from = 0;
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
    const around = `${lower[at - 1] ?? " "}${lower[at + name.length] ?? " "}`;
    if (/[\p{L}\p{N}]/u.test(around)) continue;
    out += text.slice(from, at) + NAME;
    from = at + name.length;
  }
  return out + text.slice(from);
}

/** `pieces` of one sentence, without known names; `end` is what closes it. */
export function supposes(pieces: readonly string[], end: string): boolean {
  const asks = end.includes("?") && !pieces.some((piece) => DEED.test(piece));
  return asks || pieces.some((piece) => SUPPOSES.test(piece) || CONDITION.test(piece));
}

export const isSecondThought = (piece: string): boolean => SECOND_THOUGHT.test(piece);

/** True where carrying out the wish could do the opposite, or more, of what was said. `text` is without known names. */
export function isTurnedRound(wish: Wish, text: string, hideNames: (text: string) => string): boolean {
  if (wish.what === "leave") {
    const name = hideNames(wish.name);
    return NEGATION.test(name) || EXCEPTION.test(name);
  }
  if (wish.what !== "policies") return NEGATION.test(text) || EXCEPTION.test(text);
  if (wish.policies.includeInactiveContacts !== undefined) return (text.match(NEGATIVES) ?? []).length > 1;
  const isForOne = wish.policies.snoozeDays !== undefined && text.includes(NAME);
  return isForOne || NEGATION.test(text);
}

/** A denial about something that the map knows: worth an answer, whatever else is in it. */
export const deniesKnown = (text: string): boolean => text.includes(NAME) && NEGATION.test(text);

/** True for "please" and "thanks": no wish is lost with them. */
export const isPleasant = (text: string): boolean => !/[\p{L}\p{N}\uE000]/u.test(text.replace(PLEASANT, ""));
