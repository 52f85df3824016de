// A map's hash: what changes the outcome, and nothing else.
import { contentHash } from "../model/hash.ts";
import type { FieldMap } from "./schema.ts";

/**
 * Hex. Covers targets, types, options, value maps, teams, admins and policies; not the order of rows, nor who proposed
 * them, how sure and why, so that looking at a row doesn't void an approval. Nobody may write a team's id into an
 * approved map: teams and admins are found in the workspace at run time (`resolveTeam`, `resolveAdmin`).
 */
export function mapHash(map: FieldMap): string {
  return contentHash({
    version: map.version,
    fields: keyed(
      map.fields,
      (rule) => `${rule.object}/${rule.source}/${rule.id}`,
      (rule) => rule.target,
    ),
    statuses: keyed(
      map.statuses,
      (rule) => `${rule.boardId}/${rule.statusId}`,
      (rule) => rule.state,
    ),
    boards: keyed(
      map.boards,
      (rule) => rule.boardId,
      (rule) => (rule.migrate ? { team: rule.team } : "left behind"),
    ),
    members: keyed(
      map.members,
      (rule) => rule.memberId,
      (rule) => rule.admin?.id ?? null,
    ),
    policies: map.policies,
  });
}

/** Rows that move nothing (a null target) count as absent. */
function keyed<T>(rows: readonly T[], keyOf: (row: T) => string, outcomeOf: (row: T) => unknown) {
  const entries = rows.map((row): [string, unknown] => [keyOf(row), outcomeOf(row) ?? null]);
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
}
