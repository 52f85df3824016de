// What `forget` deletes of a customer.

/** What was deleted, counted. */
export interface Forgotten {
  readonly records: number;
  readonly credentials: number;
  readonly reportRows: number;
  readonly documents: number;
  /** Journal rows that were reduced to their hashes. */
  readonly operations: number;
  /** Downloaded files, each once. */
  readonly files: number;
  readonly exceptions: number;
}
