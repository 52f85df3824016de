// Files in a folder below the data directory: `ab/cdef…` by their SHA-256.
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { keepFolderPrivate } from "../private-folder.ts";
import { checkDigest, explainDisk, lost, writeCounted } from "./incoming.ts";
import type { BlobStore } from "./port.ts";

const SHA256 = /^[0-9a-f]{64}$/;

/** The folder is made when the first file comes. A crash leaves at most a file under `incoming/`, which nothing reads. */
export function openFolderBlobs(directory: string): BlobStore {
  const pathOf = (digest: string) => join(directory, digest.slice(0, 2), digest.slice(2));
  return {
    async put(content, maxBytes) {
      const incoming = join(directory, "incoming", randomUUID());
      try {
        await keepFolderPrivate(directory);
        await mkdir(join(directory, "incoming"), { recursive: true, mode: 0o700 });
        const stored = await writeCounted(incoming, content, maxBytes);
        const path = pathOf(stored.digest);
        if (await isThere(path, stored.size)) {
          await utimes(path, new Date(), new Date());
        } else {
          await mkdir(join(directory, stored.digest.slice(0, 2)), { recursive: true, mode: 0o700 });
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
      return checkDigest(bytes, digest);
    },
  };
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
