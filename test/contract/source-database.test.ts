// The extract staged in the real database is the one staged in memory: odd texts and all.
import { expect, it } from "vitest";
import { SOURCE_TYPES } from "../../src/engine/model/source/source.ts";
import { makeStaging } from "../../src/engine/store/extract/staging.ts";
import { MIGRATION, startDrill } from "../support/connectwise-drill.ts";
import { describeOnEachDatabase } from "../support/database.ts";

describeOnEachDatabase("an extraction into a database", (database) => {
  it("stages what memory stages, with NUL, broken text and huge notes in it", async () => {
    const drill = await startDrill({ tickets: 70 });
    try {
      await drill.extract();
      const staging = makeStaging(database());
      await drill.extract({ staging });
      const staged = async () => {
        for (const type of SOURCE_TYPES) {
          const expected = drill.staging.all(MIGRATION, type);
          const loaded = await staging.load(
            MIGRATION,
            type,
            expected.map(({ id }) => id),
          );
          expect(expected.map(({ id }) => loaded.get(id))).toEqual(expected);
          expect(await staging.count(MIGRATION, type)).toBe(expected.length);
        }
      };
      await staged();
      expect(drill.exceptions).toEqual([]);
      const again = await drill.extract({ staging });
      expect(again.mode).toBe("refresh");
      // The list's row of an open ticket has goals of the last calculation, until the ticket is asked for its own.
      const { ticket: _stale, ...others } = again.changed;
      expect(others).toEqual(Object.fromEntries(Object.keys(others).map((type) => [type, 0])));
      await staged();
    } finally {
      await drill.close();
    }
  });
});
