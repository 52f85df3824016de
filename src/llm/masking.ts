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
    .replace(/[\p{Lu}\p{Lt}]/gu, "X")
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, "x")
    .replace(/\p{N}/gu, "9")
    .replace(/\p{M}/gu, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, " ");
}

/** For captions, options and names of statuses, boards and teams, which a model reads as they are: no e-mails. */
export function hideAddresses(text: string): string {
  return text.replace(EMAIL, "x@x.xx");
}
