// Whether a caption names a secret: what its words are, which of them is the head, and what turns its meaning.
import {
  ACCESS_WORDS,
  ASKS_YES_OR_NO,
  ASPECT_STEMS,
  ASPECT_WORDS,
  EVENTS_BEFORE,
  HARMLESS_AFTER,
  HARMLESS_BEFORE,
  HARMLESS_KEYS,
  KEY_OPENERS,
  PREPOSITIONS,
  SECRET_WORDS,
  WHOLE_WORDS,
} from "./secret-words.ts";
import type { CaptionWord } from "./split-caption.ts";
import { isOneSlipFrom } from "./typing-slip.ts";

interface Item extends CaptionWord {
  /** A preposition stands before it: it says what the words before it are for. */
  readonly governed: boolean;
}

/** “Password (y/n)”, “MFA - ja/nein”. */
const ANSWERS_YES_OR_NO =
  /\b(?:y\s*\/\s*n|yes\s*\/\s*no|j\s*\/\s*n|ja\s*\/\s*nee?(?:in|j)?|o\s*\/\s*n|oui\s*\/\s*non|s\s*\/\s*n|s[ií]\s*\/\s*no|sim\s*\/\s*n[aã]o|t\s*\/\s*n|tak\s*\/\s*nie|true\s*\/\s*false)\b/i;
/** What was set to what: “Password changed to”. */
const TELLS_NEW_ONE = /\b(?:to|auf|naar|til|en|in|na|till)\W*$/i;
const COUNTS = /(?:\b(?:number|count|no\.?)|#)\s+of\b/i;

export function namesSecret(caption: string, split: readonly CaptionWord[]): boolean {
  const items: Item[] = [];
  let governed = false;
  for (const one of split) {
    if (PREPOSITIONS.has(one.word)) governed = items.length > 0;
    else if (items.length === 0 && QUESTION_WORDS.has(one.word)) governed = false;
    else {
      items.push({ ...one, governed });
      governed = false;
    }
  }
  const named = items.flatMap((_, at) => (isSecretAt(items, at) ? [at] : []));
  if (named.length === 0) return PHRASES.test(` ${items.map(({ word }) => word).join(" ")} `);
  if (ANSWERS_YES_OR_NO.test(caption) || COUNTS.test(caption)) return false;
  if (ASKS_YES_OR_NO.has(items[0]?.word ?? "") && named[0] !== 0) return false;
  if (ASKS_YES_OR_NO.has(split[0]?.word ?? "") && split.length > 1 && named[0] !== 0) return false;
  if (TELLS_NEW_ONE.test(caption) && items.length > 1) return true;
  return named.some((at) => !isTurned(items, at));
}

/** “What is the code for the door?” */
const QUESTION_WORDS: ReadonlySet<string> = new Set(
  "what whats s is which wie lautet was ist welche welcher welches quel quelle est cual es qual wat".split(
    " ",
  ),
);

/** Names of several words that no rule below finds. */
const PHRASES =
  / (?:snmp (?:\w+ )?(?:community|string)|community (?:string|name)|connection strings?|connectionstring|chaine connexion|cadena conexion|bitlocker recovery|recovery (?:seed|kit)|mothers? (?:s )?maiden|palavra acesso|frase paso|preshared|pre shared|sas (?:url|uri|token)|user pass|username pass|dane (?:logowania|dostepowe)|gegevens inlog|app specific) /;

function isSecretAt(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  const { word } = item;
  const [before, after] = [wordBefore(items, at), wordAfter(items, at)];
  if (after && HARMLESS_AFTER[word]?.has(after)) return false;
  if (before && HARMLESS_BEFORE[word]?.has(before)) return false;
  if (SECRET_WORDS.has(word)) {
    if (word === "mfa" || word === "2fa")
      return items.every((one) => one === item || SECOND_FACTORS.has(one.word));
    if (word === "pass") return after === undefined || /^\d+$/.test(after) || SECRET_WORDS.has(after);
    if (word === "pin" || word === "pins") return !/^\d+$/.test(items[at - 1]?.word ?? "");
    return true;
  }
  if (word.length >= 7 && !WHOLE_WORDS.has(word) && MISTYPED.some((right) => isOneSlipFrom(word, right)))
    return true;
  for (const [heads, isSecretHead] of HEADS) if (heads.has(word)) return isSecretHead(items, at);
  return false;
}

/** What of a second factor is secret; its method, its device and who has one are not. */
const SECOND_FACTORS: ReadonlySet<string> = new Set(
  "secret secrets seed seeds code codes key keys token tokens backup recovery pin pins password pw phrase emergency reset set all login admin restore secours respaldo recuperacion wiederherstellungs herstel".split(
    " ",
  ),
);

const MISTYPED = [
  "password",
  "passwort",
  "passphrase",
  "kennwort",
  "wachtwoord",
  "contrasena",
  "credentials",
];

const words = (line: string): ReadonlySet<string> => new Set(line.split(" "));

const without = (word: string) => [word, word.replace(/(?:s|n|en|es)$/, "")];
const isOf = (list: ReadonlySet<string>, word: string | undefined) =>
  word !== undefined && without(word).some((one) => list.has(one));

/** The next word of the same phrase; none behind a preposition or in brackets. */
function wordAfter(items: readonly Item[], at: number): string | undefined {
  const next = items[at + 1];
  return next && !next.governed && next.aside === items[at]?.aside ? next.word : undefined;
}

/** The word before, numbers left out. */
function wordBefore(items: readonly Item[], at: number): string | undefined {
  if (items[at]?.governed) return undefined;
  return items.slice(0, at).findLast(({ word }) => !/^\d+$/.test(word))?.word;
}

const followedBy = (items: readonly Item[], at: number, list: ReadonlySet<string>) =>
  items.slice(at + 1).some(({ word }) => isOf(list, word));

const OPENS_WITH_KEY = words("api vpn wifi wlan ssid wpa wpa2 ssh bitlocker psk ipsec aes rsa");
const LOGIN_FACTS_BEFORE = words(
  "last first failed successful current single sso ultimo ultima letzter letzte dernier derniere laatste sidste senaste interactive social",
);
const LOGIN_FACTS_AFTER = words(
  "name names id ids user username url page date time count script banner hours duration domain type number mask shell box log logs audit last this per",
);
const ROMANCE_KEYS_HARMLESS = words(
  "usb primaire primaria primario etrangere extranjera foranea externa estrangeira esterna unique unica unico repartition tri ordenacion inglesa inglese allen anglaise dynamometrique voiture coche auto macchina carro usbs",
);
const ASKED_IN_SECRET = words(
  "security secret secreta secrete sicherheits sicherheit securite seguridad sicurezza segreta seguranca beveiligings geheime sikkerheds sakerhets bezpieczenstwa challenge verification",
);
const PHRASE_OPENERS = words(
  "unlock recovery seed secret security access backup login wallet verification challenge duress magic verbal entsperr sperr wiederherstellungs passe paso acceso recuperacion secreta securite seguridad recupero sicurezza seguranca sicherheits screen lock safe code",
);
const OPENED_BY_DATA = words(
  "access login logon signin connexion acces acceso accesso acesso inlog logowania dostepowe zugangs zugang anmelde adgangs inloggnings auth authentication",
);

type HeadRule = (items: readonly Item[], at: number) => boolean;

/** Words that are secret in company only: who stands beside them decides. */
const HEADS: readonly (readonly [heads: ReadonlySet<string>, rule: HeadRule])[] = [
  [
    words("login logins logon logons inlog inloggning"),
    (items, at) =>
      !isOf(LOGIN_FACTS_AFTER, wordAfter(items, at)) &&
      !items.slice(0, at).some(({ word }) => isOf(LOGIN_FACTS_BEFORE, word)),
  ],
  [
    words("key keys"),
    (items, at) => {
      const [before, after] = [wordBefore(items, at), wordAfter(items, at)];
      if (before === undefined) {
        if (after) return OPENS_WITH_KEY.has(after);
        return items.some(({ word }) => OPENS_WITH_KEY.has(word));
      }
      if (KEY_OPENERS.has(before)) return true;
      return !HARMLESS_KEYS.has(before) && (after === undefined || /^\d+$/.test(after));
    },
  ],
  [
    words("schlussel schluessel sleutel nogle nokkel nyckel"),
    (items, at) => isOf(KEY_OPENERS, wordBefore(items, at)) || followedBy(items, at, OPENS_WITH_KEY),
  ],
  [
    words("cle cles clef clave claves chiave chiavi chave chaves klucz klucze"),
    (items, at) => {
      const next = items[at + 1]?.word;
      const key = items[at]?.word ?? "";
      if (next === undefined) return at === 0 && key === "clave";
      if (ROMANCE_KEYS_HARMLESS.has(next)) return false;
      // In Spanish and Portuguese it is the common word for a password too.
      if (at === 0 && /^(?:clave|chave)$/.test(key)) return true;
      return KEY_OPENERS.has(next) || (at === 0 && ACCESS_WORDS.has(next));
    },
  ],
  [
    words("jeton jetons code codes codice codici codigo codigos kode koden koder kod kody"),
    (items, at) => {
      const before = wordBefore(items, at);
      const device = items[at - 2]?.word;
      if (before && /^(?:system|panel|room|box|main|number|zahlen|ziffern|digit|time)$/.test(before)) {
        return isOf(ACCESS_WORDS, device) || followedBy(items, at, ACCESS_WORDS);
      }
      return before === undefined ? followedBy(items, at, ACCESS_WORDS) : isOf(ACCESS_WORDS, before);
    },
  ],
  [
    words(
      "combination combinations combo kombination combinaison combinacion combinazione combinacao combinatie kombinacja",
    ),
    (items, at) =>
      items.length === 1 ||
      /^zahlen?$/.test(wordBefore(items, at) ?? "") ||
      isOf(ACCESS_WORDS, wordBefore(items, at)) ||
      followedBy(items, at, ACCESS_WORDS),
  ],
  [
    words("phrase phrases frase zin satz fras word words wort pattern sequence gesture muster schema"),
    (items, at) => isOf(PHRASE_OPENERS, wordBefore(items, at)) || isOf(PHRASE_OPENERS, items[at + 1]?.word),
  ],
  [
    words(
      "question questions answer answers frage fragen antwort reponse reponses pregunta respuesta domanda risposta pergunta resposta vraag antwoord sporgsmal svar fraga pytanie odpowiedz",
    ),
    (items, at) => isOf(ASKED_IN_SECRET, wordBefore(items, at)) || followedBy(items, at, ASKED_IN_SECRET),
  ],
  [
    words(
      "data details detail info infos information informations daten dati datos dados donnees gegevens oplysninger uppgifter dane",
    ),
    (items, at) => isOf(OPENED_BY_DATA, wordBefore(items, at)) || isOf(OPENED_BY_DATA, items[at + 1]?.word),
  ],
  [words("seed"), (items, at) => isOf(ACCESS_WORDS, wordBefore(items, at))],
  [
    words("unlock"),
    (items, at) =>
      wordAfter(items, at) === undefined &&
      isOf(words("device phone iphone ipad laptop screen tablet mobile"), wordBefore(items, at)),
  ],
];

const isAspect = (word: string) =>
  ASPECT_WORDS.has(word) ||
  ASPECT_STEMS.some((stem) => word.startsWith(stem) || (stem.length > 4 && word.endsWith(stem)));

/** “Password reset done”, “Passwortablauf”, “Scadenza password”: what is named is no secret, but about one. */
function isTurned(items: readonly Item[], at: number): boolean {
  const { aside } = items[at] ?? {};
  const rest = items.slice(at + 1);
  const end = rest.findIndex((item) => item.governed || item.aside !== aside);
  // “Kennwort läuft ab”: the particle stands behind its verb.
  const last = (end < 0 ? rest : rest.slice(0, end)).findLast(
    ({ word }) => !/^(?:ab|out|off|um)$/.test(word),
  );
  if (last && isAspect(last.word)) return true;
  const before = items[at - 1]?.word;
  return before !== undefined && (DATES.has(before) || EVENTS_BEFORE.some((stem) => before.startsWith(stem)));
}

const DATES = words("date datum fecha");
