// A folder of files for each migration, so that one can be forgotten without asking what others hold.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openFolderBlobs } from "./folder-blobs.ts";
import type { Blobs } from "./port.ts";

export function openBlobFolders(root: string): Blobs {
  const directoryOf = (migrationId: string) =>
    join(root, encodeURIComponent(migrationId).replaceAll(".", "%2E"));
  return {
    of: (migrationId) => openFolderBlobs(directoryOf(migrationId)),
    async read(digest) {
      for (const directory of await listDirectories(root)) {
        const blobs = openFolderBlobs(join(root, directory));
        if (await blobs.has(digest)) return blobs.read(digest);
      }
      // Says that it is lost.
      return openFolderBlobs(root).read(digest);
    },
    forget: (migrationId) => rm(directoryOf(migrationId), { recursive: true, force: true }),
  };
}

async function listDirectories(root: string): Promise<readonly string[]> {
  try {
    return await readdir(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
