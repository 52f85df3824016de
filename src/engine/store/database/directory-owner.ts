// One program at a time on a PGlite directory: PGlite takes no lock itself, and two writers corrupt it.
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { basename } from "node:path";
import { keepFolderPrivate } from "../../private-folder.ts";
import { ownByFile } from "./file-owner.ts";
import { type Owner, type Ownership, ownedByOther, parseOwner } from "./owner.ts";

/**
 * Owns a directory, which is then its owner's alone (0700), until released or until the process dies, however it dies. On Linux by a listening abstract
 * socket, which the kernel frees on kill -9 (it guards one network namespace: don't share the directory between
 * containers); elsewhere by a file with pid and start time. Throws AskError naming the owner.
 */
export async function ownDirectory(
  directory: string,
  mechanism: "socket" | "file" = process.platform === "linux" ? "socket" : "file",
): Promise<Ownership> {
  await keepFolderPrivate(directory);
  const place = await realpath(directory);
  const owner: Owner = {
    pid: process.pid,
    since: new Date().toISOString(),
    command: [basename(process.argv[1] ?? "node"), ...process.argv.slice(2)].join(" ").slice(0, 120),
  };
  return mechanism === "file" ? ownByFile(place, owner) : ownBySocket(place, owner);
}

async function ownBySocket(place: string, owner: Owner): Promise<Ownership> {
  const path = `\0cutover-${createHash("sha256").update(place).digest("hex").slice(0, 40)}`;
  const server = createServer((socket) => {
    // Who asks and leaves early is no trouble of ours.
    socket.on("error", () => socket.destroy());
    socket.end(JSON.stringify(owner));
  });
  // The owner may release between a refusal and the question who it is: then the second try gets it.
  for (let attempt = 1; ; attempt++) {
    if (await listen(server, path)) break;
    const other = await askOwner(path);
    if (other !== "gone" || attempt === 3) {
      throw ownedByOther(place, other === "gone" || other === "silent" ? undefined : other);
    }
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** False when the address is taken. */
function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off("listening", succeeded);
      if (error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    };
    const succeeded = () => {
      server.off("error", failed);
      resolve(true);
    };
    server.once("error", failed).once("listening", succeeded).listen({ path });
  });
}

/** An owner that is busy in a long query may stay silent; one that is gone refuses the connection. */
function askOwner(path: string): Promise<Owner | "gone" | "silent"> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect({ path });
    const silence = setTimeout(() => {
      socket.destroy();
      resolve("silent");
    }, 2_000);
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8");
    });
    socket.on("error", () => {
      clearTimeout(silence);
      resolve("gone");
    });
    socket.on("end", () => {
      clearTimeout(silence);
      resolve(parseOwner(text) ?? "silent");
    });
  });
}
