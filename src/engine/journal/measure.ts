// The journal from outside: how far it reaches, and which conversation each ticket became.
import { sql } from "drizzle-orm";
import { type Database, executeRaw } from "../store/database/database.ts";
import type { JournalExtent, JournalScope } from "./journal.ts";

export async function measure(
  { drizzle }: Database,
  { migrationId, environment }: JournalScope,
): Promise<JournalExtent> {
  const [row] = await executeRaw<{
    operations: number;
    standing: number;
    first: string | null;
    last: string | null;
  }>(
    drizzle,
    sql`select count(*)::int as operations, (count(*) filter (where state = 'done'))::int as standing,
          min(id)::text as first, max(id)::text as last
        from operation where migration_id = ${migrationId} and environment = ${environment}`,
  );
  return {
    operations: row?.operations ?? 0,
    standing: row?.standing ?? 0,
    ...(row?.first ? { first: row.first } : {}),
    ...(row?.last ? { last: row.last } : {}),
  };
}

/**
 * Numbers in numeric order (shorter ones first), as the primary key can't give it: a page sorts what is left. Further
 * conversations of a ticket (model/continued.ts) are none of their own.
 */
export async function listTicketLinks(
  { drizzle }: Database,
  { migrationId, environment }: JournalScope,
  after: string | undefined,
  limit: number,
): Promise<readonly { readonly ticketId: string; readonly conversationId: string }[]> {
  const order = sql`(length(source_id), source_id)`;
  return executeRaw(
    drizzle,
    sql`select source_id as "ticketId", destination_id as "conversationId" from link
        where migration_id = ${migrationId} and environment = ${environment} and source_type = 'ticket'
          and source_id !~ '/continued/[0-9]+$' and ${after === undefined ? sql`true` : sql`${order} > (${after.length}::int, ${after}::text)`}
        order by length(source_id), source_id limit ${limit}`,
  );
}
