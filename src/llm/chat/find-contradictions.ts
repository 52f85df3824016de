// Finds wishes that can't all be meant: one row, two values.
import type { MapChange } from "../../engine/field-map/change.ts";

/** What a change says of its row, by a key for the row's part. */
function sayingsOf(change: MapChange): readonly (readonly [string, unknown])[] {
  switch (change.kind) {
    case "set-status":
      return [[JSON.stringify(["status", change.boardId, change.statusId]), change.state]];
    case "set-board-migrate":
      return [[`move:${change.boardId}`, change.migrate]];
    case "set-board-team":
      return [
        [`move:${change.boardId}`, true],
        [`team:${change.boardId}`, change.team],
      ];
    case "set-member-admin":
      return [[`member:${change.memberId}`, change.admin]];
    case "set-field-target":
      return [[`field:${change.ruleId}`, change.target]];
    case "set-policies":
      return Object.entries(change.policies).map(([key, value]) => [`policy:${key}`, value] as const);
    default:
      return [];
  }
}

/** Indexes of those of `wishes` that another of them contradicts. */
export function findContradictions(wishes: readonly (readonly MapChange[])[]): ReadonlySet<number> {
  const said = new Map<string, { readonly value: string; readonly by: number }[]>();
  for (const [by, changes] of wishes.entries())
    for (const [key, value] of changes.flatMap(sayingsOf))
      said.set(key, [...(said.get(key) ?? []), { value: JSON.stringify(value), by }]);
  const torn = [...said.values()].filter((all) => new Set(all.map(({ value }) => value)).size > 1);
  return new Set(torn.flatMap((all) => all.map(({ by }) => by)));
}
