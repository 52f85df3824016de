// Finds what was deleted in the source since it was staged: only a difference of the counts shows that.
import type { SourceRef, SourceType } from "../../model/source/source.ts";
import type { AssetType, PagedType, Source } from "../../source/port.ts";
import type { SourceStaging } from "../../store/repositories.ts";
import type { ExtractContext } from "./context.ts";

/** Staged ids that are asked for at a time. */
const STEP = 500;
/** Losing more than this share at once is an outage or a lost right, not people deleting records. */
const BELIEVABLE_SHARE = 0.2;
const BELIEVABLE_COUNT = 20;

/**
 * When more is staged than the source counts, every staged id is asked for by name; those that the source no
 * longer knows are marked as deleted. If that would be most of them, nothing is marked and it is reported.
 */
export async function sweepDeleted(context: ExtractContext, type: PagedType): Promise<void> {
  const ask = askers[type];
  const { source, staging, migrationId, clock, signal } = context;
  if (!ask) return;
  const staged = await staging.count(migrationId, type);
  if (staged <= (await source.count(type))) return;
  const gone: string[] = [];
  let after: string | undefined;
  for (;;) {
    signal?.throwIfAborted();
    const ids = await staging.listIds(migrationId, type, after, STEP);
    if (ids.length === 0) break;
    const living = await ask({ source, staging, migrationId, ids, ...(signal ? { signal } : {}) });
    gone.push(...ids.filter((id) => !living.has(id)));
    after = ids.at(-1);
  }
  if (gone.length > Math.max(BELIEVABLE_COUNT, staged * BELIEVABLE_SHARE)) {
    await context.except(
      { type, id: "*" },
      { code: "source_shrunk", args: { type, gone: gone.length, staged } },
    );
    return;
  }
  const refs: SourceRef[] = gone.flatMap((id) => refsOf(type, id));
  if (refs.length > 0) await staging.markDeleted(migrationId, refs, clock());
  context.log?.info({ type, deleted: gone.length }, "records deleted in the source");
}

interface Asked {
  readonly source: Source;
  readonly staging: SourceStaging;
  readonly migrationId: string;
  readonly ids: readonly string[];
  readonly signal?: AbortSignal;
}

/** Of these ids, those that the source still has, or has in a form that can't be read. */
type Ask = (asked: Asked) => Promise<ReadonlySet<string>>;

const byIds =
  (type: "ticket" | "company" | "contact"): Ask =>
  async ({ source, ids, signal }) => {
    const { records, rejects } = await source.fetchByIds(type, ids, signal);
    return new Set([...records, ...rejects].map(({ id }) => id));
  };

/** A source that can't say which of them live is believed to have them all. */
const living =
  (type: AssetType): Ask =>
  async ({ source, ids, signal }) =>
    (await source.findLiving?.(type, ids, signal)) ?? new Set(ids);

const askers: Readonly<Partial<Record<PagedType, Ask>>> = {
  ticket: byIds("ticket"),
  company: byIds("company"),
  contact: byIds("contact"),
  agreement: living("agreement"),
  project: living("project"),
  configuration: living("configuration"),
  async timeEntry({ source, staging, migrationId, ids, signal }) {
    const entries = await staging.load(migrationId, "timeEntry", ids);
    const ticketIds = new Set([...entries.values()].map(({ ticketId }) => ticketId));
    const { records, rejects } = await source.fetchTimeEntriesOf([...ticketIds], signal);
    return new Set([...records, ...rejects].map(({ id }) => id));
  },
};

/** A ticket takes its notes and links along. */
function refsOf(type: SourceType, id: string): SourceRef[] {
  return type === "ticket"
    ? [
        { type, id },
        { type: "notes", id },
        { type: "ticketConfigurations", id },
        { type: "documents", id },
      ]
    : [{ type, id }];
}
