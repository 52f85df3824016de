// Cuts a text that is too long for one message into consecutive pieces; joined, they are the text again.

/**
 * Intercom documents no maximum for a message; 1 MB notes exist in ConnectWise. Pieces stay well below what an
 * HTML body of 64 KB holds, measured after escaping.
 */
const MAX_BODY_CHARS = 30_000;

const widthOf = (character: string): number => {
  if (character === "&" || character === "\n") return 5;
  if (character === "<" || character === ">") return 4;
  return character === '"' ? 6 : character.length;
};

/** Pieces whose escaped length is at most `max`; they end at a line or a word where one is near. */
export function splitText(text: string, max: number = MAX_BODY_CHARS): readonly string[] {
  if (text.length * 6 <= max) return [text];
  const pieces: string[] = [];
  let start = 0;
  let width = 0;
  let position = 0;
  let lastBreak = -1;
  for (const character of text) {
    const next = widthOf(character);
    if (width + next > max && position > start) {
      // A break in the piece's last fifth is worth taking; an earlier one would leave a stump.
      const end = lastBreak > start && (position - lastBreak) * 5 < position - start ? lastBreak : position;
      pieces.push(text.slice(start, end));
      width = escapedWidth(text.slice(end, position));
      start = end;
      lastBreak = -1;
    }
    width += next;
    position += character.length;
    if (character === "\n" || character === " ") lastBreak = position;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function escapedWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** The mark in front of piece `index` (from 0) of several: `(2/3) `; empty when there is one piece. */
export function pieceMark(index: number, count: number): string {
  return count > 1 ? `(${index + 1}/${count}) ` : "";
}
