// One doubtful row as a question with its menu; long menus move into a window.
import type { FieldMap, FieldRule } from "../../engine/field-map/schema.ts";
import type { Admin, Team } from "../../engine/model/observed.ts";
import type { Words } from "../../words/words.ts";
import {
  type Block,
  button,
  type Choice,
  type Modal,
  menu,
  plain,
  section,
  sectionWith,
} from "../blocks/block.ts";
import { clip, escapeMrkdwn } from "../blocks/limits.ts";
import { actionId, type ClickValue, INPUTS, MODALS, printRowChoice } from "../conversation/action-ids.ts";
import { boardName, type Captions, formatField, printRow, type RowRef } from "./map-rows.ts";

/** More choices than this would swell the message. */
const INLINE_CHOICES = 12;

export interface QuestionData {
  readonly map: FieldMap;
  readonly revision: number;
  readonly admins: readonly Admin[];
  readonly teams: readonly Team[];
  readonly captions?: Captions;
  /** What the built-in rules say of each field: the way back to an attribute. */
  readonly defaults?: readonly FieldRule[];
}

interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly chosen: string;
}

function assembleQuestion(data: QuestionData, row: RowRef, words: Words): Question | undefined {
  const { map } = data;
  const text = words.map;
  const format = (name: string): string => escapeMrkdwn(name, 120);
  const choice = (c: string, label: string): Choice => ({
    label: clip(label, 60),
    value: printRowChoice({ r: data.revision, k: row.kind, i: row.index, c }),
  });
  const chosen = (c: string): string => choice(c, "").value;
  if (row.kind === "status") {
    const rule = map.statuses[row.index];
    if (!rule) return undefined;
    const states = ["open", "snoozed", "closed"] as const;
    return {
      text: text.status(format(rule.name), format(boardName(map, rule.boardId))),
      choices: states.map((state) => choice(state, text.states[state])),
      chosen: chosen(rule.state),
    };
  }
  if (row.kind === "board") {
    const rule = map.boards[row.index];
    if (!rule) return undefined;
    const { team } = rule;
    return {
      text: text.board(format(rule.name)),
      choices: [
        ...(team && !team.id ? [choice("keep", text.newTeam(team.name))] : []),
        choice("none", text.noTeam),
        choice("leave", text.leaveOut),
        ...data.teams.map(({ id, name }) => choice(`team:${id}`, name)),
      ],
      chosen: chosen(rule.migrate ? (team ? (team.id ? `team:${team.id}` : "keep") : "none") : "leave"),
    };
  }
  if (row.kind === "member") {
    const rule = map.members[row.index];
    if (!rule) return undefined;
    return {
      text: text.member(format(rule.name)),
      choices: [
        choice("fallback", text.fallback),
        ...data.admins.map(({ id, name }) => choice(`admin:${id}`, name)),
      ],
      chosen: chosen(rule.admin ? `admin:${rule.admin.id}` : "fallback"),
    };
  }
  const rule = map.fields[row.index];
  if (!rule) return undefined;
  const target = printRow(map, row, words)[1] ?? "";
  const usual = data.defaults?.find(({ id }) => id === rule.id)?.target;
  const isAttribute = rule.target?.kind === "attribute";
  return {
    text: text.field(words.sample.records[rule.object], format(formatField(rule, data.captions ?? {}))),
    choices: [
      choice("keep", target),
      ...(rule.target?.kind === "note" ? [] : [choice("note", text.asNote)]),
      ...(rule.target === null ? [] : [choice("drop", text.notMoved)]),
      ...(usual?.kind === "attribute" && !isAttribute
        ? [choice("attribute", `${usual.name} (${usual.type})`)]
        : []),
    ],
    chosen: chosen("keep"),
  };
}

function reasonOf({ map }: QuestionData, row: RowRef): { reason: string; confidence: number } {
  const lists = { status: map.statuses, board: map.boards, member: map.members, field: map.fields };
  return lists[row.kind][row.index] ?? { reason: "", confidence: 0 };
}

export function buildQuestion(
  data: QuestionData,
  row: RowRef,
  position: number,
  value: ClickValue,
  words: Words,
): readonly Block[] {
  const question = assembleQuestion(data, row, words);
  if (!question) return [];
  const { reason, confidence } = reasonOf(data, row);
  const text = `${question.text}\n${words.map.why(escapeMrkdwn(words.say(reason), 200), Math.round(confidence * 100))}`;
  if (question.choices.length <= INLINE_CHOICES)
    return [
      sectionWith(
        text,
        menu(actionId("map.change", position), words.map.choose, question.choices, question.chosen),
      ),
    ];
  const argument = printRowChoice({ r: data.revision, k: row.kind, i: row.index, c: "?" });
  return [
    sectionWith(text, button(words.map.choose, "map.choose", { ...value, a: argument }, { index: position })),
  ];
}

/** A menu of rows that are settled: any of them may be changed until the map is written with. */
export function buildRowMenu(data: QuestionData, rows: readonly RowRef[], words: Words): readonly Block[] {
  const choices = rows.map((row) => {
    const [from = "", to = ""] = printRow(data.map, row, words, data.captions);
    const value = printRowChoice({ r: data.revision, k: row.kind, i: row.index, c: "?" });
    return { label: `${clip(from, 44)} → ${clip(to, 28)}`, value };
  });
  return choices.length > 0 ? [menu(actionId("map.choose", "rows"), words.map.changeRow, choices)] : [];
}

/** A window with all choices of one row, in groups of a hundred as Slack allows. */
export function buildChoiceModal(
  data: QuestionData,
  row: RowRef,
  value: ClickValue,
  words: Words,
): Modal | undefined {
  const question = assembleQuestion(data, row, words);
  if (!question) return undefined;
  const option = (choice: Choice) => ({ text: plain(choice.label, 75), value: choice.value });
  const groups = Array.from({ length: Math.min(100, Math.ceil(question.choices.length / 100)) }, (_, n) => ({
    label: plain(`${n * 100 + 1}–${Math.min((n + 1) * 100, question.choices.length)}`, 75),
    options: question.choices.slice(n * 100, (n + 1) * 100).map(option),
  }));
  return {
    type: "modal",
    callback_id: MODALS.choose,
    title: plain(words.map.modalTitle, 24),
    submit: plain(words.map.save, 24),
    close: plain(words.map.no, 24),
    private_metadata: JSON.stringify(value),
    blocks: [
      section(question.text),
      {
        type: "input",
        block_id: INPUTS.choice,
        label: plain(words.map.choose, 2000),
        element: {
          type: "static_select",
          action_id: INPUTS.choice,
          placeholder: plain(words.map.choose, 150),
          option_groups: groups,
        },
      },
    ],
  };
}
