// Who drafted what, and what will be asked: counted in the map that came out, so that no sentence contradicts it.
import { assembleQuestions } from "../engine/field-map/questions.ts";
import type { FieldMap } from "../engine/field-map/schema.ts";

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Sentences for the customer; `more` are whole ones, about what a model left behind, or why it did not help. */
export function assembleNotes(map: FieldMap, ...more: readonly string[]): readonly string[] {
  const rows = [...map.fields, ...map.statuses, ...map.boards, ...map.members];
  const byModel = rows.filter((row) => row.origin === "model").length;
  const what = `${count(map.fields.length, "field")}, ${count(map.statuses.length, "status", "statuses")}, ${count(map.boards.length, "board")}, ${count(map.members.length, "member")}`;
  const questions = assembleQuestions(map).length;
  return [
    byModel === 0
      ? `The built-in rules drafted the whole map: ${what}.`
      : `Of ${count(rows.length, "row")} (${what}), a model drafted ${byModel} and the built-in rules ${rows.length - byModel}.`,
    questions === 0
      ? "No row is doubtful."
      : `${count(questions, "row")} ${questions === 1 ? "is" : "are"} doubtful and will be asked.`,
    ...more,
  ];
}
