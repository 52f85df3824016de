// Records that did not make it: one row a record and code, open until the record makes it.
import { and, asc, count, eq, sql } from "drizzle-orm";
import { exception } from "../../../drizzle/schema.ts";
import type { ErrorSaying } from "../model/sayings/error-arguments.ts";
import type { Database } from "./database/database.ts";
import type { Exceptions } from "./repositories.ts";

const BATCH = 500;

export function makeExceptions({ drizzle }: Database): Exceptions {
  const open = (migrationId: string, environment: "staging" | "production") =>
    and(
      eq(exception.migrationId, migrationId),
      eq(exception.environment, environment),
      eq(exception.resolved, false),
    );
  return {
    /** The same record and code again: the newest message counts. */
    async record(migrationId, runId, exceptions) {
      const rows = new Map(
        exceptions.map((entry) => [
          JSON.stringify([entry.environment, entry.source.type, entry.source.id, entry.code]),
          {
            migrationId,
            runId,
            environment: entry.environment,
            sourceType: entry.source.type,
            sourceId: entry.source.id,
            code: entry.code,
            message: "",
            remedy: "",
            saying: entry.saying,
            requestId: entry.requestId ?? null,
          },
        ]),
      );
      const all = [...rows.values()];
      for (let start = 0; start < all.length; start += BATCH) {
        await drizzle
          .insert(exception)
          .values(all.slice(start, start + BATCH))
          .onConflictDoUpdate({
            target: [
              exception.migrationId,
              exception.environment,
              exception.sourceType,
              exception.sourceId,
              exception.code,
            ],
            set: {
              message: sql`excluded.message`,
              remedy: sql`excluded.remedy`,
              saying: sql`excluded.saying`,
              requestId: sql`excluded.request_id`,
              runId: sql`excluded.run_id`,
              resolved: false,
            },
          });
      }
    },
    async resolve(migrationId, environment, source) {
      await drizzle
        .update(exception)
        .set({ resolved: true })
        .where(
          and(
            open(migrationId, environment),
            eq(exception.sourceType, source.type),
            eq(exception.sourceId, source.id),
          ),
        );
    },
    async list(migrationId, environment, limit) {
      const rows = await drizzle
        .select()
        .from(exception)
        .where(open(migrationId, environment))
        .orderBy(asc(exception.number))
        .limit(limit);
      return rows.map((row) => ({
        source: { type: row.sourceType, id: row.sourceId },
        environment: row.environment,
        code: row.code,
        saying: (row.saying as ErrorSaying | null) ?? {
          code: "told",
          args: { message: row.message, remedy: row.remedy },
        },
        ...(row.requestId === null ? {} : { requestId: row.requestId }),
      }));
    },
    async count(migrationId, environment) {
      const [row] = await drizzle
        .select({ open: count() })
        .from(exception)
        .where(open(migrationId, environment));
      return row?.open ?? 0;
    },
  };
}
