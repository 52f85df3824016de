// The rows of a field map as the card shows them: doubtful ones as questions, the rest as a table, page by page.
import { assembleQuestions } from "../../engine/field-map/questions.ts";
import type { FieldMap, FieldRule } from "../../engine/field-map/schema.ts";
import type { Survey } from "../../engine/model/survey.ts";
import type { Words } from "../../words/words.ts";
import type { RowChoice } from "../conversation/action-ids.ts";

const QUESTIONS_PER_PAGE = 5;
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

/** The questions of a page: they begin anew where the table goes on, so that no page is without its menus. */
export function questionsOn<T>(questions: readonly T[], page: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(questions.length / QUESTIONS_PER_PAGE));
  const at = (page % pages) * QUESTIONS_PER_PAGE;
  return questions.slice(at, at + QUESTIONS_PER_PAGE);
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

/** Of custom fields, by `ticket:customFields.12`: people know a field by what stands beside it. */
export type Captions = Readonly<Record<string, string>>;

export const captionsOf = (survey: Survey | undefined): Captions =>
  Object.fromEntries(
    (survey?.customFields ?? []).map(({ object, id, caption }) => [`${object}:customFields.${id}`, caption]),
  );

/** "Cost center", or a path in words: `timeEntries.hoursBilled` is "time entries hours billed". */
export function formatField({ object, source }: FieldRule, captions: Captions): string {
  const caption = captions[`${object}:${source}`]?.trim();
  if (caption) return caption;
  return source
    .replace(/\.name$/, "")
    .replace(/\./g, " ")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
}

/** Three columns, as plain text: from, to, why. */
export function printRow(
  map: FieldMap,
  row: RowRef,
  words: Words,
  captions: Captions = {},
): readonly string[] {
  const [from, to, reason] = printPlain(map, row, words, captions);
  return from === undefined ? [] : [from, to ?? "", words.say(reason ?? "")];
}

function printPlain(
  map: FieldMap,
  { kind, index }: RowRef,
  words: Words,
  captions: Captions,
): readonly string[] {
  const text = words.map;
  if (kind === "field") {
    const row = map.fields[index];
    return row
      ? [
          `${words.sample.records[row.object]}: ${formatField(row, captions)}`,
          printTarget(row.target, words),
          row.reason,
        ]
      : [];
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
