// A staged extract in memory: what the database's does, for tests of the stages alone.
import { contentHash } from "../../src/engine/model/hash.ts";
import {
  SOURCE_TYPES,
  type SourceConfiguration,
  type SourceContact,
  type SourceNotes,
  type SourceRecords,
  type SourceTimeEntry,
  type SourceType,
} from "../../src/engine/model/source.ts";
import type { ExtractCheckpoint, SourceStaging } from "../../src/engine/store/repositories.ts";

interface Staged {
  readonly record: SourceRecords[SourceType];
  readonly hash: string;
  stagedAt: number;
  deleted: boolean;
}

export interface MemoryStaging extends SourceStaging {
  /** Everything staged, as JSON text: for looking for what must not be there. */
  dump(): string;
  /** The content hash of every record by `type/id`, in order: two extracts are the same when these are. */
  hashes(migrationId: string): Readonly<Record<string, string>>;
  /** Records by type and id. */
  all<T extends SourceType>(migrationId: string, type: T): readonly SourceRecords[T][];
}

/** Links name the stand-in's port, which is another each time. */
const hashOf = (record: object) =>
  contentHash(JSON.stringify(record).replace(/127\.0\.0\.1:\d+/g, "stand-in"));

const byNumber = (a: string, b: string) => Number(a) - Number(b);

export function createMemoryStaging(): MemoryStaging {
  const tables = new Map<string, Map<string, Staged>>();
  const checkpoints = new Map<string, ExtractCheckpoint>();
  const table = (migrationId: string, type: SourceType) => {
    const key = `${migrationId}/${type}`;
    const found = tables.get(key) ?? new Map<string, Staged>();
    tables.set(key, found);
    return found;
  };
  const living = (migrationId: string, type: SourceType) =>
    [...table(migrationId, type)].filter(([, staged]) => !staged.deleted);
  const idsAfter = (ids: readonly string[], after: string | undefined, limit: number) =>
    ids
      .toSorted(byNumber)
      .filter((id) => after === undefined || Number(id) > Number(after))
      .slice(0, limit);

  return {
    async putRecords(migrationId, type, records, at) {
      const rows = table(migrationId, type);
      let changed = 0;
      for (const record of records) {
        const hash = contentHash(record);
        const before = rows.get(record.id);
        if (before?.hash === hash && !before.deleted) {
          if (["notes", "documents", "ticketConfigurations"].includes(type)) before.stagedAt = at.getTime();
          continue;
        }
        rows.set(record.id, { record, hash, stagedAt: at.getTime(), deleted: false });
        changed += 1;
      }
      return { changed };
    },
    async load<T extends SourceType>(migrationId: string, type: T, ids: readonly string[]) {
      const wanted = new Set(ids);
      return new Map(
        living(migrationId, type)
          .filter(([id]) => wanted.has(id))
          .map(([id, staged]) => [id, staged.record as SourceRecords[T]]),
      );
    },
    async listIds(migrationId, type, after, limit, deleted = false) {
      return idsAfter(
        [...table(migrationId, type)].flatMap(([id, staged]) => (staged.deleted === deleted ? [id] : [])),
        after,
        limit,
      );
    },
    async count(migrationId, type) {
      return living(migrationId, type).length;
    },
    async loadConfigurationsOf(migrationId, contactIds) {
      const all = living(migrationId, "configuration")
        .map(([, s]) => s.record as SourceConfiguration)
        .filter(({ contact }) => contact !== undefined && contactIds.includes(contact.id))
        .toSorted((a, b) => byNumber(a.id, b.id));
      return Map.groupBy(all, ({ contact }) => contact?.id ?? "");
    },
    async loadBundles(migrationId, ticketIds) {
      const entries = living(migrationId, "timeEntry").map(([, s]) => s.record as SourceTimeEntry);
      const tickets = await this.load(migrationId, "ticket", ticketIds);
      const notes = await this.load(migrationId, "notes", ticketIds);
      const links = await this.load(migrationId, "ticketConfigurations", ticketIds);
      const linked = [...links.values()].flatMap(({ configurationIds }) => configurationIds);
      const configurations = await this.load(migrationId, "configuration", linked);
      const files = await this.load(migrationId, "documents", ticketIds);
      return ticketIds.flatMap((id) => {
        const ticket = tickets.get(id);
        if (!ticket) return [];
        const own = notes.get(id)?.notes ?? [];
        const hanging = (links.get(id)?.configurationIds ?? []).flatMap(
          (one) => configurations.get(one) ?? [],
        );
        return [
          {
            ticket,
            notes: own,
            timeEntries: entries.filter(({ ticketId }) => ticketId === id),
            ...(hanging.length === 0 ? {} : { configurations: hanging }),
            ...(files.get(id)?.documents.length ? { documents: files.get(id)?.documents ?? [] } : {}),
          },
        ];
      });
    },
    async loadSharedEmails(migrationId) {
      const contacts = living(migrationId, "contact").map(([, s]) => s.record as SourceContact);
      const groups = Map.groupBy(
        contacts.filter(({ email }) => email !== undefined),
        ({ email = "" }) => email.toLowerCase(),
      );
      return new Map(
        [...groups]
          .filter(([, sharers]) => sharers.length > 1)
          .map(([email, sharers]) => [email, sharers.map(({ id }) => id).sort(byNumber)]),
      );
    },
    async listTicketsWithoutNotes(migrationId, after, limit, type = "notes", among) {
      const notes = table(migrationId, type);
      const stale = living(migrationId, "ticket").filter(([id, ticket]) => {
        const own = notes.get(id);
        return (!own || own.stagedAt < ticket.stagedAt) && (among?.includes(id) ?? true);
      });
      return idsAfter(
        stale.map(([id]) => id),
        after,
        limit,
      );
    },
    async listStagedSince(migrationId, type, ids, since) {
      const rows = table(migrationId, type);
      return new Set(ids.filter((id) => (rows.get(id)?.stagedAt ?? 0) >= since.getTime()));
    },
    async markDeleted(migrationId, refs) {
      for (const ref of refs) {
        const row = table(migrationId, ref.type).get(ref.id);
        if (row) row.deleted = true;
      }
    },
    async loadCheckpoint(migrationId, type) {
      return checkpoints.get(`${migrationId}/${type}`);
    },
    async saveCheckpoint(migrationId, type, checkpoint) {
      checkpoints.set(`${migrationId}/${type}`, checkpoint);
    },
    dump: () =>
      JSON.stringify([...tables].map(([key, rows]) => [key, [...rows.values()].map((row) => row.record)])),
    hashes: (migrationId) =>
      Object.fromEntries(
        SOURCE_TYPES.flatMap((type) =>
          living(migrationId, type).map(([id, { record }]) => [`${type}/${id}`, hashOf(record)] as const),
        ).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    all: <T extends SourceType>(migrationId: string, type: T) =>
      living(migrationId, type)
        .map(([, staged]) => staged.record as SourceRecords[T])
        .sort((a, b) => byNumber(a.id, b.id)),
  };
}

/** The notes of each ticket by its id. */
export function notesByTicket(staging: MemoryStaging, migrationId: string) {
  return new Map(staging.all(migrationId, "notes").map((one: SourceNotes) => [one.id, one.notes]));
}
