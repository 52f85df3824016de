// Boards that the API member may not see: their tickets vanish from lists, and asked for by name answer 403.
import { readPath } from "./conditions/evaluate.ts";
import { type Condition, comparisonsOf } from "./conditions/parse.ts";
import { forbidden } from "./cw-error.ts";

/** Board ids or names. */
export type ForbiddenBoards = readonly (number | string)[];

export function isForbidden(record: object, boards: ForbiddenBoards): boolean {
  if (boards.length === 0) return false;
  const [id, name] = [readPath(record, ["board", "id"]), readPath(record, ["board", "name"])];
  return boards.some((board) => board === id || board === name);
}

/** Throws 403 when a condition asks for such a board in so many words. */
export function refuseForbidden(condition: Condition | undefined, boards: ForbiddenBoards): void {
  if (!condition || boards.length === 0) return;
  for (const { path, operator, values } of comparisonsOf(condition)) {
    const asks = path[0] === "board" && (operator === "=" || operator === "in");
    if (asks && values.some((value) => boards.some((board) => board === value)))
      throw forbidden("service board");
  }
}
