// The audit log as JSONL, one entry a line, and its checker; pure.
import { z } from "zod";
import { AuditChain, type AuditVerdict, type ChainedEntry, type LastEntry } from "./audit-chain.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.object({
  sequence: z.int().min(1),
  previousHash: hash,
  hash,
  migrationId: z.string(),
  at: z.string(),
  actor: z.union([z.literal("cutover"), z.object({ team: z.string(), user: z.string() })]),
  event: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** Without its line end. */
export function toAuditLine(entry: ChainedEntry): string {
  const { sequence, at, actor, event, detail, migrationId, previousHash, hash: own } = entry;
  return JSON.stringify({ sequence, at, actor, event, detail, migrationId, previousHash, hash: own });
}

/**
 * Reads lines one by one and stops at the first fault. `last`: what a certificate says of the log's end. An empty log
 * is sound only where nothing is known of it.
 */
export async function checkAuditLines(
  lines: AsyncIterable<string> | Iterable<string>,
  last?: LastEntry,
): Promise<AuditVerdict> {
  const chain = new AuditChain(last);
  let number = 0;
  for await (const line of lines) {
    if (line.trim() === "") continue;
    number += 1;
    const entry = parseLine(line);
    if (!entry) return { sound: false, sequence: number, reason: "The line is no entry of an audit log." };
    if (!chain.add(entry)) break;
  }
  return chain.result();
}

function parseLine(line: string): ChainedEntry | undefined {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
