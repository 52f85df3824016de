// One record against what Intercom shows: its verdicts, and what goes into the certificate's digests.

import {
  type CompareOptions,
  compareObserved,
  type ExistingContactPolicy,
  kindOf,
  leftOffIn,
} from "../../converge/index.ts";
import type { RecordState } from "../../desired/desired-record.ts";
import type { Destination } from "../../destination/port.ts";
import { refKey } from "../../journal/journal.ts";
import type { Desired } from "../../model/desired.ts";
import type { Observed } from "../../model/observed.ts";
import type { FieldVerdict } from "../../model/reports/certificate.ts";
import { resolver } from "../../write/resolve-link.ts";
import { type Clock, withRetry } from "../../write/retry.ts";

export interface ReadTools {
  readonly destination: Destination;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly existingContact: ExistingContactPolicy;
  /** Names of the attributes that the map fills, by kind of record. */
  readonly ownAttributes: Readonly<Record<Desired["kind"], ReadonlySet<string>>>;
}

export interface ComparedRecord {
  readonly desired: Desired;
  readonly observed: Observed | null;
  readonly verdicts: readonly FieldVerdict[];
}

/** Writes nothing. */
export async function compareRecord(
  tools: ReadTools,
  { desired, applied }: RecordState,
  links: ReadonlyMap<string, string>,
  trace?: CompareOptions["trace"],
): Promise<ComparedRecord> {
  const create = applied.get("create");
  const id = create?.state === "done" ? create.destinationId : links.get(refKey(desired.source));
  const kind = kindOf(desired.kind);
  const { destination, clock, signal } = tools;
  const observed =
    id === undefined
      ? null
      : await withRetry<Observed | null>(() => kind.fetchRecord(destination, id), clock, signal);
  const importedAt = observed?.kind === desired.kind ? kind.importedAt?.(observed, applied) : undefined;
  const verdicts = compareObserved(desired, observed, resolver(links), {
    adopted: create?.created === false,
    existingContact: tools.existingContact,
    ownAttributes: tools.ownAttributes[desired.kind],
    now: Math.floor(clock.now().getTime() / 1000),
    leftOff: leftOffIn(applied),
    ...(importedAt === undefined ? {} : { importedAt }),
    ...(trace ? { trace } : {}),
  });
  return { desired, observed, verdicts };
}
