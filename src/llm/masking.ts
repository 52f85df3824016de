// Hides personal data in sample values before a model sees them; the shape stays, so that types can be told.

const EMAIL = /[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+/g;

/**
 * Letters become `x` or `X` and digits `9`, but for words that carry meaning without naming anyone
 * (yes, no, true, false, n/a). At most 40 characters. E-mails become `x@x.xx`.
 */
export function maskSample(sample: string): string {
  const text = sample.slice(0, 40);
  if (/^(yes|no|true|false|n\/a|none|ja|nein)$/i.test(text.trim())) return text.trim();
  return text
    .replace(EMAIL, "x@x.xx")
    .replace(/\p{Lu}/gu, "X")
    .replace(/\p{Ll}/gu, "x")
    .replace(/\p{Lo}/gu, "x")
    .replace(/\p{Nd}/gu, "9")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ");
}
