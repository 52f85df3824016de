// Tickets with their notes, time entries and configurations: three queries at most for any number of tickets.
import { sql } from "drizzle-orm";
import type {
  SourceConfiguration,
  SourceDocument,
  SourceDocuments,
  SourceNotes,
  SourceRecords,
  SourceTicket,
  SourceTicketConfigurations,
  SourceTimeEntry,
  TicketBundle,
} from "../../model/source/source.ts";
import { type Drizzle, executeRaw } from "../database/database.ts";

/** In the order of `ticketIds`; tickets that are not staged or deleted are left out. */
export async function loadBundles(
  drizzle: Drizzle,
  migrationId: string,
  ticketIds: readonly string[],
  deleted = false,
): Promise<readonly TicketBundle[]> {
  if (ticketIds.length === 0) return [];
  const ids = sql.param(ticketIds);
  // What hung on a deleted ticket may have been found gone earlier than the ticket.
  const wanted = deleted ? sql`true` : sql`deleted_at is null`;
  const [documents, entries] = await Promise.all([
    executeRaw<{ type: DocumentType; id: string; data: SourceRecords[DocumentType]; gone: string | null }>(
      drizzle,
      sql`select type, id, data, (extract(epoch from deleted_at) * 1000)::text as gone from source_record where migration_id = ${migrationId}
          and type in ('ticket', 'notes', 'documents', 'ticketConfigurations') and id = any(${ids}::text[]) and ${wanted}`,
    ),
    executeRaw<{ ticket: string; data: SourceTimeEntry }>(
      drizzle,
      sql`select parent_id as ticket, data from source_record where migration_id = ${migrationId}
          and type = 'timeEntry' and parent_id = any(${ids}::text[]) and ${wanted}
          order by id_number, id`,
    ),
  ]);
  const tickets = new Map<string, SourceTicket>();
  const deletedAt = new Map<string, string>();
  const notes = new Map<string, SourceNotes>();
  const links = new Map<string, readonly string[]>();
  const files = new Map<string, readonly SourceDocument[]>();
  for (const { type, id, data, gone } of documents) {
    if (type === "ticket" && gone !== null) deletedAt.set(id, new Date(Number(gone)).toISOString());
    if (type === "ticket") tickets.set(id, data as SourceTicket);
    else if (type === "notes") notes.set(id, data as SourceNotes);
    else if (type === "documents") files.set(id, (data as SourceDocuments).documents);
    else links.set(id, (data as SourceTicketConfigurations).configurationIds);
  }
  const configurations = await loadConfigurations(drizzle, migrationId, [...links.values()].flat());
  const timeEntries = Map.groupBy(entries, (entry) => entry.ticket);
  return ticketIds.flatMap((id) => {
    const ticket = tickets.get(id);
    if (ticket === undefined) return [];
    return [
      {
        ticket,
        notes: notes.get(id)?.notes ?? [],
        timeEntries: (timeEntries.get(id) ?? []).map((entry) => entry.data),
        ...hanging(links.get(id) ?? [], configurations),
        ...(deletedAt.has(id) ? { deletedAt: deletedAt.get(id) ?? "" } : {}),
        ...(files.get(id)?.length ? { documents: files.get(id) ?? [] } : {}),
      },
    ];
  });
}

type DocumentType = "ticket" | "notes" | "documents" | "ticketConfigurations";

async function loadConfigurations(
  drizzle: Drizzle,
  migrationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SourceConfiguration>> {
  if (ids.length === 0) return new Map();
  const rows = await executeRaw<{ id: string; data: SourceConfiguration }>(
    drizzle,
    sql`select id, data from source_record where migration_id = ${migrationId} and type = 'configuration'
        and id = any(${sql.param([...new Set(ids)])}::text[]) and deleted_at is null`,
  );
  return new Map(rows.map((row) => [row.id, row.data]));
}

/** Links may name configurations that are gone. */
function hanging(
  ids: readonly string[],
  configurations: ReadonlyMap<string, SourceConfiguration>,
): Pick<TicketBundle, "configurations"> {
  const own = ids.flatMap((id) => configurations.get(id) ?? []);
  return own.length === 0 ? {} : { configurations: own };
}
