// Ownership of a directory by a file, for systems without abstract sockets: a dead owner's file is taken over.
import { execFile } from "node:child_process";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Owner, type Ownership, ownedByOther, parseOwner } from "./owner.ts";

const run = promisify(execFile);

interface FileOwner {
  readonly owner: Owner;
  /** Start time of the process as the system tells it, so that a reused pid is not taken for the owner. */
  readonly started: string;
}

/** Throws AskError while the process in the file lives. */
export async function ownByFile(place: string, owner: Owner): Promise<Ownership> {
  const path = join(place, "owner.lock");
  const mine = join(place, `owner.${owner.pid}.${Date.now()}`);
  const content = JSON.stringify({ ...owner, started: await startTime(owner.pid) });
  await writeFile(mine, content, { mode: 0o600 });
  try {
    // A link is made or refused in one step, with its content.
    while (!(await linked(mine, path))) {
      const other = await readOwner(path);
      if (other === undefined) continue;
      if (await lives(other)) throw ownedByOther(place, other.owner);
      await removeDead(path, other, `${mine}.dead`);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return {
    async release() {
      const current = await readOwner(path);
      if (current?.owner.pid === owner.pid && current.owner.since === owner.since)
        await rm(path, { force: true });
    },
  };
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<FileOwner | undefined> {
  try {
    const text = await readFile(path, "utf8");
    const owner = parseOwner(text);
    if (owner === undefined) return { owner: { pid: -1, since: "", command: "" }, started: "" };
    return { owner, started: String((JSON.parse(text) as { started?: unknown }).started ?? "") };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Moves the dead owner's file away; if somebody was faster and owns it by now, the file goes back. */
async function removeDead(path: string, dead: FileOwner, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = await readOwner(aside);
  if (moved !== undefined && moved.owner.since !== dead.owner.since) await linked(aside, path);
  await rm(aside, { force: true });
}

async function lives({ owner, started }: FileOwner): Promise<boolean> {
  if (owner.pid <= 0) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives and is somebody else's.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return started === "" || (await startTime(owner.pid)) === started;
}

/** Empty where the system has no `ps`: then the pid alone must do. */
async function startTime(pid: number): Promise<string> {
  try {
    const { stdout } = await run("ps", ["-o", "lstart=", "-p", String(pid)], {
      env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH ?? "" },
    });
    return stdout.trim();
  } catch {
    return "";
  }
}
