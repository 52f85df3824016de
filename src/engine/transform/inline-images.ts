// Images that stand inside a text, by ConnectWise's addresses: `…/api/inlineimages/COMPANY/GUID`.

/** Bounded everywhere, so that a megabyte of hostile text costs no more than a megabyte of letters. */
const SITE = String.raw`(?:https?://[\w.:-]{1,255})?(?:/[\w.-]{1,64}){0,3}`;
const ADDRESS = String.raw`${SITE}/api/inlineimages/[^/\s"'()<>]{1,100}/([0-9a-f-]{32,38})[^\s"'()<>]{0,300}`;
const MARKDOWN = new RegExp(String.raw`!\[[^\]\n]{0,500}\]\(\s*${ADDRESS}[^)\n]{0,200}\)`, "gi");
const TAG = new RegExp(String.raw`<img\b[^<>]{0,500}?\bsrc\s*=\s*["']?${ADDRESS}[^<>]{0,500}>`, "gi");
const BARE = new RegExp(ADDRESS, "gi");
/** In one pass: what is said in place of an image may hold its address. */
const ANY = new RegExp([MARKDOWN, TAG, BARE].map(({ source }) => source).join("|"), "gi");

/** Lower case, each once, in the order of the text. */
export function findInlineGuids(text: string): readonly string[] {
  // Most texts have none, and some are a megabyte long.
  if (!/\/api\/inlineimages\//i.test(text)) return [];
  return [...new Set([...text.matchAll(BARE)].map((match) => (match[1] ?? "").toLowerCase()))];
}

/** Puts what `sayImage` says in place of every image of the text: Markdown, a tag, or a bare address. */
export function replaceInlineImages(text: string, sayImage: (guid: string) => string): string {
  if (!/\/api\/inlineimages\//i.test(text)) return text;
  return text.replace(ANY, (_: string, ...guids: (string | undefined)[]) =>
    sayImage((guids[0] ?? guids[1] ?? guids[2] ?? "").toLowerCase()),
  );
}
