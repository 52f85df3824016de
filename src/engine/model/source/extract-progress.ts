// How far a source has been read, as people are told; a later pass begins with everything that an earlier one read.

export interface ReadSoFar {
  /** Tickets that there are, by the source's own count. */
  readonly tickets: number;
  readonly withNotes: number;
  /** Looked through for files; absent where files are not moved. */
  readonly withFiles?: number;
}
