// The field map: what I am not sure of first, then everything else as a table, page by page.
import type { Words } from "../../../words/words.ts";
import {
  actions,
  type Block,
  button,
  type Card,
  context,
  header,
  section,
  table,
} from "../../blocks/block.ts";
import { fitMessage } from "../../blocks/fit-message.ts";
import { escapeMrkdwn } from "../../blocks/limits.ts";
import type { CardData } from "../../cards/card-data.ts";
import { buildQuestion, buildRowMenu } from "../../cards/map-question.ts";
import {
  captionsOf,
  certainRows,
  countPages,
  doubtfulRows,
  printRow,
  questionsOn,
  ROWS_PER_PAGE,
} from "../../cards/map-rows.ts";
import type { StateOf } from "../../conversation/state.ts";

const pageOf = <T>(rows: readonly T[], page: number, size: number): readonly T[] =>
  rows.slice(page * size, (page + 1) * size);

/** How many rows were doubtful when the map was drafted; the card counts those that still are. */
const DOUBT = /^(?:No row is|\d+ rows? (?:is|are)) doubtful/;

export function buildMapCard(state: StateOf<"map-review">, data: CardData, words: Words): Card {
  const text = words.map;
  if (!data.map) return { text: text.title, blocks: [header(text.title)] };
  const { map, revision, hash } = data.map;
  const value = { m: data.migration.id, s: state.step, h: hash };
  const questions = doubtfulRows(map);
  const pages = countPages(map);
  const page = Math.min(state.page, pages - 1);
  const captions = captionsOf(data.survey);
  const question = { map, revision, admins: data.admins ?? [], teams: data.teams ?? [], captions };
  const shown = pageOf(certainRows(map), page, ROWS_PER_PAGE);
  const rows = shown.map((row) => printRow(map, row, words, captions));
  const turn = (to: number, label: string, index: number): Block =>
    button(label, "map.page", { ...value, a: String(to) }, { index });
  const doubt = questions.length;
  const confirm = { title: text.acceptTitle, text: text.acceptDoubt(doubt), yes: text.yes, no: text.no };
  return {
    text: text.title,
    blocks: fitMessage(
      [
        header(text.title),
        section(
          `${text.summary(map.fields.length, map.statuses.length, map.boards.length, map.members.length)} ${text.doubtful(doubt)}`,
        ),
        ...(data.notes ?? [])
          .filter((note) => !DOUBT.test(note))
          .slice(0, 4)
          .map((note) => context(escapeMrkdwn(words.say(note), 300))),
        ...questionsOn(questions, page).flatMap((row, position) =>
          buildQuestion(question, row, position, value, words),
        ),
        ...(rows.length > 0 ? [table(text.columns, rows)] : []),
        context(`${pages > 1 ? `${text.page(page + 1, pages)} ` : ""}${text.change} ${text.next}`),
        actions(
          button(text.accept, "map.accept", value, { style: "primary", ...(doubt > 0 ? { confirm } : {}) }),
          ...(page > 0 ? [turn(page - 1, text.earlier, 0)] : []),
          ...(page < pages - 1 ? [turn(page + 1, text.later, 1)] : []),
          ...buildRowMenu(question, shown, words),
        ),
      ],
      words.shortened,
    ),
  };
}
