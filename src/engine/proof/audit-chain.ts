// The chain of the audit log: how an entry is sealed, and a checker that takes entries one by one; pure.
import { contentHash } from "../model/hash.ts";

/** One entry as it is stored and exported. */
export interface ChainedEntry {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly migrationId: string;
  /** ISO-8601. */
  readonly at: string;
  readonly actor: { readonly team: string; readonly user: string } | "cutover";
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the first entry of a migration follows. */
export const GENESIS = "0".repeat(64);

export interface LastEntry {
  readonly sequence: number;
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly sound: true; readonly entries: number; readonly lastHash: string }
  | { readonly sound: false; readonly sequence: number; readonly reason: string };

type Unsealed = Omit<ChainedEntry, "hash" | "sequence" | "previousHash">;

export function hashEntry(entry: Unsealed, sequence: number, previousHash: string): string {
  const { migrationId, at, actor, event, detail } = entry;
  return contentHash({ previousHash, sequence, migrationId, at, actor, event, detail });
}

/**
 * Checks a log from its first entry on: edits, gaps, swaps, entries of another migration. A log that was cut at its end
 * is found only against `last`, the sequence and hash that somebody kept elsewhere (a certificate).
 */
export class AuditChain {
  readonly #last: LastEntry | undefined;
  #sequence = 0;
  #previousHash = GENESIS;
  #migrationId: string | undefined;
  #fault: Extract<AuditVerdict, { readonly sound: false }> | undefined;

  constructor(last?: LastEntry) {
    this.#last = last;
  }

  /** False from the first fault on: later entries say nothing more. */
  add(entry: ChainedEntry): boolean {
    if (this.#fault) return false;
    const sequence = this.#sequence + 1;
    const reason = this.#findFault(entry, sequence);
    if (reason !== undefined) {
      this.#fault = { sound: false, sequence, reason };
      return false;
    }
    this.#sequence = sequence;
    this.#previousHash = entry.hash;
    this.#migrationId = entry.migrationId;
    return true;
  }

  result(): AuditVerdict {
    if (this.#fault) return this.#fault;
    if (this.#last && this.#last.sequence > this.#sequence) {
      return { sound: false, sequence: this.#sequence + 1, reason: "The log was cut at its end." };
    }
    return { sound: true, entries: this.#sequence, lastHash: this.#previousHash };
  }

  #findFault(entry: ChainedEntry, sequence: number): string | undefined {
    if (entry.sequence !== sequence) return "The entry is missing.";
    if (entry.previousHash !== this.#previousHash) return "The entry does not follow the one before it.";
    if (hashEntry(entry, sequence, this.#previousHash) !== entry.hash) {
      return "The entry was changed after it was written.";
    }
    if (this.#migrationId !== undefined && entry.migrationId !== this.#migrationId) {
      return "The entry belongs to another migration.";
    }
    if (this.#last?.sequence === sequence && this.#last.hash !== entry.hash) {
      return "The log was written anew: its hash is not the one that was kept.";
    }
    return undefined;
  }
}
