// What a chosen option of a menu means for the map.
import type { MapChange } from "../../engine/field-map/change.ts";
import type { FieldMap, FieldRule } from "../../engine/field-map/schema.ts";
import type { Admin, Team } from "../../engine/model/observed.ts";
import type { RowChoice } from "./action-ids.ts";

export interface ChoiceContext {
  readonly map: FieldMap;
  readonly revision: number;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  /** What the built-in rules say of each field: the way back to an attribute. */
  readonly defaults: readonly FieldRule[];
}

function changeBoard({ map, teams }: ChoiceContext, choice: RowChoice): readonly MapChange[] | null {
  const rule = map.boards[choice.i];
  if (!rule) return null;
  const { boardId } = rule;
  const take: readonly MapChange[] = rule.migrate
    ? []
    : [{ kind: "set-board-migrate", boardId, migrate: true }];
  if (choice.c === "keep") return [...take, { kind: "confirm", row: `board:${boardId}` }];
  if (choice.c === "leave") return [{ kind: "set-board-migrate", boardId, migrate: false }];
  if (choice.c === "none") return [...take, { kind: "set-board-team", boardId, team: null }];
  const team = teams.find(({ id }) => `team:${id}` === choice.c);
  return team ? [...take, { kind: "set-board-team", boardId, team: { id: team.id, name: team.name } }] : null;
}

function changeMember({ map, admins }: ChoiceContext, choice: RowChoice): readonly MapChange[] | null {
  const rule = map.members[choice.i];
  if (!rule) return null;
  const { memberId } = rule;
  if (choice.c === "fallback") return [{ kind: "set-member-admin", memberId, admin: null }];
  const admin = admins.find(({ id }) => `admin:${id}` === choice.c);
  return admin ? [{ kind: "set-member-admin", memberId, admin: { id: admin.id, name: admin.name } }] : null;
}

function changeField({ map, defaults }: ChoiceContext, choice: RowChoice): readonly MapChange[] | null {
  const rule = map.fields[choice.i];
  if (!rule) return null;
  if (choice.c === "keep") return [{ kind: "confirm", row: rule.id }];
  if (choice.c === "note") return [{ kind: "set-field-target", ruleId: rule.id, target: { kind: "note" } }];
  if (choice.c === "drop") return [{ kind: "set-field-target", ruleId: rule.id, target: null }];
  const target = defaults.find(({ id }) => id === rule.id)?.target;
  return choice.c === "attribute" && target ? [{ kind: "set-field-target", ruleId: rule.id, target }] : null;
}

function changeStatus({ map }: ChoiceContext, choice: RowChoice): readonly MapChange[] | null {
  const rule = map.statuses[choice.i];
  const state = (["open", "snoozed", "closed"] as const).find((name) => name === choice.c);
  if (!rule || !state) return null;
  return [{ kind: "set-status", boardId: rule.boardId, statusId: rule.statusId, state }];
}

/** Null when the map, the admin or the team is no longer what the menu was drawn from. */
export function assembleChanges(
  choiceContext: ChoiceContext,
  choice: RowChoice,
): readonly MapChange[] | null {
  if (choice.r !== choiceContext.revision) return null;
  switch (choice.k) {
    case "board":
      return changeBoard(choiceContext, choice);
    case "member":
      return changeMember(choiceContext, choice);
    case "field":
      return changeField(choiceContext, choice);
    case "status":
      return changeStatus(choiceContext, choice);
  }
}
