// What every store of files promises: a folder, and a bucket over HTTP.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type S3Sandbox, startS3 } from "../../sandbox/s3/start-s3.ts";
import { openBlobFolders } from "../../src/engine/blobs/blob-folders.ts";
import type { Blobs } from "../../src/engine/blobs/port.ts";
import { openS3Blobs } from "../../src/engine/blobs/s3-blobs.ts";
import { Secret } from "../../src/engine/model/secret.ts";

let directory: string;
let s3: S3Sandbox;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cutover-blobs-"));
  s3 = await startS3();
});
afterEach(async () => {
  await s3.stop();
  await rm(directory, { recursive: true, force: true });
});

const openBucket = (secret = s3.secretAccessKey): Blobs =>
  openS3Blobs({ ...s3, secretAccessKey: new Secret(secret) }, join(directory, "incoming"));
const STORES: Readonly<Record<string, () => Blobs>> = {
  folder: () => openBlobFolders(directory),
  bucket: () => openBucket(),
};

async function* chunks(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

describe.each(Object.keys(STORES))("files in a %s", (name) => {
  const open = () => STORES[name]?.() ?? openBlobFolders(directory);

  it("come back as they were put in, also through another opening, and once for the same content", async () => {
    const one = open().of("m1");
    const stored = await one.put(chunks("hel", "lo"), 100);
    expect(stored.size).toBe(5);
    expect(await one.put(chunks("hello"), 100)).toEqual(stored);
    expect(await one.has(stored.digest)).toBe(true);
    expect((await open().of("m1").read(stored.digest)).toString()).toBe("hello");
    expect((await open().read(stored.digest)).toString()).toBe("hello");
  });

  it("may be empty, large and of any bytes", async () => {
    const store = open().of("m1");
    const large = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 256));
    const pieces = async function* () {
      for (let at = 0; at < large.length; at += 65_536) yield large.subarray(at, at + 65_536);
    };
    const { digest } = await store.put(pieces(), large.length);
    expect((await store.read(digest)).equals(large)).toBe(true);
    const empty = await store.put(chunks(), 10);
    expect((await store.read(empty.digest)).length).toBe(0);
  });

  it("are refused over the limit, and nothing is kept of them or of a download that broke off", async () => {
    const store = open().of("m1");
    await expect(store.put(chunks("12345", "67890", "1"), 10)).rejects.toMatchObject({
      code: "file_too_large",
    });
    const broken = async function* () {
      yield Buffer.from("half");
      throw new Error("reset");
    };
    await expect(store.put(broken(), 100)).rejects.toThrow("reset");
    expect(s3.objects.size).toBe(0);
    const left = await readdir(directory, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it("are lost when they were never there, and no address leads elsewhere", async () => {
    const blobs = open();
    for (const asked of ["0".repeat(64), "../../etc/passwd", ""]) {
      await expect(blobs.read(asked)).rejects.toMatchObject({ code: "file_lost", recovery: "skip" });
      expect(await blobs.of("m1").has(asked)).toBe(false);
    }
  });

  it("are kept apart by migration, and those of one are forgotten alone, however many", async () => {
    const blobs = open();
    const digests: string[] = [];
    for (let at = 0; at < 12; at += 1)
      digests.push((await blobs.of("m1").put(chunks(`file ${at}`), 100)).digest);
    const [first = ""] = digests;
    await blobs.of("m2").put(chunks("file 0"), 100);
    await blobs.forget("m1");
    for (const digest of digests) expect(await blobs.of("m1").has(digest)).toBe(false);
    expect((await blobs.read(first)).toString()).toBe("file 0");
    await blobs.forget("../m2");
    await blobs.forget("m2");
    await blobs.forget("m2");
    await expect(blobs.read(first)).rejects.toMatchObject({ code: "file_lost" });
  });
});

describe("a bucket", () => {
  it("is told from a changed file by the digest", async () => {
    const { digest } = await openBucket().of("m1").put(chunks("hello"), 100);
    for (const key of s3.objects.keys()) s3.objects.set(key, Buffer.from("other"));
    await expect(openBucket().read(digest)).rejects.toMatchObject({ code: "file_lost" });
  });

  it("that refuses the key is asked about, without the key", async () => {
    const store = openBucket("a wrong secret key").of("m1");
    const error: unknown = await store.put(chunks("hello"), 100).catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: "blob_store_refused", recovery: "ask" });
    expect(`${error} ${JSON.stringify(error)}`).not.toContain("a wrong secret key");
  });

  it("that fails or breaks off is asked again later", async () => {
    const store = openBucket().of("m1");
    const clear = s3.faults.inject({ kind: "status", status: 503 });
    await expect(store.put(chunks("hello"), 100)).rejects.toMatchObject({
      code: "blob_store_away",
      recovery: "retry",
    });
    clear();
    s3.faults.inject({ kind: "reset", times: 1 });
    await expect(store.put(chunks("hello"), 100)).rejects.toMatchObject({ code: "blob_store_away" });
    expect((await store.put(chunks("hello"), 100)).size).toBe(5);
  });

  it("gets a file once, and is asked first", async () => {
    const store = openBucket().of("m1");
    await store.put(chunks("hello"), 100);
    await store.put(chunks("hello"), 100);
    expect(s3.requests).toEqual({ HEAD: 2, PUT: 1 });
  });
});
