// Hides personal data in sample values before a model sees them; the shape stays, so that types can be told.

const EMAIL = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g;

/** Yes, no, true, false, on, off and none, in the languages that helpdesks are kept in: they name nobody. */
const FLAGS = new Set(
  (
    "yes no true false on off none n/a nil ja nein wahr falsch ein aus keine jawohl oui non vrai faux sí si no verdadero falso " +
    "sim não nao verdadeiro vero sì nee waar onwaar nej sann falskt sand falsk nei tak nie prawda fałsz ano ne pravda da nu " +
    "adevărat fals igen nem igaz hamis kyllä ei tosi epätosi jah jā nē taip evet hayır doğru yanlış да нет так ні не ναι όχι " +
    "はい いいえ 是 否 예 아니요 네 아니오 نعم لا כן לא हाँ नहीं ใช่ ไม่ có không ya tidak"
  )
    .normalize("NFC")
    .split(" "),
);
/** `Y`, `J`, `x`: a flag, and nobody's name. */
const ONE_LETTER = /^\p{L}$/u;

/**
 * Letters become `x` or `X` and digits `9`, but for words of yes and no and single letters, which carry meaning without
 * naming anyone; a zero that leads stays, since it tells a code from a number. At most 40 characters. E-mails become `x@x.xx`.
 */
export function maskSample(sample: string): string {
  const text = sample.slice(0, 40);
  const word = text.trim().normalize("NFC");
  if (ONE_LETTER.test(word) || FLAGS.has(word.toLowerCase())) return word;
  return text
    .replace(EMAIL, "x@x.xx")
    .replace(/[\p{Lu}\p{Lt}]/gu, "X")
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, "x")
    .replace(/(?<!^\s*)0|(?!0)\p{N}|0(?!\p{N})/gu, "9")
    .replace(/\p{M}/gu, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ");
}

/** For captions, options and names of statuses, boards and teams, which a model reads as they are: no e-mails. */
export function hideAddresses(text: string): string {
  return text.replace(EMAIL, "x@x.xx");
}
