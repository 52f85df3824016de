// A staged extract in memory: the double of the database's, held by the same suite (contract/staging.test.ts).
import { contentHash } from "../../src/engine/model/hash.ts";
import {
  SOURCE_TYPES,
  type SourceConfiguration,
  type SourceNotes,
  type SourceRecords,
  type SourceTimeEntry,
  type SourceType,
  type TicketBundle,
} from "../../src/engine/model/source/source.ts";
import { type StagedRow, stagedRow } from "../../src/engine/store/extract/staged-row.ts";
import type { ExtractCheckpoint, SourceStaging } from "../../src/engine/store/repositories.ts";

interface Staged extends StagedRow {
  stagedAt: number;
  deletedAt?: Date;
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
const hashOf = (data: string) => contentHash(data.replace(/127\.0\.0\.1:\d+/g, "stand-in"));

const BY_TICKET: ReadonlySet<SourceType> = new Set(["notes", "documents", "ticketConfigurations"]);

/** Ids that are no numbers come first, in the order of their text. */
function inOrder(one: StagedRow, two: StagedRow): number {
  const [a, b] = [Number(one.idNumber), Number(two.idNumber)];
  return a - b || (one.id < two.id ? -1 : one.id > two.id ? 1 : 0);
}

const recordOf = <T extends SourceType>({ data }: Staged) => JSON.parse(data) as SourceRecords[T];

export function createMemoryStaging(): MemoryStaging {
  const tables = new Map<string, Map<string, Staged>>();
  const checkpoints = new Map<string, ExtractCheckpoint>();
  const table = (migrationId: string, type: SourceType) => {
    const key = `${migrationId}/${type}`;
    const found = tables.get(key) ?? new Map<string, Staged>();
    tables.set(key, found);
    return found;
  };
  /** In the order of their ids. */
  const rowsOf = (migrationId: string, type: SourceType, deleted = false) =>
    [...table(migrationId, type).values()]
      .filter(({ deletedAt }) => (deletedAt !== undefined) === deleted)
      .toSorted(inOrder);
  const idsAfter = (rows: readonly Staged[], after: string | undefined, limit: number) => {
    const last = after === undefined ? undefined : stagedRow("ticket", { id: after } as never);
    return rows
      .filter((row) => last === undefined || inOrder(row, last) > 0)
      .slice(0, limit)
      .map(({ id }) => id);
  };

  return {
    async putRecords(migrationId, type, records, at) {
      const rows = table(migrationId, type);
      const changed = new Set<string>();
      for (const record of new Map(records.map((one) => [one.id, one])).values()) {
        const row = stagedRow(type, record);
        const before = rows.get(record.id);
        if (before?.hash === row.hash && before.deletedAt === undefined) {
          if (BY_TICKET.has(type)) before.stagedAt = Math.max(before.stagedAt, at.getTime());
          continue;
        }
        rows.set(record.id, { ...row, stagedAt: at.getTime() });
        changed.add(record.id);
      }
      return { changed: changed.size };
    },
    async load<T extends SourceType>(migrationId: string, type: T, ids: readonly string[]) {
      const wanted = new Set(ids);
      const rows = rowsOf(migrationId, type).filter(({ id }) => wanted.has(id));
      return new Map(rows.map((row) => [row.id, recordOf<T>(row)]));
    },
    listIds: async (migrationId, type, after, limit, deleted = false) =>
      idsAfter(rowsOf(migrationId, type, deleted), after, limit),
    count: async (migrationId, type) => rowsOf(migrationId, type).length,
    async loadConfigurationsOf(migrationId, contactIds) {
      const all = rowsOf(migrationId, "configuration")
        .map(recordOf<"configuration">)
        .filter(({ contact }) => contact !== undefined && contactIds.includes(contact.id));
      return Map.groupBy(all, ({ contact }) => contact?.id ?? "");
    },
    async loadBundles(migrationId, ticketIds, deleted = false) {
      // What hung on a deleted ticket may have been found gone earlier than the ticket.
      const isThere = (row: Staged) => deleted || row.deletedAt === undefined;
      const find = (type: SourceType, id: string) => {
        const row = table(migrationId, type).get(id);
        return row && isThere(row) ? row : undefined;
      };
      const entries = [...table(migrationId, "timeEntry").values()].filter(isThere).toSorted(inOrder);
      const byTicket = Map.groupBy(entries, ({ parentId }) => parentId);
      return ticketIds.flatMap((id) => {
        const ticket = find("ticket", id);
        const own = (byTicket.get(id) ?? []).map(recordOf<"timeEntry">);
        return ticket ? [bundle(migrationId, ticket, own, find)] : [];
      });
    },
    async loadSharedEmails(migrationId) {
      const rows = rowsOf(migrationId, "contact").filter(({ email }) => email !== null);
      const groups = [...Map.groupBy(rows, ({ email }) => email ?? "")];
      return new Map(
        groups.flatMap(([email, sharers]) =>
          sharers.length > 1 ? [[email, sharers.map(({ id }) => id)] as const] : [],
        ),
      );
    },
    async loadFirstOfAddress(migrationId) {
      const first = new Map<string, string>();
      for (const { id, email } of [...table(migrationId, "ticket").values()].toSorted(inOrder)) {
        if (email !== null && !first.has(email)) first.set(email, id);
      }
      return first;
    },
    async listTicketsWithoutNotes(migrationId, after, limit, type = "notes", among) {
      const notes = new Map(rowsOf(migrationId, type).map((row) => [row.id, row]));
      const stale = rowsOf(migrationId, "ticket").filter(({ id, stagedAt }) => {
        const own = notes.get(id);
        return (!own || own.stagedAt < stagedAt) && (among?.includes(id) ?? true);
      });
      return idsAfter(stale, after, limit);
    },
    async listStagedSince(migrationId, type, ids, since) {
      const rows = rowsOf(migrationId, type).filter(({ stagedAt }) => stagedAt >= since.getTime());
      return new Set(rows.flatMap(({ id }) => (ids.includes(id) ? [id] : [])));
    },
    async markDeleted(migrationId, refs, at) {
      for (const ref of refs) {
        const row = table(migrationId, ref.type).get(ref.id);
        if (row) row.deletedAt ??= at;
      }
    },
    loadCheckpoint: async (migrationId, type) => checkpoints.get(`${migrationId}/${type}`),
    async saveCheckpoint(migrationId, type, checkpoint) {
      checkpoints.set(`${migrationId}/${type}`, checkpoint);
    },
    dump: () =>
      JSON.stringify([...tables].map(([key, rows]) => [key, [...rows.values()].map(({ data }) => data)])),
    hashes: (migrationId) =>
      Object.fromEntries(
        SOURCE_TYPES.flatMap((type) =>
          rowsOf(migrationId, type).map(({ id, data }) => [`${type}/${id}`, hashOf(data)] as const),
        ).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    all: <T extends SourceType>(migrationId: string, type: T) => rowsOf(migrationId, type).map(recordOf<T>),
  };

  function bundle(
    migrationId: string,
    ticket: Staged,
    timeEntries: readonly SourceTimeEntry[],
    find: (type: SourceType, id: string) => Staged | undefined,
  ): TicketBundle {
    const { id, deletedAt } = ticket;
    const own = <T extends SourceType>(type: T) => {
      const row = find(type, id);
      return row && recordOf<T>(row);
    };
    const used = own("ticketConfigurations")?.configurationIds ?? [];
    const configurations = used.flatMap((one): SourceConfiguration[] => {
      const row = table(migrationId, "configuration").get(one);
      return row && row.deletedAt === undefined ? [recordOf<"configuration">(row)] : [];
    });
    const documents = own("documents")?.documents ?? [];
    return {
      ticket: recordOf<"ticket">(ticket),
      notes: own("notes")?.notes ?? [],
      timeEntries,
      ...(configurations.length === 0 ? {} : { configurations }),
      ...(deletedAt === undefined ? {} : { deletedAt: deletedAt.toISOString() }),
      ...(documents.length === 0 ? {} : { documents }),
    };
  }
}

/** The notes of each ticket by its id. */
export function notesByTicket(staging: MemoryStaging, migrationId: string) {
  return new Map(staging.all(migrationId, "notes").map((one: SourceNotes) => [one.id, one.notes]));
}
