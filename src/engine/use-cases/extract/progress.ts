// How far the extraction under way has come, counted in what is staged: whichever process reads.
import type { ReadSoFar } from "../../model/source/extract-progress.ts";
import type { Dependencies } from "../dependencies.ts";

/** Undefined while no pass is under way, and before its tickets are listed. */
export async function loadExtractProgress(
  { store, blobs }: Dependencies,
  migrationId: string,
): Promise<ReadSoFar | undefined> {
  const { staging } = store;
  if ((await staging.loadCheckpoint(migrationId, "pass"))?.startedAt === undefined) return undefined;
  const [listed, expected, withNotes, withFiles] = await Promise.all([
    staging.count(migrationId, "ticket"),
    staging.loadCheckpoint(migrationId, "ticket"),
    staging.count(migrationId, "notes"),
    staging.count(migrationId, "documents"),
  ]);
  const tickets = Math.max(listed, expected?.expected ?? 0);
  if (tickets === 0) return undefined;
  return { tickets, withNotes, ...(blobs === undefined ? {} : { withFiles }) };
}
