// Checks a map against both sides before anything is written; each finding is one sentence for people.
import type { AttributeDefinition } from "../model/desired.ts";
import type { Admin, Team } from "../model/observed.ts";
import type { Survey } from "../model/survey.ts";
import { attributesOfMap } from "./attributes.ts";
import { makeIssue as issue, type MapIssue } from "./map-issue.ts";
import { ASK_BELOW, type FieldMap } from "./schema.ts";
import { validateFields } from "./validate-fields.ts";

export interface MapContext {
  readonly survey: Survey;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  readonly existing: readonly (AttributeDefinition & {
    readonly archived: boolean;
    readonly custom: boolean;
  })[];
}

/** Custom attributes that a workspace may have, all objects together [facts: Intercom's documentation]. */
const MAX_ATTRIBUTES = 250;

/** Errors first, then questions, then warnings. */
export function validateMap(map: FieldMap, around: MapContext): readonly MapIssue[] {
  const issues = [
    ...validateFields(map, around.survey.customFields),
    ...validateNames(map, around),
    ...validateBoards(map, around),
    ...validateStatuses(map, around.survey),
    ...validateMembers(map, around),
  ];
  const rank = { error: 0, question: 1, warning: 2 };
  return issues.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

function validateNames(map: FieldMap, { existing }: MapContext): MapIssue[] {
  const issues: MapIssue[] = [];
  const wanted = attributesOfMap(map);
  const active = existing.filter((one) => one.custom && !one.archived);
  for (const one of wanted) {
    const row = `attribute:${one.model}:${one.name}`;
    const other = one.model === "contact" ? "company" : one.model === "company" ? "contact" : undefined;
    if ([...wanted, ...existing].some((two) => two.model === other && two.name === one.name)) {
      issues.push(
        issue(
          "error",
          "contact_company_clash",
          row,
          `"${one.name}" can't be on contacts and companies both: rename one.`,
        ),
      );
    }
    const found = active.find((two) => two.model === one.model && two.name === one.name);
    if (found && found.type !== one.type) {
      issues.push(
        issue(
          "error",
          "type_conflict",
          row,
          `"${one.name}" exists in Intercom as ${found.type}, not ${one.type}, and a type can't be changed.`,
        ),
      );
    }
    if (existing.some((two) => two.archived && two.model === one.model && two.name === one.name)) {
      issues.push(
        issue(
          "warning",
          "archived_attribute",
          row,
          `"${one.name}" was archived in Intercom; a new one of that name is made.`,
        ),
      );
    }
  }
  const added = wanted.filter(
    (one) => !active.some((two) => two.model === one.model && two.name === one.name),
  );
  const total = active.length + added.length;
  if (total > MAX_ATTRIBUTES) {
    issues.push(
      issue(
        "error",
        "too_many_attributes",
        "map",
        `The map needs ${total} attributes; a workspace holds ${MAX_ATTRIBUTES}.`,
      ),
    );
  }
  return issues;
}

function validateBoards(map: FieldMap, { survey, teams }: MapContext): MapIssue[] {
  const issues = survey.boards
    .filter((board) => !map.boards.some((rule) => rule.boardId === board.id))
    .map((board) =>
      issue(
        "error",
        "board_without_rule",
        `board:${board.id}`,
        `Board "${board.name}" has no rule: move it or leave it.`,
      ),
    );
  for (const rule of map.boards.filter((one) => one.migrate)) {
    const row = `board:${rule.boardId}`;
    const known = survey.boards.find((board) => board.id === rule.boardId);
    if (!known)
      issues.push(
        issue("warning", "unknown_board", row, `Board "${rule.name}" is not in ConnectWise (any more).`),
      );
    if (known && !known.readable) {
      issues.push(
        issue(
          "error",
          "board_unreadable",
          row,
          `Board "${rule.name}" may not be read by the API member: grant the right or leave it.`,
        ),
      );
    }
    if (rule.team?.id && !teams.some((team) => team.id === rule.team?.id)) {
      issues.push(
        issue(
          "error",
          "unknown_team",
          row,
          `The team "${rule.team.name}" of board "${rule.name}" is not in Intercom (any more).`,
        ),
      );
    }
    if (!rule.decided && rule.confidence < ASK_BELOW) {
      issues.push(issue("question", "board_doubtful", row, `Which team is board "${rule.name}" to become?`));
    }
  }
  return issues;
}

function validateStatuses(map: FieldMap, survey: Survey): MapIssue[] {
  const has = (boardId: string, id: string) =>
    map.statuses.some((rule) => rule.boardId === boardId && rule.statusId === id);
  const moved = new Set(map.boards.filter((rule) => rule.migrate).map((rule) => rule.boardId));
  const missing = survey.statuses
    .filter((status) => moved.has(status.boardId) && !has(status.boardId, status.id))
    .map(({ boardId, id, name }) =>
      issue(
        "question",
        "status_without_rule",
        `status:${boardId}/${id}`,
        `Status "${name}" has no rule: its tickets are open or closed by their flag.`,
      ),
    );
  const doubtful = map.statuses
    .filter((rule) => moved.has(rule.boardId) && !rule.decided && rule.confidence < ASK_BELOW)
    .map((rule) =>
      issue(
        "question",
        "status_doubtful",
        `status:${rule.boardId}/${rule.statusId}`,
        `Is "${rule.name}" open, snoozed or closed?`,
      ),
    );
  return [...missing, ...doubtful];
}

const BARRED = {
  bot: (name: string) =>
    `"${name}" is Intercom's bot: what it writes is a bot's, and nobody's name stands for it.`,
  "no-seat": (name: string) => `"${name}" has no inbox seat in Intercom, and so can't write or be assigned.`,
} as const;

function validateMembers(map: FieldMap, { admins }: MapContext): MapIssue[] {
  const find = (id: string) => admins.find((admin) => admin.id === id);
  const { fallbackAdmin } = map.policies;
  const issues: MapIssue[] = [];
  if (!fallbackAdmin)
    issues.push(
      issue(
        "error",
        "no_fallback_admin",
        "map",
        "Nobody writes for members without an admin: choose a fallback admin.",
      ),
    );
  else {
    const found = find(fallbackAdmin.id);
    const { name } = fallbackAdmin;
    if (!found) {
      const sentence = `The fallback admin "${name}" is not in Intercom (any more).`;
      issues.push(issue("error", "unknown_admin", "map", sentence));
    } else if (found.barred) {
      issues.push(
        issue("error", "barred_admin", "map", `${BARRED[found.barred](name)} Choose another fallback admin.`),
      );
    }
  }
  for (const rule of map.members) {
    const row = `member:${rule.memberId}`;
    const found = rule.admin ? find(rule.admin.id) : undefined;
    if (rule.admin && found?.barred) {
      const sentence = `${BARRED[found.barred](rule.admin.name)} The fallback admin writes for ${rule.name}.`;
      // A seat may still be given; a bot is never anybody.
      issues.push(issue(found.barred === "bot" ? "error" : "warning", "barred_admin", row, sentence));
    } else if (rule.admin && !found) {
      issues.push(
        issue(
          "error",
          "unknown_admin",
          row,
          `"${rule.admin.name}", the admin of ${rule.name}, is not in Intercom (any more).`,
        ),
      );
    } else if (!rule.decided && rule.confidence < ASK_BELOW) {
      issues.push(issue("question", "member_doubtful", row, `Who is ${rule.name} in Intercom?`));
    }
  }
  return issues;
}
