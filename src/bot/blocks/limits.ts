// Slack's limits of texts: clipping without breaking characters, and escaping.
export const MAX_BLOCKS = 50;
/** `msg_blocks_too_long` comes near 11 to 13 thousand characters, undocumented. */
export const MAX_MESSAGE_CHARACTERS = 9000;
export const MAX_SECTION = 3000;

/** Cuts to `max` UTF-16 units with an ellipsis, never inside a surrogate pair; an empty text becomes a dash. */
export function clip(text: string, max: number): string {
  const clean = text.trim();
  if (clean === "") return "–";
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, Math.max(0, max - 1));
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}

/** Data inside mrkdwn: nobody is pinged, nothing links. Line breaks become spaces, formatting marks and emoji codes are broken up. */
export function escapeMrkdwn(text: string, max = 200): string {
  return (
    clip(text.replace(/\s+/g, " "), max)
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/[*~`]|(?<!\w)_|_(?!\w)/g, (mark) => `${mark}\u200b`)
      // ":24:" is an emoji to Slack, in a time as anywhere.
      .replace(/:(?=[\w+'-]+:)/g, ":\u200b")
  );
}

/** Whole lines only, as many as fit. */
export function joinWithin(lines: readonly string[], max = MAX_SECTION): string {
  let text = "";
  for (const line of lines) {
    const longer = text === "" ? line : `${text}\n${line}`;
    if (longer.length > max) break;
    text = longer;
  }
  return text;
}
