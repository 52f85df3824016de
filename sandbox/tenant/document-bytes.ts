// The bytes of a document, made from its id: binary enough that any text decoding spoils them.
import { randomFor } from "./random.ts";
import type { DocumentInfo } from "./records.ts";

/** A valid 1×1 PNG; what follows its end chunk is ignored by viewers. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const HEADERS: Readonly<Record<string, Buffer>> = {
  png: PNG,
  jpg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00]),
  pdf: Buffer.from("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1"),
  zip: Buffer.from([0x50, 0x4b, 0x03, 0x04]),
};

/** Exactly `size` bytes; the same document always gives the same ones. */
export function documentBytes(seed: number, document: DocumentInfo): Buffer {
  const ending = document.fileName.slice(document.fileName.lastIndexOf(".") + 1).toLowerCase();
  const header = HEADERS[ending];
  if (!header && /^(log|csv|eml)$/.test(ending)) {
    const line = `${document.title};line of ${document.fileName};äöü\r\n`;
    return Buffer.from(line.repeat(Math.ceil(document.size / line.length)), "utf8").subarray(
      0,
      document.size,
    );
  }
  const block = Buffer.alloc(4096);
  const random = randomFor(seed, "bytes", document.id);
  for (let at = 0; at < block.length; at += 1) block[at] = Math.floor(random() * 256);
  const bytes = Buffer.alloc(document.size, block);
  header?.copy(bytes);
  return bytes;
}
