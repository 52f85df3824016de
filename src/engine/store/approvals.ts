// Approvals in the order they were given; none is ever changed.
import { asc, eq } from "drizzle-orm";
import { approval } from "../../../drizzle/schema.ts";
import type { Approval } from "../model/migration.ts";
import type { Database } from "./database/database.ts";
import type { Approvals } from "./repositories.ts";

export function makeApprovals({ drizzle }: Database): Approvals {
  return {
    async record(migrationId, given) {
      const { kind, hash, role, actor, name, at } = given;
      const [row] = await drizzle
        .insert(approval)
        .values({
          migrationId,
          kind,
          hash,
          role,
          actorTeam: actor.team,
          actorUser: actor.user,
          actorName: name ?? null,
          at,
        })
        .returning({ number: approval.number });
      return { ...given, number: row?.number ?? 0 };
    },
    async list(migrationId) {
      const rows = await drizzle
        .select()
        .from(approval)
        .where(eq(approval.migrationId, migrationId))
        .orderBy(asc(approval.number));
      return rows.map((row) => ({
        kind: row.kind as Approval["kind"],
        hash: row.hash,
        role: row.role as Approval["role"],
        actor: { team: row.actorTeam, user: row.actorUser },
        ...(row.actorName === null ? {} : { name: row.actorName }),
        number: row.number,
        at: row.at,
      }));
    },
  };
}
