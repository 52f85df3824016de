// One-time links: used once, by the first who comes before it expires.
import { and, eq, gt, isNull } from "drizzle-orm";
import { oneTimeLink } from "../../../../drizzle/schema.ts";
import type { Database } from "../database/database.ts";
import type { OneTimeLinks } from "../repositories.ts";

export function makeOneTimeLinks({ drizzle }: Database): OneTimeLinks {
  return {
    async create({ tokenHash, migrationId, person, expiresAt }) {
      await drizzle.insert(oneTimeLink).values({
        tokenHash,
        migrationId,
        personTeam: person.team,
        personUser: person.user,
        expiresAt,
      });
    },
    async find(tokenHash) {
      const [row] = await drizzle.select().from(oneTimeLink).where(eq(oneTimeLink.tokenHash, tokenHash));
      if (row === undefined) return undefined;
      return {
        migrationId: row.migrationId,
        person: { team: row.personTeam, user: row.personUser },
        expiresAt: row.expiresAt,
        ...(row.usedAt === null ? {} : { usedAt: row.usedAt }),
      };
    },
    async use(tokenHash, at) {
      const used = await drizzle
        .update(oneTimeLink)
        .set({ usedAt: at })
        .where(
          and(
            eq(oneTimeLink.tokenHash, tokenHash),
            isNull(oneTimeLink.usedAt),
            gt(oneTimeLink.expiresAt, at),
          ),
        )
        .returning({ tokenHash: oneTimeLink.tokenHash });
      return used.length === 1;
    },
  };
}
