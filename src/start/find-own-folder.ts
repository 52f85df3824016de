// The folder beside the code in which compiled code may be kept: ours, and nobody else may write in it.
import { lstatSync, mkdirSync, statSync } from "node:fs";

/**
 * What is kept there is executed later, so whoever can write it can run code as us. Undefined where the folder
 * `modules` or the one in it belongs to another user, where others may write it, or where it can't be made.
 */
export function findOwnFolder(modules: string, uid: number | undefined): string | undefined {
  const folder = `${modules}/.cache/cutover`;
  try {
    if (uid === undefined || statSync(modules).uid !== uid) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === uid && (found.mode & 0o022) === 0 ? folder : undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
