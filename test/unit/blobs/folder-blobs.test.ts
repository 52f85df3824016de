// Files wait in a folder by their digest: once each, whole, and nothing half written is ever found.
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openBlobFolders } from "../../../src/engine/blobs/blob-folders.ts";
import { openFolderBlobs } from "../../../src/engine/blobs/folder-blobs.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-blobs-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
const kept = async () =>
  (await readdir(directory, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

it("gives back what was put in, and keeps the same content once", async () => {
  const blobs = openFolderBlobs(directory);
  const first = await blobs.put(chunks("hel", "lo"), 100);
  const second = await blobs.put(chunks("hello"), 100);
  expect(second).toEqual(first);
  expect(first).toEqual({
    digest: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
    size: 5,
  });
  expect((await blobs.read(first.digest)).toString()).toBe("hello");
  expect(await kept()).toHaveLength(1);
});

it("refuses a file over the limit while it comes, and keeps nothing of it", async () => {
  const blobs = openFolderBlobs(directory);
  await expect(blobs.put(chunks("12345", "67890", "1"), 10)).rejects.toMatchObject({
    code: "file_too_large",
  });
  expect((await blobs.put(chunks("12345", "67890"), 10)).size).toBe(10);
  expect(await kept()).toHaveLength(1);
});

it("keeps nothing of a download that broke off", async () => {
  const broken = async function* () {
    yield Buffer.from("half");
    throw new Error("reset");
  };
  await expect(openFolderBlobs(directory).put(broken(), 100)).rejects.toThrow("reset");
  expect(await kept()).toEqual([]);
});

it("says that a file is lost when it is gone, changed, or never was", async () => {
  const blobs = openFolderBlobs(directory);
  const { digest } = await blobs.put(chunks("hello"), 100);
  await writeFile(join(directory, digest.slice(0, 2), digest.slice(2)), "other");
  for (const asked of [digest, "0".repeat(64), "../../etc/passwd"]) {
    await expect(blobs.read(asked)).rejects.toMatchObject({ code: "file_lost", recovery: "skip" });
  }
});

it("keeps migrations apart, finds a file of any of them, and forgets one alone", async () => {
  const blobs = openBlobFolders(directory);
  const { digest } = await blobs.of("m1").put(chunks("hello"), 100);
  await blobs.of("m2").put(chunks("hello"), 100);
  await blobs.forget("m1");
  expect((await blobs.read(digest)).toString()).toBe("hello");
  expect(await blobs.of("m1").has(digest)).toBe(false);
  await blobs.forget("m2");
  await blobs.forget("../m2");
  await expect(blobs.read(digest)).rejects.toMatchObject({ code: "file_lost" });
});

it("asks for room when the disk is full", async () => {
  const full = async function* () {
    yield Buffer.from("x");
    throw Object.assign(new Error("no space left"), { code: "ENOSPC", syscall: "write" });
  };
  await expect(openFolderBlobs(directory).put(full(), 100)).rejects.toMatchObject({
    code: "disk_full",
    recovery: "ask",
  });
});
