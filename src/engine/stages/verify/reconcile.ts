// Reads every record back and compares it, field by field, with what it should be; writes nothing.
import PQueue from "p-queue";
import type { DesiredPage } from "../../desired/desired-record.ts";
import { loadBase } from "../../desired/load-base.ts";
import { assembleScope } from "../../desired/scope.ts";
import { desiredPages, walkDesired } from "../../desired/walk.ts";
import type { Destination } from "../../destination/port.ts";
import { ownAttributesOf } from "../../field-map/attributes.ts";
import { mapHash } from "../../field-map/hash.ts";
import type { FieldMap } from "../../field-map/schema.ts";
import type { Journal, JournalScope } from "../../journal/journal.ts";
import type { Scope } from "../../model/plan.ts";
import type { Certificate } from "../../model/reports/certificate.ts";
import type { Exceptions, SourceStaging } from "../../store/repositories.ts";
import { type Clock, withRetry } from "../../write/retry.ts";
import { CertificateTally } from "./certificate-tally.ts";
import { type ComparedRecord, compareRecord } from "./record.ts";

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
  /** Reads at once; default 64, which fills Intercom's quota while an answer takes up to a third of a second. */
  readonly concurrency?: number;
}

export interface ReconcileOptions extends CompareOptions {
  readonly exceptions: Pick<Exceptions, "list">;
  readonly scope: Scope;
  readonly planHash?: string;
  readonly approvals: Certificate["approvals"];
  readonly onProgress?: (done: number) => void;
}

const DEFAULT_CONCURRENCY = 64;
/** Pages that are read at once, so that the last records of one don't hold up the next. */
const PAGES_AT_ONCE = 3;
const MAX_EXCEPTIONS = 10_000;

/** Throws what reading throws (AskError, AbortError) and the signal's reason. */
export async function reconcile(options: ReconcileOptions): Promise<Certificate> {
  const { destination, journal, clock, signal, migrationId, environment, map } = options;
  const base = await loadBase(options);
  const part = await assembleScope(base, options.scope);
  const walk = walkDesired({ base, journal, scope: { migrationId, environment }, part });
  const tally = new CertificateTally();
  const queue = readQueue(options);
  const reading: { readonly size: number; readonly compared: Promise<readonly ComparedRecord[]> }[] = [];
  let done = 0;
  const takeFirst = async () => {
    const first = reading.shift();
    if (!first) return;
    for (const compared of await first.compared) tally.add(compared);
    done += first.size;
    options.onProgress?.(done);
  };
  try {
    for await (const page of desiredPages(walk)) {
      signal?.throwIfAborted();
      const compared = comparePage(options, page, { queue });
      // Heard of when it is its turn; until then a failure is nobody's.
      compared.catch(() => undefined);
      reading.push({ size: page.records.length, compared });
      if (reading.length >= PAGES_AT_ONCE) await takeFirst();
    }
    while (reading.length > 0) await takeFirst();
  } finally {
    // After a failure nothing new is asked, and what was asked ends before the connection does.
    queue.clear();
    await queue.onIdle();
  }
  const { id, name } = await withRetry(() => destination.identify(), clock, signal);
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

/** In the page's order, and further conversations of a ticket after its first, whatever order the answers come in. */
export async function comparePage(
  options: CompareOptions,
  page: DesiredPage,
  { withTrace = false, queue = readQueue(options) }: { withTrace?: boolean; queue?: PQueue } = {},
): Promise<readonly ComparedRecord[]> {
  const { destination, clock, signal, map } = options;
  const links = await page.loadLinks();
  const { existingContact } = map.policies;
  const tools = { destination, clock, signal, existingContact, ownAttributes: ownAttributesOf(map) };
  return queue.addAll(
    page.records.flatMap(({ states, trace }) =>
      states.map((state) => () => compareRecord(tools, state, links, withTrace ? trace() : undefined)),
    ),
  );
}

const readQueue = ({ concurrency = DEFAULT_CONCURRENCY }: CompareOptions) => new PQueue({ concurrency });
