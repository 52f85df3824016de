// What the values of a field give away, whatever it is called: keys and tokens by their form, numbers by their checks.
import type { Sensitivity } from "./name-sensitivity.ts";

/** Said in one value, these are enough. */
const GIVEN_AWAY: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z ]+ )?PRIVATE KEY/,
  /^\s*(?:pw|pwd|pass|pswd|pass(?:word|wort|wd|code|phrase)|kennwort|mdp|mot de passe|contrase(?:ñ|n)a|senha|parola|wachtwoord|adgangskode|lösenord|hasło|pin|api[ -]?key|token|secret|login)\s*[:=]\s*\S/imu,
  /\b(?:user(?:name)?|login|benutzer(?:name)?|admin)\b\s*[:=/]\s*\S+\s*[,;/|]?\s*\b(?:pw|pwd|pass\w*|kennwort)\b\s*[:=/]?\s*\S/iu,
  /\w+:\/\/[^\s/@:]+:[^\s/@]+@/,
  /\b(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{20,}|sk_(?:live|test)_\w{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|SG\.[\w-]{16,}\.[\w-]{16,})/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/,
  /\botpauth:\/\//i,
  /^\$(?:2[aby]|5|6|argon2\w*)\$\S{20,}/,
  // BitLocker's recovery key; a product key of Windows or Office.
  /\b\d{6}(?:-\d{6}){7}\b/,
  /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}$/,
];

/** What is said of a password in one word is none: “reset done: yes”. */
const YES_OR_NO =
  /^(?:yes|no|y|n|true|false|on|off|0|1|x|ja|nein|j|wahr|falsch|oui|non|o|vrai|faux|s[ií]|s|verdadero|falso|vero|sim|n[aã]o|verdadeiro|nee|waar|onwaar|nej|tak|nie|n\/a|none|done|pending)$/iu;

export const isYesOrNo = (value: string): boolean => YES_OR_NO.test(value.trim());

/** A key, a token or a named password within a text of any kind; proof enough by itself. */
export const givesSecretAway = (text: string): boolean => GIVEN_AWAY.some((form) => form.test(text));

/** Of the values, at least this share must have a form that proves little alone. */
const SHARE = 0.5;

/** @param values as they stand in the source; blank ones don't count */
export function valueSensitivity(values: readonly string[]): Sensitivity | undefined {
  const found = values.map((value) => value.trim()).filter((value) => value !== "");
  if (found.length === 0) return undefined;
  if (found.some(givesSecretAway)) return "secret";
  const share = (test: (value: string) => boolean) => found.filter(test).length / found.length;
  if (found.some(isIban)) return "personal";
  if (share(isCard) >= SHARE || share(isPersonNumber) >= SHARE) return "personal";
  return share(isMixed) >= SHARE ? "secret" : undefined;
}

/** Letters of both cases with digits and signs, or many changes between letters and digits: nobody's word. */
function isMixed(value: string): boolean {
  if (value.length < 8 || value.length > 128 || /\s/.test(value) || ORDINARY.some((form) => form.test(value)))
    return false;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/].filter((kind) => kind.test(value)).length;
  if (/[!#$%^&*?~=+@]/.test(value))
    return kinds === 3 || (kinds === 2 && /\d/.test(value) && value.length >= 10);
  const changes = value.match(/\p{Ll}(?=[\p{Lu}\d])|\d(?=\p{L})|\p{Lu}(?=\d)/gu)?.length ?? 0;
  return kinds === 3 && value.length >= 12 && changes >= value.length / 4 && !/[-_./:\\]/.test(value);
}

/** Addresses, links, paths, ids, versions and numbers are mixed too. */
const ORDINARY: readonly RegExp[] = [
  /^[^@\s]+@[^@\s]+\.\p{L}{2,}$/u,
  /^(?:\w+:\/\/|www\.|\\\\|[A-Za-z]:\\|\/)/,
  /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i,
  /^[+\-#$€£]?[\d.,:/ -]+[%€$£]?$/,
  /^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/,
  /^#?[A-Z]{1,6}[-#]?\d+$/i,
];

/** ISO 13616: moved round and taken as a number, it leaves 1 when divided by 97. */
function isIban(value: string): boolean {
  const plain = value.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  let rest = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Cards begin with 3 to 6, have 13 to 19 digits and pass Luhn's check. */
function isCard(value: string): boolean {
  const plain = value.replace(/[ -]/g, "");
  if (!/^[3-6]\d{12,18}$/.test(plain)) return false;
  const sum = [...plain].reverse().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Numbers of people in the forms of the USA, Switzerland, Brazil and Spain. */
function isPersonNumber(value: string): boolean {
  if (/^(?!000|666)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(value)) return true;
  if (/^756\.\d{4}\.\d{4}\.\d{2}$/.test(value) || /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(value)) return true;
  const dni = /^(\d{8})-?([A-Z])$/.exec(value);
  return dni !== null && "TRWAGMYFPDXBNJZSQVHLCKE"[Number(dni[1]) % 23] === dni[2];
}
