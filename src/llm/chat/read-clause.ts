// What one clause may wish, in English or German: shapes only, names are looked up later.
import type { Policies, StatusRule } from "../../engine/field-map/schema.ts";

export type State = StatusRule["state"];

export type Wish = {
  /** A verb was there: a name that is not found is worth a question. */
  readonly strong: boolean;
} & (
  | { readonly what: "state"; readonly name: string; readonly state: State }
  | { readonly what: "leave"; readonly name: string }
  | { readonly what: "take"; readonly name: string }
  | { readonly what: "note"; readonly name: string }
  /** One thing goes to another: a board to a team, or a member to an admin. */
  | { readonly what: "pair"; readonly left: string; readonly right: string }
  | { readonly what: "fallback"; readonly name: string }
  | { readonly what: "policies"; readonly policies: Partial<Policies> }
);

const STATES: Readonly<Record<string, State>> = {
  ...Object.fromEntries(["open", "opened", "offen", "geöffnet"].map((word) => [word, "open"] as const)),
  ...Object.fromEntries(
    ["snoozed", "snooze", "asleep", "zurückgestellt", "schlummernd", "pausiert", "gesnoozt", "snoozen"].map(
      (word) => [word, "snoozed"] as const,
    ),
  ),
  ...Object.fromEntries(
    ["closed", "close", "geschlossen", "erledigt", "abgeschlossen", "schließen"].map(
      (word) => [word, "closed"] as const,
    ),
  ),
};
const stateWords = Object.keys(STATES).join("|");
const POLITE =
  /^(?:(?:and|und|also|auch|then|dann|please|bitte|ok(?:ay)?|yes|ja|no|nein|hi|hello|hallo|could you|can you|would you|will you|kannst du|könntest du|können sie|könnten sie|i want to|we want to|i(?:'|’)d like to|let(?:'|’)s|ich möchte|wir möchten)[\s,]+)+/iu;
const TAIL = /(?:\s+(?:please|bitte|too|as well|instead|stattdessen|auch))+$/iu;
const SET =
  "(?:send|set|make|mark|map|put|move|treat|count|turn|change|assign|give|route|hand|keep|leave|use|schicken?|schicke|setzen?|setze|stellen?|stelle|machen?|mache|markieren?|markiere|legen?|lege|behandeln?|behandle|zählen?|zähle|ordnen?|ordne|weisen?|weise|geben?|gib|bringen?|bringe|packen?|packe|lassen?|lasse|verschieben?|verschiebe)";
const YOU = "(?:\\s+sie)?";
const TO = "(?:to|into|as|in|onto|→|->|=>|=|auf|als|nach|zu|zur|zum|ins?|an|in)";
const rx = (source: string) => new RegExp(`^${source}$`, "iu");

const STATE_AFTER_VERB = rx(
  `(${SET})${YOU}\\s+(.+?)\\s+(?:(?:to|into|as|in|→|->|=>|=|auf|als|nach)\\s+)?(?:be\\s+)?(${stateWords})(?:\\s+(?:state|setzen|stellen|lassen|markieren))?`,
);
const STATE_SAID = rx(
  `(.+?)\\s*(?:→|->|=>|=|:|\\s(?:to|as|is|are|should be|should become|becomes?|means|goes? to|auf|als|ist|sind|soll(?:en)?|wird|werden|bedeutet))\\s*(?:auf\\s+|to\\s+)?(${stateWords})(?:\\s+(?:sein|werden|bleiben|gehen|setzen|stellen))?`,
);
const STATE_VERB = rx(
  `(close|snooze|open|reopen|schließen?|schließe|öffnen?|öffne)${YOU}\\s+(.+?)(?:\\s+ab)?`,
);
const PUT_BACK = rx(`stellen?${YOU}\\s+(.+?)\\s+zurück`);
const LEAVE = [
  rx(
    `(?:leave out|skip|drop|exclude|omit|ignore|remove|without|do(?: not|n(?:'|’)t) (?:move|migrate|take|include|bring)|never move)\\s+(.+?)`,
  ),
  rx(`leave\\s+(.+?)\\s+(?:out|behind|aside)`),
  rx(`(.+?)\\s+(?:stays?(?: behind| in connectwise)|is left out|bleib(?:t|en)(?: zurück| in connectwise))`),
  rx(`lass(?:e|en)?${YOU}\\s+(.+?)\\s+(?:weg|aus|zurück|liegen|außen vor)`),
  rx(`(?:ohne|überspring(?:e|en)?${YOU}|ignorier(?:e|en)?${YOU})\\s+(.+?)`),
  rx(
    `(.+?)\\s+(?:weglassen|auslassen|überspringen|nicht (?:mitnehmen|übernehmen|migrieren|verschieben|umziehen))`,
  ),
  rx(
    `(?:nimm|nehmen|übernimm|übernehmen|migrier(?:e|en)?|verschieb(?:e|en)?)${YOU}\\s+(.+?)\\s+nicht(?:\\s+mit)?`,
  ),
];
const TAKE = [
  rx(`(?:include|take|bring|migrate|move)\\s+(.+?)(?:\\s+(?:along|after all))?`),
  rx(`(?:nimm|nehmen)${YOU}\\s+(.+?)\\s+(?:doch\\s+)?(?:mit|auf)`),
  rx(`(?:übernimm|übernehmen|migrier(?:e|en)?)${YOU}\\s+(.+?)`),
];
/** After a comma a verb is left out: "leave out Sales, New open", "…, Severity note". */
const NAME_STATE = rx(`(.+?)\\s+(${stateWords})`);
const NAME_NOTE = rx(`(.+?)\\s+(?:internal\\s+|interne\\s+)?(?:note|notiz)`);
const NOTE = rx(
  `(?:(${SET}|write|schreiben?|schreibe)${YOU}\\s+)?(.+?)\\s+(?:${TO})\\s+(?:an?\\s+|the\\s+|eine[rm]?\\s+|die\\s+)?(?:internal\\s+|interne[rn]?\\s+)?(?:notes?|notiz(?:en)?)(?:\\s+(?:schreiben|setzen))?`,
);
const VERB = rx(`(${SET})${YOU}\\s+(.+?)(?:\\s+zu)?`);
const SEPARATORS =
  /\s*(?:→|->|=>)\s*|\s+(?:to|into|in|as|is|are|becomes?|for|goes? to|belongs? to|an|zu|zum|zur|ins?|nach|dem|der|wird|ist|soll(?: zu)?|gehört zu|=)\s+/giu;
const FALLBACK = rx(
  `(?:(?:set|make|setzen?|setze|use|nimm)${YOU}\\s+)?(?:the\\s+|den\\s+|der\\s+|als\\s+)?(?:fallback|ersatz|auffang)[\\s-]?admin\\w*\\s*(?:to|is|=|→|->|:|auf|ist|wird|soll|should be)?\\s+(.+?)(?:\\s+(?:sein|werden))?`,
);
const FALLBACK_BY_NAME = rx(
  `(?:make|use|set)\\s+(.+?)\\s+(?:as\\s+|the\\s+|as the\\s+)+fallback(?:\\s+admin)?`,
);
const SNOOZE_DAYS =
  /(?:snooze|zurückgestell|zurückstell|schlummer)\D{0,40}?(\d{1,3})\s*(?:days?|tage?n?)\b/iu;
const INACTIVE = /\b(?:inactive contacts|inaktiven? kontakte)\b/iu;
const EXISTING = /\b(?:existing contacts|contacts that exist|(?:bestehende|vorhandene)n? kontakte)\b/iu;
const NEGATIVE = /\b(?:leave|skip|exclude|without|not|don(?:'|’)t|ohne|weg|weglassen|nicht|aus)\b/iu;

function readPolicies(text: string): Partial<Policies> | undefined {
  const days = Number(SNOOZE_DAYS.exec(text)?.[1]);
  if (days >= 1 && days <= 365) return { snoozeDays: days };
  if (INACTIVE.test(text)) return { includeInactiveContacts: !NEGATIVE.test(text) };
  if (!EXISTING.test(text)) return undefined;
  if (/overwrit|überschreib/iu.test(text)) return { existingContact: "overwrite" };
  if (/\bfill|ergänz|auffüll/iu.test(text)) return { existingContact: "fill" };
  return /\bkeep|leave|behalt|lass/iu.test(text) ? { existingContact: "keep" } : undefined;
}

/** Every way to read "A to B"; where nothing stands between two names, every gap. */
function readPairs(text: string, strong: boolean): Wish[] {
  const splits = [...text.matchAll(SEPARATORS)].map(({ 0: separator, index }) => ({
    left: text.slice(0, index),
    right: text.slice(index + separator.length),
  }));
  const words = text.split(" ");
  const gaps =
    strong && words.length <= 8
      ? words.slice(1).map((_, at) => ({
          left: words.slice(0, at + 1).join(" "),
          right: words.slice(at + 1).join(" "),
        }))
      : [];
  return (splits.length > 0 ? splits : gaps)
    .filter(({ left, right }) => left.trim() !== "" && right.trim() !== "")
    .map(({ left, right }) => ({ what: "pair", strong: strong && splits.length > 0, left, right }));
}

function readState(text: string): Wish[] {
  const stateOf = (word: string | undefined): State | undefined => STATES[(word ?? "").toLowerCase()];
  const verb = STATE_AFTER_VERB.exec(text);
  const said = verb ? undefined : STATE_SAID.exec(text);
  const [name, state] = verb ? [verb[2], stateOf(verb[3])] : [said?.[1], stateOf(said?.[2])];
  if (name && state) return [{ what: "state", strong: verb !== null, name, state }];
  const back = PUT_BACK.exec(text)?.[1];
  if (back) return [{ what: "state", strong: true, name: back, state: "snoozed" }];
  const done = STATE_VERB.exec(text);
  if (!done?.[2]) return [];
  const word = (done[1] ?? "").toLowerCase();
  const wanted: State = word === "snooze" ? "snoozed" : /^(?:close|schl)/.test(word) ? "closed" : "open";
  return [{ what: "state", strong: true, name: done[2], state: wanted }];
}

function readShort(text: string): Wish[] {
  const [, name, word] = NAME_STATE.exec(text) ?? [];
  const state = STATES[(word ?? "").toLowerCase()];
  if (name && state) return [{ what: "state", strong: false, name, state }];
  const field = NAME_NOTE.exec(text)?.[1];
  return field ? [{ what: "note", strong: false, name: field }] : [];
}

const firstMatch = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[1]).find((name) => name !== undefined);

/** Most telling shape first; a caller takes the reading whose names fit best. */
export function readClause(clause: string): readonly Wish[] {
  const text = clause
    .replace(/\s(?:please|bitte)(?=\s)/giu, "")
    .replace(POLITE, "")
    .replace(TAIL, "")
    .trim();
  if (text === "" || text.length > 300) return [];
  const policies = readPolicies(text);
  if (policies) return [{ what: "policies", strong: true, policies }];
  const fallback = FALLBACK.exec(text)?.[1] ?? FALLBACK_BY_NAME.exec(text)?.[1];
  if (fallback) return [{ what: "fallback", strong: true, name: fallback }];
  const leave = firstMatch(LEAVE, text);
  if (leave) return [{ what: "leave", strong: true, name: leave }];
  const note = NOTE.exec(text);
  if (note?.[2]) return [{ what: "note", strong: note[1] !== undefined, name: note[2] }];
  const state = readState(text);
  if (state.length > 0) return state;
  const take = firstMatch(TAKE, text);
  const verb = VERB.exec(text);
  return [
    ...readPairs(verb?.[2] ?? text, verb !== null),
    ...(take ? [{ what: "take", strong: false, name: take } as const] : []),
    ...readShort(text),
  ];
}

/** The verb that a following clause may leave out: "leave out Sales and Marketing". */
export function leadOf(wish: Wish): string {
  if (wish.what === "leave") return "leave out";
  if (wish.what === "take") return "include";
  return wish.what === "state" ? "set" : "map";
}
