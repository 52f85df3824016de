// The rows that a person should look at, the most doubtful first.
import {
  ASK_BELOW,
  type BoardRule,
  type FieldMap,
  type FieldRule,
  type MemberRule,
  type StatusRule,
} from "./schema.ts";

export type MapQuestion = {
  /** Names the row: a field rule's id, `board:ID`, `status:BOARD/ID`, `member:ID`. */
  readonly row: string;
  readonly confidence: number;
  readonly reason: string;
} & (
  | { readonly kind: "field"; readonly rule: FieldRule }
  | { readonly kind: "status"; readonly rule: StatusRule }
  | { readonly kind: "board"; readonly rule: BoardRule }
  | { readonly kind: "member"; readonly rule: MemberRule }
);

/** Rows below ASK_BELOW that nobody decided; statuses of boards that stay behind are not worth a question. */
export function assembleQuestions(map: FieldMap): readonly MapQuestion[] {
  const left = new Set(map.boards.filter((rule) => !rule.migrate).map((rule) => rule.boardId));
  const open = (row: { readonly confidence: number; readonly decided: boolean }) =>
    !row.decided && row.confidence < ASK_BELOW;
  const about = ({ confidence, reason }: { readonly confidence: number; readonly reason: string }) => ({
    confidence,
    reason,
  });
  const questions: MapQuestion[] = [
    ...map.boards
      .filter(open)
      .map((rule) => ({ kind: "board" as const, row: `board:${rule.boardId}`, rule, ...about(rule) })),
    ...map.statuses
      .filter((rule) => open(rule) && !left.has(rule.boardId))
      .map((rule) => ({
        kind: "status" as const,
        row: `status:${rule.boardId}/${rule.statusId}`,
        rule,
        ...about(rule),
      })),
    ...map.members
      .filter(open)
      .map((rule) => ({ kind: "member" as const, row: `member:${rule.memberId}`, rule, ...about(rule) })),
    ...map.fields
      .filter(open)
      .map((rule) => ({ kind: "field" as const, row: rule.id, rule, ...about(rule) })),
  ];
  return questions.toSorted((a, b) => a.confidence - b.confidence);
}
