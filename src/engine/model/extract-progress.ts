// How far an extraction has come, as people are told.
/** How far a source has been read; a later pass begins with everything that an earlier one read. */
export interface ExtractProgress {
  /** Tickets that there are, by the source's own count. */
  readonly tickets: number;
  readonly withNotes: number;
  /** Looked through for files; absent where files are not moved. */
  readonly withFiles?: number;
}
