// A person's correction of a map, as a value: what a sentence or a menu in the chat comes down to.
import type { FieldMap, FieldRule, Policies, StatusRule } from "./schema.ts";

export type MapChange =
  | {
      readonly kind: "set-status";
      readonly boardId: string;
      readonly statusId: string;
      readonly state: StatusRule["state"];
    }
  | {
      readonly kind: "set-board-team";
      readonly boardId: string;
      readonly team: { readonly id?: string; readonly name: string } | null;
    }
  | { readonly kind: "set-board-migrate"; readonly boardId: string; readonly migrate: boolean }
  | {
      readonly kind: "set-member-admin";
      readonly memberId: string;
      readonly admin: { readonly id: string; readonly name: string } | null;
    }
  | { readonly kind: "set-field-target"; readonly ruleId: string; readonly target: FieldRule["target"] }
  | { readonly kind: "set-policies"; readonly policies: Partial<Policies> }
  /** A person looked at a row and left it as it is. */
  | { readonly kind: "confirm"; readonly row: string };

const BY_PERSON = {
  confidence: 1,
  origin: "person",
  decided: true,
  reason: "A person decided this.",
} as const;

/** True when the row that the change is about exists. */
export function isApplicable(map: FieldMap, change: MapChange): boolean {
  return change.kind === "set-policies" || applyChange(map, change) !== map;
}

/** A new map; the same one when no row fits. The rows that changed say that a person decided. */
export function applyChange(map: FieldMap, change: MapChange): FieldMap {
  switch (change.kind) {
    case "set-status":
      return changeRows(map, "statuses", ({ boardId, statusId }) =>
        boardId === change.boardId && statusId === change.statusId ? { state: change.state } : undefined,
      );
    case "set-board-team": {
      const { team } = change;
      const copy = team && { name: team.name, ...(team.id === undefined ? {} : { id: team.id }) };
      return changeRows(map, "boards", (row) =>
        row.boardId === change.boardId ? { team: copy } : undefined,
      );
    }
    case "set-board-migrate":
      return changeRows(map, "boards", (row) =>
        row.boardId === change.boardId ? { migrate: change.migrate } : undefined,
      );
    case "set-member-admin":
      return changeRows(map, "members", (row) =>
        row.memberId === change.memberId ? { admin: change.admin } : undefined,
      );
    case "set-field-target":
      return changeRows(map, "fields", (row) =>
        row.id === change.ruleId ? { target: change.target } : undefined,
      );
    case "set-policies":
      return { ...map, policies: { ...map.policies, ...change.policies } };
    case "confirm":
      return confirm(map, change.row);
  }
}

type Rows = Pick<FieldMap, "fields" | "statuses" | "boards" | "members">;

function changeRows<K extends keyof Rows>(
  map: FieldMap,
  key: K,
  changeOf: (row: Rows[K][number]) => Partial<Rows[K][number]> | undefined,
): FieldMap {
  let changed = false;
  const rows = (map[key] as readonly Rows[K][number][]).map((row) => {
    const change = changeOf(row);
    if (change === undefined) return row;
    changed = true;
    return { ...row, ...BY_PERSON, ...change };
  });
  return changed ? { ...map, [key]: rows } : map;
}

function confirm(map: FieldMap, row: string): FieldMap {
  const same = (key: string) => (key === row ? {} : undefined);
  const changed = changeRows(map, "fields", (rule) => same(rule.id));
  if (changed !== map) return changed;
  const statuses = changeRows(map, "statuses", (rule) => same(`status:${rule.boardId}/${rule.statusId}`));
  if (statuses !== map) return statuses;
  const boards = changeRows(map, "boards", (rule) => same(`board:${rule.boardId}`));
  return boards !== map ? boards : changeRows(map, "members", (rule) => same(`member:${rule.memberId}`));
}
