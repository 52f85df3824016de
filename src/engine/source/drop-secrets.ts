// Takes secrets out of what is only kept for reference: values under telling names, and what a text gives away.
import { namesASecret } from "../values/sensitive/name-sensitivity.ts";

const DROPPED = "[dropped by Cutover]";

/** `password: x`, `pwd=x`, `"token": "x"`, up to the next space, quote, comma or semicolon. */
const GIVEN_AWAY =
  /((?:passw(?:or[dt]|d)|kennwort|passphrase|passcode|pwd|pswd|mot de passe|contraseña|senha|wachtwoord|adgangskode|lösenord|hasło|secret|token|api[ _-]?key|private[ _-]?key|credentials?)["']?\s*(?:[:=]|\bis\b)\s*["']?)([^\s"',;&]+)/gi;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
/** `https://user:password@host`. It begins at the slashes: a scheme of any length before them made it quadratic. */
const IN_ADDRESS = /(:\/\/)[^\s/@:]+:[^\s/@]+@/g;
/** More than any workflow or script has; the rest is cut off, and said to be. */
const MAX_LENGTH = 1_000_000;
const CUT = "… [cut by Cutover]";

/** Linear in the text. The text with what looks like a secret replaced; the same text when nothing does. */
export function maskSecrets(text: string): string {
  const bounded = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}${CUT}` : text;
  return bounded
    .replace(IN_ADDRESS, `$1${DROPPED}@`)
    .replace(BEARER, `$1 ${DROPPED}`)
    .replace(GIVEN_AWAY, `$1${DROPPED}`);
}

export function isTellingName(name: string): boolean {
  return namesASecret(name);
}
