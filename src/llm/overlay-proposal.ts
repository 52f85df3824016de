// Lays the rows of a repair over the answer that they repair: what is not answered again stands.
import type { ModelProposal } from "./openai/proposal-schema.ts";

export function overlayProposal(first: ModelProposal, repair: ModelProposal): ModelProposal {
  const statusId = (row: { boardId: string; statusId: string }) =>
    JSON.stringify([row.boardId, row.statusId]);
  return {
    customFields: overlay(first.customFields, repair.customFields, ({ id }) => id),
    statuses: overlay(first.statuses, repair.statuses, statusId),
    boards: overlay(first.boards, repair.boards, ({ boardId }) => boardId),
  };
}

function overlay<T>(first: readonly T[], repair: readonly T[], idOf: (row: T) => string): T[] {
  const again = new Set(repair.map(idOf));
  return [...first.filter((row) => !again.has(idOf(row))), ...repair];
}
