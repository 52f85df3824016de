// Files in an S3-compatible bucket: `MIGRATION/ab/cdef…` by their SHA-256, as in the folder.
import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { S3mini, S3ServiceError } from "s3mini";
import { AskError, RetryError } from "../errors.ts";
import type { Secret } from "../model/secret.ts";
import { keepFolderPrivate } from "../private-folder.ts";
import { checkDigest, explainDisk, lost, writeCounted } from "./incoming.ts";
import type { BlobStore, Blobs } from "./port.ts";

export interface S3Options {
  /** With the bucket, as its first path segment or in the host's name. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
}

const SHA256 = /^[0-9a-f]{64}$/;
const TIMEOUT_MS = 120_000;
const DELETED_AT_ONCE = 500;
/** Which migration a file was last seen in; the port asks by digest alone. */
const REMEMBERED = 10_000;

/**
 * `scratch` is a folder for files on their way in: their address is known when their last byte has come. Then they
 * stream from there, so that memory stays small.
 */
export function openS3Blobs(options: S3Options, scratch: string): Blobs {
  const s3 = new S3mini({
    ...{ endpoint: options.endpoint, region: options.region, requestAbortTimeout: TIMEOUT_MS },
    ...{ accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey.reveal() },
  });
  const seenIn = new Map<string, string>();
  const remember = (digest: string, prefix: string) => {
    seenIn.delete(digest);
    seenIn.set(digest, prefix);
    const [oldest] = seenIn.keys();
    if (seenIn.size > REMEMBERED && oldest !== undefined) seenIn.delete(oldest);
  };
  const prefixOf = (migrationId: string) => `${encodeURIComponent(migrationId).replaceAll(".", "%2E")}/`;
  const keyOf = (prefix: string, digest: string) => `${prefix}${digest.slice(0, 2)}/${digest.slice(2)}`;

  const has = async (prefix: string, digest: string) =>
    SHA256.test(digest) && (await asking(s3.objectExists(keyOf(prefix, digest)))) === true;

  async function read(prefix: string, digest: string): Promise<Buffer> {
    if (!SHA256.test(digest)) throw lost();
    const bytes = await asking(s3.getObjectArrayBuffer(keyOf(prefix, digest)));
    if (bytes === null) throw lost();
    return checkDigest(Buffer.from(bytes), digest);
  }

  function storeOf(migrationId: string): BlobStore {
    const prefix = prefixOf(migrationId);
    return {
      async put(content, maxBytes) {
        const incoming = join(scratch, randomUUID());
        try {
          await keepFolderPrivate(scratch);
          const stored = await writeCounted(incoming, content, maxBytes);
          if (!(await has(prefix, stored.digest))) {
            const file = await openAsBlob(incoming);
            await asking(
              s3.putObject(
                keyOf(prefix, stored.digest),
                file,
                "application/octet-stream",
                undefined,
                undefined,
                stored.size,
              ),
            );
          }
          remember(stored.digest, prefix);
          return stored;
        } catch (error) {
          throw explainDisk(error, scratch);
        } finally {
          await rm(incoming, { force: true });
        }
      },
      has: (digest) => has(prefix, digest),
      read: (digest) => read(prefix, digest),
    };
  }

  /** Migrations that have files. */
  async function listPrefixes(): Promise<readonly string[]> {
    const found = await asking(s3.listObjects("/", "", undefined, { delimiter: "/" }));
    return (found ?? []).map(({ Key }) => Key).filter((key) => key.endsWith("/"));
  }

  return {
    of: storeOf,
    async read(digest) {
      const known = seenIn.get(digest);
      if (known !== undefined && (await has(known, digest))) return read(known, digest);
      for (const prefix of await listPrefixes()) {
        if (!(await has(prefix, digest))) continue;
        remember(digest, prefix);
        return read(prefix, digest);
      }
      throw lost();
    },
    async forget(migrationId) {
      const keys = (await asking(s3.listObjects("/", prefixOf(migrationId)))) ?? [];
      for (let at = 0; at < keys.length; at += DELETED_AT_ONCE) {
        const some = keys.slice(at, at + DELETED_AT_ONCE).map(({ Key }) => Key);
        const gone = await asking(s3.deleteObjects(some));
        if (gone.includes(false)) throw away(new Error("some files were not deleted"));
      }
    },
  };
}

/** @throws AskError `blob_store_refused`; RetryError `blob_store_away` */
async function asking<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const status = error instanceof S3ServiceError ? error.status : undefined;
    if (status === undefined || status >= 500 || status === 429 || status === 408) throw away(error);
    throw new AskError({ code: "blob_store_refused", args: { status }, cause: error });
  }
}

function away(cause: unknown): RetryError {
  return new RetryError({ code: "blob_store_away", cause });
}
