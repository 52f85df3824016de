// One record against what Intercom shows: its verdicts, and what goes into the certificate's digests.

import { type CompareOptions, compareObserved, type ExistingContactPolicy } from "../../converge/index.ts";
import type { RecordState } from "../../desired/desired-record.ts";
import type { Destination } from "../../destination/port.ts";
import { refKey } from "../../journal/journal.ts";
import type { FieldVerdict } from "../../model/certificate.ts";
import type { Desired } from "../../model/desired.ts";
import type { Observed } from "../../model/observed.ts";
import type { Applied } from "../../model/operation.ts";
import { resolver } from "../../write/resolve-link.ts";
import { type Clock, persist } from "../../write/retry.ts";

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
  const observed = id === undefined ? null : await fetchRecord(tools, desired.kind, id);
  const importedAt = observed && importTime(observed, applied);
  const verdicts = compareObserved(desired, observed, resolver(links), {
    adopted: create?.created === false,
    existingContact: tools.existingContact,
    ownAttributes: tools.ownAttributes[desired.kind],
    now: Math.floor(tools.clock.now().getTime() / 1000),
    ...(importedAt ? { importedAt } : {}),
    ...(trace ? { trace } : {}),
  });
  return { desired, observed, verdicts };
}

function fetchRecord(
  { destination, clock, signal }: ReadTools,
  kind: Desired["kind"],
  id: string,
): Promise<Observed | null> {
  const read = () => {
    if (kind === "company") return destination.fetchCompany(id);
    if (kind === "contact") return destination.fetchContact(id);
    if (kind === "collection") return destination.fetchCollection(id);
    return kind === "article" ? destination.fetchArticle(id) : destination.fetchConversation(id);
  };
  return persist<Observed | null>(read, clock, signal);
}

/** Our own assignments and closes carry the time of the import: the first of them dates it. */
function importTime(observed: Observed, applied: Applied): number | undefined {
  if (observed.kind !== "conversation") return undefined;
  const ours = new Set([...applied.values()].flatMap((step) => step.destinationId ?? []));
  const times = observed.parts
    .filter((part) => part.messageType === "other" && ours.has(part.id))
    .map((part) => part.createdAt);
  return times.length === 0 ? undefined : Math.min(...times);
}
