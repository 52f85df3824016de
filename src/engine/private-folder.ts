// A folder that its owner alone may enter: what lies in it is out of others' reach, whatever rights the files have.
import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AskError } from "./errors.ts";

const OTHERS = 0o077;
/** On a folder such as /tmp, which everybody writes: its rights are not ours to take away. */
const STICKY = 0o1000;
const DISK_FULL = new Set(["ENOSPC", "EDQUOT"]);

/**
 * Makes the folder, or takes an existing one's rights from everybody else (0700). PGlite gives its files 0666 under
 * any umask, and a folder that a unit, a volume or a person made is open: only the folder's own rights hold.
 * Throws AskError `folder_unusable` where it can't be made so; a full disk's error passes as it is. Windows has
 * rights of another kind: there the folder is only made.
 */
export async function keepFolderPrivate(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (DISK_FULL.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw unusable(directory, "make", error);
  }
  const uid = process.getuid?.();
  if (uid === undefined) return;
  const found = await stat(directory).catch((error: unknown) => {
    throw unusable(directory, "make", error);
  });
  const place = resolve(directory);
  if ((found.mode & STICKY) !== 0 || place === dirname(place)) throw unusable(directory, "shared");
  if (found.uid !== uid) throw unusable(directory, "owner");
  if ((found.mode & 0o777) === 0o700) return;
  await chmod(directory, 0o700).catch((error: unknown) => {
    throw unusable(directory, "rights", error);
  });
  // Some file systems accept the change and keep what they had.
  if (((await stat(directory)).mode & OTHERS) !== 0) throw unusable(directory, "rights");
}

function unusable(directory: string, why: "make" | "owner" | "shared" | "rights", cause?: unknown): AskError {
  return new AskError({ code: "folder_unusable", args: { directory, why }, cause });
}
