// What the canary says: texts and files that show how Intercom keeps what real tickets hold. Nobody but us reads them.

/** Marks each message, so that it is found whatever became of the rest. */
export const markOf = (nonce: string, step: string): string => `canary-${nonce}-${step}`;

/** A text with all that is known to be lost somewhere: tag-like words, blank lines, entities, an emoji. */
export function mirrorText(nonce: string, step: string): string {
  return [
    `${markOf(nonce, step)}: a test by Cutover, deleted in a moment.`,
    "From: Jane Doe <jane@canary.example>\nTo: <b>desk</b>; see <https://canary.example/a?b=1&c=2>",
    `5 < 6 && 7 > 4, "quoted" & 'single', caf\u00e9 \u2013 \u65e5\u672c\u8a9e \ud83d\udc24`,
    "The last line.",
  ].join("\n\n");
}

export interface MirrorFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** One pixel. */
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/** Names as people give them: spaces, brackets, an umlaut, quotes, a percent sign. */
export const PICTURE: MirrorFile = {
  name: "Bild (1) \u2013 gr\u00f6\u00dfer & neu.png",
  contentType: "image/png",
  bytes: Buffer.from(PNG, "base64"),
};
export const DOCUMENT: MirrorFile = {
  name: "Angebot 'M\u00e4rz' 50% [v2].final.pdf",
  contentType: "application/pdf",
  bytes: Buffer.from(PDF, "utf8"),
};
