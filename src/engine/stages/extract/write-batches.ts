// Records that arrive one by one, staged as fast as the database takes them: what comes during one write goes into the next.
import type { SourceRecords } from "../../model/source/source.ts";
import type { ExtractContext } from "./context.ts";

/** What is read by a call a ticket, for each ticket. */
export type ReadType = "notes" | "documents";

interface Waiting<R> {
  readonly record: R;
  readonly at: Date;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Resolves when the record is durable, so that nobody has to read it again; rejects when it could not be staged.
 * `at` is a moment before the record was asked for.
 */
export function createStoreTogether<T extends ReadType | "ticketConfigurations">(
  { staging, migrationId, count }: ExtractContext,
  type: T,
): (record: SourceRecords[T], at: Date) => Promise<void> {
  let waiting: Waiting<SourceRecords[T]>[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      // The earliest is true of all of them: a ticket staged since then is read again, which costs a request.
      const at = new Date(Math.min(...batch.map((one) => one.at.getTime())));
      const records = batch.map((one) => one.record);
      try {
        const { changed } = await staging.putRecords(migrationId, type, records, at);
        count(type, records.length, changed);
        for (const one of batch) one.resolve();
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    writing = false;
  }

  return (record, at) =>
    new Promise((resolve, reject) => {
      waiting.push({ record, at, resolve, reject });
      if (!writing) void write();
    });
}
