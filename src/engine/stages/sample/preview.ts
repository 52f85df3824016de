// A sample where there is no staging workspace: each field as it would be written, and nothing is.
import { compareObserved, kindOf } from "../../converge/index.ts";
import { type BaseOptions, loadBase } from "../../desired/load-base.ts";
import { assembleScope } from "../../desired/scope.ts";
import { desiredPages, walkDesired } from "../../desired/walk.ts";
import type { SampleDiff } from "../../engine.ts";
import { type Journal, refKey } from "../../journal/journal.ts";
import type { FieldVerdict } from "../../model/reports/certificate.ts";
import type { SampleClasses } from "../../model/sample.ts";
import type { SourceRef } from "../../model/source/source.ts";

export type PreviewOptions = BaseOptions & {
  readonly journal: Pick<Journal, "loadApplied" | "loadLinks">;
  readonly ticketIds: readonly string[];
  readonly coverage: number;
  readonly classes?: SampleClasses;
};

const NOT_WRITTEN = "not written yet";

/** Reads only. The rows are those of a sample; what Intercom would show is yet to be written. */
export async function previewFieldDiff(options: PreviewOptions): Promise<SampleDiff> {
  const base = await loadBase(options);
  const rows: FieldVerdict[] = [];
  const count = { company: 0, contact: 0, conversation: 0, collection: 0, article: 0 };
  const part = await assembleScope(base, { kind: "sample", ticketIds: options.ticketIds });
  const scope = { migrationId: options.migrationId, environment: "production" } as const;
  for await (const { records } of desiredPages(
    walkDesired({ base, journal: options.journal, scope, part }),
  )) {
    for (const { kind, states, trace } of records) {
      count[kind] += 1;
      const verdicts = states.flatMap(({ desired }) =>
        compareObserved(desired, kindOf(desired.kind).expect(desired, expectedId), expectedId, {
          trace: trace(),
        }),
      );
      rows.push(...verdicts.map((row) => ({ ...row, observed: NOT_WRITTEN })));
    }
  }
  return {
    environment: "production",
    written: false,
    tickets: count.conversation,
    contacts: count.contact,
    fieldsCompared: rows.length,
    coverage: options.coverage,
    ...(options.classes === undefined ? {} : { classes: options.classes }),
    rows,
    discrepancies: 0,
  };
}

const expectedId = (ref: SourceRef): string => refKey(ref);
