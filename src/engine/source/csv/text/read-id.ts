// What can be an id: numbers as spreadsheets show them are unwrapped, words and sentences are refused.

/** Excel's two ways to keep a number as text: `="1001"` and `'1001`. */
function unwrap(text: string): string {
  const plain = text.replaceAll("\0", "").trim();
  return (/^=\s*"([^"]*)"$/.exec(plain)?.[1] ?? plain).replace(/^'+/, "").trim();
}

/** `#10,001` and `10001.0`, as spreadsheets show numbers, are 10001. */
function plainNumber(text: string): string {
  const plain = text.replace(/^#\s*/, "");
  if (/^\d{1,3}(,\d{3})+$/.test(plain)) return plain.replaceAll(",", "");
  return plain.replace(/^(\d+)\.0+$/, "$1");
}

/** Letters in front, digits, and what divides them: `1001`, `INC-1001`, `T20240304.0012`; a UUID. */
const RECORD = /^(?:[A-Za-z]{1,12}[-_. #]?){0,2}\d[\w.-]{0,60}$|^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const KEY = /^[^\p{C}\s=][^\p{C}\s]{0,99}$/u;

/** An id of a ticket, a note, a person; undefined for what can be none. */
export function cleanId(text: string): string | undefined {
  const plain = plainNumber(unwrap(text));
  return RECORD.test(plain) ? plain.replace(/\s+/g, "-") : undefined;
}

/** An id that may be a short name (`AcmeInc`); blanks in it become hyphens. */
export function cleanKey(text: string): string | undefined {
  const plain = plainNumber(unwrap(text)).replace(/\s+/g, "-");
  return KEY.test(plain) ? plain : undefined;
}
