// The audit log: append-only, each entry sealed by a hash over itself and the entry before.
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { audit } from "../../../drizzle/schema.ts";
import { GENESIS, hashEntry } from "../proof/audit-chain.ts";
import { type Database, executeRaw } from "./database/database.ts";
import type { AuditEntry, AuditLog } from "./repositories.ts";

export function makeAuditLog(database: Database): AuditLog {
  return {
    async append(entry) {
      // What is hashed is what JSON keeps of it.
      const plain = JSON.parse(JSON.stringify(entry)) as AuditEntry;
      await database.transaction(async (tx) => {
        await executeRaw(
          tx,
          sql`select pg_advisory_xact_lock(hashtextextended(${`audit/${entry.migrationId}`}, 0))`,
        );
        const [last] = await tx
          .select({ sequence: audit.sequence, hash: audit.hash })
          .from(audit)
          .where(eq(audit.migrationId, entry.migrationId))
          .orderBy(desc(audit.sequence))
          .limit(1);
        const sequence = (last?.sequence ?? 0) + 1;
        const previousHash = last?.hash ?? GENESIS;
        const hash = hashEntry(plain, sequence, previousHash);
        await tx.insert(audit).values({ ...plain, sequence, previousHash, hash });
      });
    },
    async last(migrationId) {
      const [row] = await database.drizzle
        .select({ sequence: audit.sequence, hash: audit.hash })
        .from(audit)
        .where(eq(audit.migrationId, migrationId))
        .orderBy(desc(audit.sequence))
        .limit(1);
      return row ?? { sequence: 0, hash: GENESIS };
    },
    async list(migrationId, afterSequence, limit) {
      const rows = await database.drizzle
        .select()
        .from(audit)
        .where(and(eq(audit.migrationId, migrationId), gt(audit.sequence, afterSequence)))
        .orderBy(asc(audit.sequence))
        .limit(limit);
      return rows.map((row) => ({
        ...row,
        actor: row.actor as AuditEntry["actor"],
        detail: row.detail as AuditEntry["detail"],
      }));
    },
  };
}
