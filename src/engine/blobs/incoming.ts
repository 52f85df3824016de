// A file on its way in: written to disk, counted and hashed, so that its address is known before it is kept.
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { AskError, SkipError } from "../errors.ts";
import type { StoredBlob } from "./port.ts";

const DISK_FULL = new Set(["ENOSPC", "EDQUOT"]);

/** Durable when it returns: the staged record that names the file must not outlive it. */
export async function writeCounted(
  path: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<StoredBlob> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.datasync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest("hex"), size };
}

/** The bytes, when they are those of the digest. @throws SkipError `file_lost` */
export function checkDigest(bytes: Buffer, digest: string): Buffer {
  if (createHash("sha256").update(bytes).digest("hex") !== digest) throw lost();
  return bytes;
}

function tooLarge(maxBytes: number): SkipError {
  return new SkipError({ code: "file_too_large", args: { bytes: maxBytes } });
}

export function lost(): SkipError {
  return new SkipError({ code: "file_lost" });
}

export function explainDisk(error: unknown, directory: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined || !DISK_FULL.has(code)) return error;
  return new AskError({ code: "disk_full", args: { directory }, cause: error });
}
