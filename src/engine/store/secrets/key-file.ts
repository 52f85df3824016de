// The secret key of the embedded default: made once, kept beside the database, readable by its owner only.
import { randomBytes } from "node:crypto";
import { chmod, link, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AskError } from "../../errors.ts";
import { Secret } from "../../model/secret.ts";
import { keepFolderPrivate } from "../../private-folder.ts";
import { parseSecretKey, type SecretKey } from "./secrets.ts";

/**
 * Reads `secret.key` of the data directory, or makes it (mode 0600). Two programs at once get the same key.
 * Throws AskError when the file can't be read or holds no key. A backup of the directory holds key and database:
 * guard it as such.
 */
export async function loadOrCreateKeyFile(dataDirectory: string): Promise<SecretKey> {
  await keepFolderPrivate(dataDirectory);
  const path = join(dataDirectory, "secret.key");
  try {
    return await loadKey(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unusable(path, error);
  }
  try {
    await createKey(path);
    return await loadKey(path);
  } catch (error) {
    throw unusable(path, error);
  }
}

async function loadKey(path: string): Promise<SecretKey> {
  const key = parseSecretKey(new Secret(await readFile(path, "utf8")));
  // A copied or restored file may have become readable to others.
  await chmod(path, 0o600);
  return key;
}

/** Written aside and linked in one step: nobody reads half a key, and the first one stays. */
async function createKey(path: string): Promise<void> {
  const mine = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await writeFile(mine, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flush: true });
  try {
    await link(mine, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

function unusable(path: string, cause: unknown): AskError {
  if (cause instanceof AskError && cause.code !== "invalid_secret_key") return cause;
  return new AskError({ code: "key_file_unusable", args: { path }, cause });
}
