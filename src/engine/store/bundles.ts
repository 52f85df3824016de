// Tickets with their notes and time entries: three queries for any number of tickets.
import { sql } from "drizzle-orm";
import type { SourceNotes, SourceTicket, SourceTimeEntry, TicketBundle } from "../model/source.ts";
import { type Drizzle, executeRaw } from "./database.ts";

/** In the order of `ticketIds`; tickets that are not staged or deleted are left out. */
export async function loadBundles(
  drizzle: Drizzle,
  migrationId: string,
  ticketIds: readonly string[],
): Promise<readonly TicketBundle[]> {
  if (ticketIds.length === 0) return [];
  const ids = sql.param(ticketIds);
  const [documents, entries] = await Promise.all([
    executeRaw<{ type: "ticket" | "notes"; id: string; data: SourceTicket | SourceNotes }>(
      drizzle,
      sql`select type, id, data from source_record where migration_id = ${migrationId}
          and type in ('ticket', 'notes') and id = any(${ids}::text[]) and deleted_at is null`,
    ),
    executeRaw<{ ticket: string; data: SourceTimeEntry }>(
      drizzle,
      sql`select parent_id as ticket, data from source_record where migration_id = ${migrationId}
          and type = 'timeEntry' and parent_id = any(${ids}::text[]) and deleted_at is null
          order by id_number, id`,
    ),
  ]);
  const tickets = new Map<string, SourceTicket>();
  const notes = new Map<string, SourceNotes>();
  for (const { type, id, data } of documents) {
    if (type === "ticket") tickets.set(id, data as SourceTicket);
    else notes.set(id, data as SourceNotes);
  }
  const timeEntries = Map.groupBy(entries, (entry) => entry.ticket);
  return ticketIds.flatMap((id) => {
    const ticket = tickets.get(id);
    if (ticket === undefined) return [];
    return [
      {
        ticket,
        notes: notes.get(id)?.notes ?? [],
        timeEntries: (timeEntries.get(id) ?? []).map((entry) => entry.data),
      },
    ];
  });
}
