// How far a source has been read is counted in what is staged, so that any process can tell.
import { expect, it } from "vitest";
import type { Blobs } from "../../src/engine/blobs/port.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import type { Store } from "../../src/engine/store/repositories.ts";
import type { Dependencies } from "../../src/engine/use-cases/dependencies.ts";
import { loadExtractProgress } from "../../src/engine/use-cases/extract/progress.ts";
import { aTicket } from "../support/builders.ts";
import { describeOnEachDatabase } from "../support/database.ts";

const AT = new Date("2026-11-24T09:00:00Z");

describeOnEachDatabase("the progress of an extraction", (database) => {
  it("counts tickets, their notes and their files, from the first listed ticket to the pass's end", async () => {
    const staging = makeStaging(database());
    const store = { staging } as Store;
    const plain = { store } as Dependencies;
    const withFiles = { store, blobs: {} as Blobs } as Dependencies;
    expect(await loadExtractProgress(plain, "m1")).toBeUndefined();
    await staging.saveCheckpoint("m1", "pass", { startedAt: AT.toISOString() });
    expect(await loadExtractProgress(plain, "m1")).toBeUndefined();
    await staging.saveCheckpoint("m1", "ticket", { startedAt: AT.toISOString(), expected: 10 });
    await staging.putRecords(
      "m1",
      "ticket",
      [aTicket({ id: "1" }).build().ticket, aTicket({ id: "2" }).build().ticket],
      AT,
    );
    await staging.putRecords("m1", "notes", [{ id: "1", notes: [] }], AT);
    expect(await loadExtractProgress(plain, "m1")).toEqual({ tickets: 10, withNotes: 1 });
    expect(await loadExtractProgress(withFiles, "m1")).toEqual({ tickets: 10, withNotes: 1, withFiles: 0 });
    await staging.saveCheckpoint("m1", "pass", { completedAt: AT.toISOString() });
    expect(await loadExtractProgress(plain, "m1")).toBeUndefined();
  });
});
