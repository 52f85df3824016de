// Which encoding a file is in, and its text; found by reading all of it, since one letter far down decides.
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Bytes that are no UTF-8 in a file that otherwise is; they are read as U+FFFD. */
  readonly broken: number;
}

const HEAD_BYTES = 65_536;
/** Of the letters beyond ASCII, so many may be broken in a file that is still taken for UTF-8. */
const BROKEN_SHARE = 0.1;

/**
 * By byte order mark; without one, by where the zero bytes are (UTF-16), then by whether what lies beyond ASCII
 * is UTF-8, else Windows-1252.
 */
export async function detectEncoding(path: string): Promise<DetectedEncoding> {
  const head = await readHead(path, HEAD_BYTES);
  const marked = byMark(head) ?? byZeros(head);
  if (marked === "utf-16le" || marked === "utf-16be") return { encoding: marked, broken: 0 };
  const decoder = new TextDecoder("utf-8");
  let broken = 0;
  let beyond = 0;
  for await (const chunk of createReadStream(path)) {
    // A file cut within a letter ends without `decode()`: that letter counts for nothing.
    for (const letter of decoder.decode(chunk as Buffer, { stream: true }).matchAll(/[^\p{ASCII}]/gu)) {
      beyond += 1;
      if (letter[0] === "\ufffd") broken += 1;
    }
  }
  if (marked !== "utf-8" && broken > beyond * BROKEN_SHARE) return { encoding: "windows-1252", broken: 0 };
  return { encoding: "utf-8", broken };
}

/** The text of a file, piece by piece; a byte order mark is not part of it. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: HEAD_BYTES })) {
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** The first characters of a file. */
export async function decodeHead(path: string, encoding: Encoding): Promise<string> {
  return new TextDecoder(encoding).decode(await readHead(path, HEAD_BYTES), { stream: true });
}

async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function byMark(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Latin text in UTF-16 has a zero in every second byte; a few zeros elsewhere are customers' texts. */
function byZeros(head: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = head.length / 2 / 3;
  if (odd > many && odd > even * 3) return "utf-16le";
  if (even > many && even > odd * 3) return "utf-16be";
  return undefined;
}
