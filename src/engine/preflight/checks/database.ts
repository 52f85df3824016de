// Whether the database answers, and the disk has room; that it is migrated, its opening has seen to.
import { type Check, ofOurs } from "../check.ts";

/** A journal and an extract of 60,000 tickets take about half of it. */
const ENOUGH_BYTES = 2 * 1024 ** 3;
const TOO_LITTLE_BYTES = 100 * 1024 ** 2;

export const database: Check = {
  name: "database",
  system: ofOurs,
  async run({ machine, extract, migrationId }) {
    await extract.count(migrationId, "ticket");
    const bytes = await machine.freeBytes();
    if (bytes !== undefined && bytes < ENOUGH_BYTES) {
      return {
        result: bytes < TOO_LITTLE_BYTES ? "failed" : "warning",
        code: "disk_short",
        args: { bytes },
      };
    }
    return { result: "passed", code: "database_ready", args: { kind: machine.database } };
  },
};
