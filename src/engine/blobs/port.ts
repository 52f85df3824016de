// Where files wait between their download and their upload: by their digest, so that the same file is kept once.

export interface StoredBlob {
  /** SHA-256, hexadecimal: the address. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** The files of every migration: kept apart by migration, found by their digest alone. */
export interface Blobs extends BlobReader {
  of(migrationId: string): BlobStore;
  /** Deletes all files of a migration; safe to repeat. */
  forget(migrationId: string): Promise<void>;
}

export interface BlobReader {
  /**
   * The whole file, for an upload.
   * @throws SkipError `file_lost` when it isn't there or isn't what it was
   */
  read(digest: string): Promise<Buffer>;
}

export interface BlobStore extends BlobReader {
  /**
   * Streams a file in; memory stays that of a chunk. A file that is there already is not written again.
   * @throws SkipError `file_too_large` past `maxBytes`; AskError `disk_full`; what reading the content throws
   */
  put(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBlob>;
  has(digest: string): Promise<boolean>;
}
