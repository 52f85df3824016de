// The rows of a field map as the card shows them: doubtful ones as questions, the rest as a table, page by page.
import { assembleQuestions } from "../../engine/field-map/questions.ts";
import type { FieldMap, FieldRule } from "../../engine/field-map/schema.ts";
import type { Words } from "../words/words.ts";
import type { RowChoice } from "./action-ids.ts";

export const QUESTIONS_PER_PAGE = 5;
export const ROWS_PER_PAGE = 12;

export interface RowRef {
  readonly kind: RowChoice["k"];
  /** Index in that list of the map. */
  readonly index: number;
}

const lists = { status: "statuses", board: "boards", member: "members", field: "fields" } as const;

/** Rows that nobody decided and that I am not sure of, the most doubtful first. */
export function doubtfulRows(map: FieldMap): readonly RowRef[] {
  return assembleQuestions(map).map(({ kind, rule }) => {
    const rows: readonly unknown[] = map[lists[kind]];
    return { kind, index: rows.indexOf(rule) };
  });
}

export function certainRows(map: FieldMap): readonly RowRef[] {
  const asked = new Set(doubtfulRows(map).map(({ kind, index }) => `${kind} ${index}`));
  return (["board", "status", "member", "field"] as const).flatMap((kind) =>
    map[lists[kind]].map((_, index) => ({ kind, index })).filter((row) => !asked.has(`${kind} ${row.index}`)),
  );
}

/** How many pages the card has; at least one. */
export function countPages(map: FieldMap): number {
  return Math.max(
    1,
    Math.ceil(doubtfulRows(map).length / QUESTIONS_PER_PAGE),
    Math.ceil(certainRows(map).length / ROWS_PER_PAGE),
  );
}

export const boardName = (map: FieldMap, boardId: string): string =>
  map.boards.find((board) => board.boardId === boardId)?.name ?? boardId;

function printTarget(target: FieldRule["target"], words: Words): string {
  if (target === null) return words.map.notMoved;
  if (target.kind === "note") return words.map.asNote;
  return `${target.name} (${target.type})`;
}

/** Three columns, as plain text: from, to, why. */
export function printRow(map: FieldMap, { kind, index }: RowRef, words: Words): readonly string[] {
  const text = words.map;
  if (kind === "field") {
    const row = map.fields[index];
    return row ? [`${row.object}: ${row.source}`, printTarget(row.target, words), row.reason] : [];
  }
  if (kind === "status") {
    const row = map.statuses[index];
    return row ? [`${boardName(map, row.boardId)}: ${row.name}`, text.states[row.state], row.reason] : [];
  }
  if (kind === "board") {
    const row = map.boards[index];
    if (!row) return [];
    const team = row.team ? text.team(row.team.name) : text.noTeam;
    return [row.name, row.migrate ? team : text.leftOut, row.reason];
  }
  const row = map.members[index];
  return row ? [row.name, row.admin?.name ?? text.fallback, row.reason] : [];
}
