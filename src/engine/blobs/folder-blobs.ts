// Files in a folder below the data directory: `ab/cdef…` by their SHA-256.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { AskError, SkipError } from "../errors.ts";
import type { BlobStore, StoredBlob } from "./port.ts";

const DISK_FULL = new Set(["ENOSPC", "EDQUOT"]);
const SHA256 = /^[0-9a-f]{64}$/;

/** The folder is made when the first file comes. A crash leaves at most a file under `incoming/`, which nothing reads. */
export function openFolderBlobs(directory: string): BlobStore {
  const pathOf = (digest: string) => join(directory, digest.slice(0, 2), digest.slice(2));
  return {
    async put(content, maxBytes) {
      const incoming = join(directory, "incoming", randomUUID());
      try {
        await mkdir(join(directory, "incoming"), { recursive: true });
        const stored = await writeCounted(incoming, content, maxBytes);
        const path = pathOf(stored.digest);
        if (await isThere(path, stored.size)) {
          await utimes(path, new Date(), new Date());
        } else {
          await mkdir(join(directory, stored.digest.slice(0, 2)), { recursive: true });
          await rename(incoming, path);
        }
        return stored;
      } catch (error) {
        throw explainDisk(error, directory);
      } finally {
        await rm(incoming, { force: true });
      }
    },
    has: async (digest) => SHA256.test(digest) && isThere(pathOf(digest)),
    async read(digest) {
      if (!SHA256.test(digest)) throw lost();
      const bytes = await readFile(pathOf(digest)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") throw lost();
        throw error;
      });
      if (createHash("sha256").update(bytes).digest("hex") !== digest) throw lost();
      return bytes;
    },
  };
}

/** Durable when it returns: the staged record that names the file must not outlive it. */
async function writeCounted(
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

async function isThere(path: string, size?: number): Promise<boolean> {
  try {
    const found = await stat(path);
    return size === undefined || found.size === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function tooLarge(maxBytes: number): SkipError {
  const limit = `${Math.round(maxBytes / 1_048_576)} MB`;
  return new SkipError({
    code: "file_too_large",
    message: `The file is larger than ${limit}.`,
    remedy: "It is named with its link instead; keep it reachable, or move it by hand.",
  });
}

function lost(): SkipError {
  return new SkipError({
    code: "file_lost",
    message: "A file that was downloaded is not in the store any more, or was changed there.",
    remedy:
      "Put the folder of files back from its backup and run again; it must be kept between extraction and load.",
  });
}

function explainDisk(error: unknown, directory: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === undefined || !DISK_FULL.has(code)) return error;
  return new AskError({
    code: "disk_full",
    message: `The disk is full: attachments can't be kept in ${directory}.`,
    remedy: "Make room there or give CUTOVER_DATA a larger disk, then resume: it goes on where it stopped.",
    cause: error,
  });
}
