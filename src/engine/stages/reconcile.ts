// Reads every record back and compares it, field by field, with what it should be; writes nothing.
import PQueue from "p-queue";
import type { Destination } from "../destination/port.ts";
import { ownAttributesOf } from "../field-map/attributes.ts";
import { mapHash } from "../field-map/hash.ts";
import type { FieldMap } from "../field-map/schema.ts";
import { type Journal, type JournalScope, refKey } from "../journal/journal.ts";
import type { Certificate } from "../model/certificate.ts";
import type { Desired } from "../model/desired.ts";
import type { Scope } from "../model/plan.ts";
import type { SourceRef } from "../model/source.ts";
import type { Exceptions, SourceStaging } from "../store/repositories.ts";
import { deletedTickets } from "./deleted-tickets.ts";
import { loadBase } from "./load.ts";
import { type Clock, persist } from "./load-patience.ts";
import { type DesiredRecord, desiredPages } from "./reconcile-pages.ts";
import { type ComparedRecord, compareRecord } from "./reconcile-record.ts";
import { CertificateTally } from "./reconcile-tally.ts";

export interface CompareOptions {
  readonly destination: Destination;
  readonly journal: Journal;
  readonly staging: SourceStaging;
  readonly migrationId: string;
  readonly environment: JournalScope["environment"];
  readonly map: FieldMap;
  readonly sourceSystem: "connectwise" | "csv";
  /** Unix seconds: the start of the run that is checked. */
  readonly runAt: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Reads at once; default 16. */
  readonly concurrency?: number;
}

export interface ReconcileOptions extends CompareOptions {
  readonly exceptions: Pick<Exceptions, "list">;
  readonly scope: Scope;
  readonly planHash?: string;
  readonly approvals: Certificate["approvals"];
  readonly onProgress?: (done: number) => void;
}

const DEFAULT_CONCURRENCY = 16;
const MAX_EXCEPTIONS = 10_000;

/** Throws what reading throws (AskError, AbortError) and the signal's reason. */
export async function reconcile(options: ReconcileOptions): Promise<Certificate> {
  const { destination, clock, signal, migrationId, environment, map } = options;
  const base = await loadBase(options);
  const tally = new CertificateTally();
  let done = 0;
  const gone = deletedTickets(options.staging, options.journal, { migrationId, environment });
  for await (const page of desiredPages(base, options.scope, gone)) {
    signal?.throwIfAborted();
    for (const compared of await comparePage(options, page)) tally.add(compared);
    done += page.length;
    options.onProgress?.(done);
  }
  const { id, name } = await persist(() => destination.identify(), clock, signal);
  return {
    migrationId,
    environment,
    workspace: { id, name },
    ...(options.planHash === undefined ? {} : { planHash: options.planHash }),
    mapHash: mapHash(map),
    verifiedAt: clock.now().toISOString(),
    ...tally.result(),
    exceptions: await options.exceptions.list(migrationId, environment, MAX_EXCEPTIONS),
    approvals: options.approvals,
  };
}

/** In the page's order, whatever order the answers come in. */
export async function comparePage(
  options: CompareOptions,
  page: readonly DesiredRecord[],
  withTrace = false,
): Promise<readonly ComparedRecord[]> {
  const { destination, journal, migrationId, environment, clock, signal, map } = options;
  const scope = { migrationId, environment };
  const refs = page.flatMap(({ desired }) => referredBy(desired));
  const applied = await journal.loadApplied(
    scope,
    page.map(({ desired }) => desired.source),
  );
  const links = await journal.loadLinks(scope, refs);
  const { existingContact } = map.policies;
  const tools = { destination, clock, signal, existingContact, ownAttributes: ownAttributesOf(map) };
  const queue = new PQueue({ concurrency: options.concurrency ?? DEFAULT_CONCURRENCY });
  return queue.addAll(
    page.map(({ desired, trace }) => () => {
      const steps = applied.get(refKey(desired.source));
      return compareRecord(tools, desired, steps, links, withTrace ? trace() : undefined);
    }),
  );
}

function referredBy(desired: Desired): readonly SourceRef[] {
  if (desired.kind === "company") return [desired.source];
  if (desired.kind === "contact") return [desired.source, ...desired.companies];
  if (desired.kind === "collection") return [desired.source, ...(desired.parent ? [desired.parent] : [])];
  if (desired.kind === "article") {
    const { source, collection, links } = desired;
    return [source, ...(collection ? [collection] : []), ...links.map(({ to }) => to)];
  }
  const authors = desired.parts.flatMap(({ author }) => (author.kind === "contact" ? [author.source] : []));
  return [desired.source, desired.contact, ...(desired.company ? [desired.company] : []), ...authors];
}
