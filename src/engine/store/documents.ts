// Versioned documents of a migration: saving appends a revision, loading takes the newest.
import { and, desc, eq, sql } from "drizzle-orm";
import { documentRevision } from "../../../drizzle/schema.ts";
import { AbortError } from "../errors.ts";
import { mapHash } from "../field-map/hash.ts";
import type { FieldMap } from "../field-map/schema.ts";
import { contentHash } from "../model/hash.ts";
import type { Plan } from "../model/plan.ts";
import type { Certificate } from "../model/reports/certificate.ts";
import type { Survey } from "../model/survey.ts";
import { type Database, executeRaw } from "./database/database.ts";
import type { Documents } from "./document-repository.ts";
import { KEPT, type KeptKind } from "./kept-reports.ts";
import { readKept } from "./read-kept.ts";

type Kind = (typeof documentRevision.$inferSelect)["kind"];

export function makeDocuments(database: Database): Documents {
  const newest = (migrationId: string, kind: Kind, name = "") =>
    loadNewest(database, migrationId, kind, { name });
  const save = (migrationId: string, kind: Kind, name: string, data: unknown, more: Partial<Revision> = {}) =>
    append(database, { migrationId, kind, name, data, hash: contentHash(data), ...more });
  return {
    async saveSurvey(migrationId, survey) {
      await save(migrationId, "survey", "", survey);
    },
    loadSurvey: async (migrationId) => (await newest(migrationId, "survey"))?.data as Survey | undefined,
    /** The same map again makes no new revision. The hash told is the map's own: what approvals are bound to. */
    async saveFieldMap(migrationId, map, by, at) {
      const hash = mapHash(map);
      const current = await newest(migrationId, "field-map");
      if (current?.hash === contentHash(map)) return { revision: current.revision, hash };
      const revision = await save(migrationId, "field-map", "", map, { savedBy: by, savedAt: at });
      return { revision, hash };
    },
    async loadFieldMap(migrationId) {
      const row = await newest(migrationId, "field-map");
      const map = row?.data as FieldMap | undefined;
      return row && map && { map, revision: row.revision, hash: mapHash(map) };
    },
    async savePlan(migrationId, plan) {
      await save(migrationId, "plan", plan.environment, plan, { hash: plan.hash });
    },
    loadPlan: async (migrationId, hash) =>
      (await loadNewest(database, migrationId, "plan", { hash }))?.data as Plan | undefined,
    latestPlan: async (migrationId, environment) =>
      (await newest(migrationId, "plan", environment))?.data as Plan | undefined,
    async saveCertificate(migrationId, certificate) {
      await save(migrationId, "certificate", certificate.environment, certificate);
    },
    loadCertificate: async (migrationId, environment) =>
      (await newest(migrationId, "certificate", environment))?.data as Certificate | undefined,
    async saveReport(migrationId, kind, report, at, of) {
      await save(migrationId, "report", nameOf(kind, of), report, { savedAt: at });
    },
    async loadReport(migrationId, kind, of) {
      const row = await newest(migrationId, "report", nameOf(kind, of));
      const { schema, again } = KEPT[kind];
      if (row === undefined || (again && !schema.safeParse(row.data).success)) return undefined;
      return readKept(kind, schema, row.data);
    },
  };
}

const nameOf = (kind: KeptKind, of: string | undefined) => (of === undefined ? kind : `${kind}:${of}`);

interface Revision {
  readonly migrationId: string;
  readonly kind: Kind;
  readonly name: string;
  readonly hash: string;
  readonly data: unknown;
  readonly savedBy?: unknown;
  readonly savedAt?: Date;
}

async function loadNewest(
  { drizzle }: Database,
  migrationId: string,
  kind: Kind,
  by: { readonly name: string } | { readonly hash: string },
) {
  const [row] = await drizzle
    .select()
    .from(documentRevision)
    .where(
      and(
        eq(documentRevision.migrationId, migrationId),
        eq(documentRevision.kind, kind),
        "name" in by ? eq(documentRevision.name, by.name) : eq(documentRevision.hash, by.hash),
      ),
    )
    .orderBy(desc("name" in by ? documentRevision.revision : documentRevision.id))
    .limit(1);
  return row;
}

/** The number of the new revision; who loses a race for a number takes the next. */
async function append({ drizzle }: Database, row: Revision): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const [saved] = await executeRaw<{ revision: number }>(
      drizzle,
      sql`insert into document (migration_id, kind, name, revision, hash, data, saved_by, saved_at)
          select ${row.migrationId}, ${row.kind}, ${row.name}, coalesce(max(revision), 0) + 1, ${row.hash},
            ${JSON.stringify(row.data)}::json, ${row.savedBy === undefined ? null : JSON.stringify(row.savedBy)}::json,
            coalesce(${row.savedAt?.toISOString() ?? null}::timestamptz, now())
          from document
          where migration_id = ${row.migrationId} and kind = ${row.kind} and name = ${row.name}
          on conflict do nothing returning revision`,
    );
    if (saved !== undefined) return saved.revision;
  }
  throw new AbortError({ code: "document_contended", args: { kind: row.kind } });
}
