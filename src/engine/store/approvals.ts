// Approvals in the order they were given; none is ever changed.
import { asc, eq } from "drizzle-orm";
import { approval } from "../../../drizzle/schema.ts";
import type { Approval } from "../model/migration.ts";
import type { Database } from "./database/database.ts";
import type { Approvals } from "./repositories.ts";

export function makeApprovals({ drizzle }: Database): Approvals {
  return {
    async record(migrationId, { kind, hash, role, actor, at }) {
      await drizzle
        .insert(approval)
        .values({ migrationId, kind, hash, role, actorTeam: actor.team, actorUser: actor.user, at });
    },
    async list(migrationId) {
      const rows = await drizzle
        .select()
        .from(approval)
        .where(eq(approval.migrationId, migrationId))
        .orderBy(asc(approval.id));
      return rows.map((row) => ({
        kind: row.kind as Approval["kind"],
        hash: row.hash,
        role: row.role as Approval["role"],
        actor: { team: row.actorTeam, user: row.actorUser },
        at: row.at,
      }));
    },
  };
}
