// A caption as the words that it consists of, the way people write names: Wifi_PW, AdminPwd, Routerpasswort, P.I.N.
import {
  ACCESS_WORDS,
  AFTER_ACCESS_WORDS,
  AFTER_ANY_WORD,
  KEY_OPENERS,
  LONG_SECRET_WORDS,
  WHOLE_WORDS,
} from "./secret-words.ts";

export interface CaptionWord {
  /** Lower case, without accents. */
  readonly word: string;
  /** Within brackets: said beside the name, no part of it. */
  readonly aside: boolean;
}

/** Accents, ligatures and Nordic letters as plain Latin ones; case stays. */
function foldLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[æÆ]/g, "ae")
    .replace(/[œŒ]/g, "oe")
    .replace(/[łŁ]/g, "l")
    .replace(/[đĐ]/g, "d");
}

const MOST_CHARS = 200;

/** Brackets are told apart; camelCase, digits, `_`, `-` and compounds divide words; `P/W` and `P.I.N.` join them. */
export function splitCaption(caption: string): CaptionWord[] {
  const plain = foldLetters(caption.slice(0, MOST_CHARS))
    // Pa$$word, P@ssword, Passw0rd
    .replace(/(?<=\p{L})[@$0]+(?=[\p{L}@$0])/gu, (signs) =>
      [...signs].map((sign) => (sign === "@" ? "a" : sign === "$" ? "s" : "o")).join(""),
    )
    // Clé d'accès: an elided article is a word of its own.
    .replace(/(?<=\b\p{L}{1,4})['’`´](?=\p{L})/gu, " ")
    .replaceAll("&", " and ")
    .replace(/\bmots?[\s_-]*(?:de)?[\s_-]*passe/gi, "motdepasse")
    .replace(/\bu\s*\/\s*p\b/gi, "password")
    .replace(/\bpalavra[\s_-]*passe\b/gi, "palavrapasse")
    .replace(/\bparol[ae] (?:d )?(?:ordine|accesso)\b|\bpalabra de paso\b/gi, "password");
  const words: CaptionWord[] = [];
  let depth = 0;
  for (const [piece] of plain.matchAll(/[([{]|[)\]}]|[\p{L}\p{N}]+/gu)) {
    if (/[([{]/.test(piece)) depth += 1;
    else if (/[)\]}]/.test(piece)) depth = Math.max(0, depth - 1);
    else for (const word of splitPiece(piece)) words.push({ word, aside: depth > 0 && words.length > 0 });
  }
  return joinLetters(words);
}

/** `apikey` and `Routerpasswort` by what they are made of, `apiKey` by its capitals. */
function splitPiece(piece: string): string[] {
  const whole = splitCompound(piece.toLowerCase());
  const [first = ""] = whole;
  if (whole.length > 1 || WHOLE_WORDS.has(first) || LONG_SECRET_WORDS.includes(first)) return whole;
  return piece
    .replace(/(\p{Lu}{2,})s(?![\p{Ll}])/gu, "$1")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\p{N})/gu, "$1 $2")
    .replace(/(\p{N})(\p{L})/gu, "$1 $2")
    .toLowerCase()
    .split(" ")
    .flatMap(splitCompound);
}

/** What joins the parts of a German, Dutch or Nordic compound. */
const LINK = /(?:s|n|en|es)$/;

function splitCompound(word: string): string[] {
  if (WHOLE_WORDS.has(word)) return [word];
  for (const long of LONG_SECRET_WORDS) {
    const at = word.indexOf(long);
    if (at < 0) continue;
    const before = word.slice(0, at);
    const after = word.slice(at + long.length).replace(/^(?:es|en|er|s|e)(?=\p{L}{3})/u, "");
    const plural = /^(?:s|e|n|en|er|es|ord)?$/.test(after);
    return [...(before ? [before] : []), long, ...(plural ? [] : [after])];
  }
  for (const head of AFTER_ANY_WORD) {
    if (word.length > head.length + 1 && word.endsWith(head)) return [word.slice(0, -head.length), head];
  }
  for (const head of AFTER_ACCESS_WORDS) {
    if (!word.endsWith(head) || word.length === head.length) continue;
    const before = word.slice(0, -head.length);
    if (opens(before) || opens(before.replace(LINK, ""))) return [before, head];
  }
  return [word];
}

const opens = (word: string) => ACCESS_WORDS.has(word) || KEY_OPENERS.has(word);

/** Single letters that stand together are one abbreviation. */
function joinLetters(words: readonly CaptionWord[]): CaptionWord[] {
  const joined: CaptionWord[] = [];
  let run = "";
  const end = (aside: boolean) => {
    // U/N P/W
    const parts = run.length > 2 && run.endsWith("pw") ? [run.slice(0, -2), "pw"] : run === "" ? [] : [run];
    for (const word of parts) joined.push({ word, aside });
    run = "";
  };
  for (const { word, aside } of words) {
    if (/^\p{L}$/u.test(word)) run += word;
    else if (/^2$/.test(word) && run === "") joined.push({ word, aside });
    else {
      end(aside);
      joined.push({ word, aside });
    }
  }
  end(false);
  return joinPairs(joined);
}

const PAIRS = new Map([
  ["log in", "login"],
  ["log on", "login"],
  ["sign in", "login"],
  ["sign on", "login"],
  ["pass word", "password"],
  ["pass code", "passcode"],
  ["pass phrase", "passphrase"],
  ["pass key", "passkey"],
  ["pin code", "pin"],
  ["wi fi", "wifi"],
  ["bit locker", "bitlocker"],
  ["2 fa", "2fa"],
]);

function joinPairs(words: readonly CaptionWord[]): CaptionWord[] {
  const joined: CaptionWord[] = [];
  for (const one of words) {
    const last = joined.at(-1);
    const pair = last && PAIRS.get(`${last.word} ${one.word}`);
    if (last && pair) joined[joined.length - 1] = { word: pair, aside: last.aside };
    else joined.push(one);
  }
  return joined;
}
