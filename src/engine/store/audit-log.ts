// The audit log: append-only, each entry sealed by a hash over itself and the entry before.
import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { audit } from "../../../drizzle/schema.ts";
import { contentHash } from "../model/hash.ts";
import { type Database, executeRaw } from "./database.ts";
import type { AuditEntry, AuditLog } from "./repositories.ts";

export type ChainedEntry = AuditEntry & {
  readonly sequence: number;
  readonly hash: string;
  readonly previousHash: string;
};

/** What the first entry of a migration follows. */
const GENESIS = "0".repeat(64);

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

export type AuditVerdict =
  | { readonly sound: true; readonly entries: number; readonly lastHash: string }
  | { readonly sound: false; readonly sequence: number; readonly reason: string };

/**
 * Checks a log from its first entry on: edits, gaps, swaps. A log that was cut at its end is found only against
 * `last`, the newest sequence and hash that somebody kept elsewhere (an export, a certificate).
 */
export function checkAuditChain(
  entries: readonly ChainedEntry[],
  last?: { readonly sequence: number; readonly hash: string },
): AuditVerdict {
  let previousHash = GENESIS;
  let sequence = 0;
  for (const entry of entries) {
    sequence += 1;
    if (entry.sequence !== sequence) return { sound: false, sequence, reason: "The entry is missing." };
    if (entry.previousHash !== previousHash) {
      return { sound: false, sequence, reason: "The entry does not follow the one before it." };
    }
    if (hashEntry(entry, sequence, previousHash) !== entry.hash) {
      return { sound: false, sequence, reason: "The entry was changed after it was written." };
    }
    if (last?.sequence === sequence && last.hash !== entry.hash) {
      return {
        sound: false,
        sequence,
        reason: "The log was written anew: its hash is not the one that was kept.",
      };
    }
    previousHash = entry.hash;
  }
  if (last !== undefined && last.sequence > sequence) {
    return { sound: false, sequence: sequence + 1, reason: "The log was cut at its end." };
  }
  return { sound: true, entries: sequence, lastHash: previousHash };
}

function hashEntry(entry: AuditEntry, sequence: number, previousHash: string): string {
  const { migrationId, at, actor, event, detail } = entry;
  return contentHash({ previousHash, sequence, migrationId, at, actor, event, detail });
}
