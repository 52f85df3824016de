// The same status name stands on every board of some tenants: a model is asked about it once, and its answer holds for all.
import type { Survey } from "../engine/model/survey.ts";
import type { ModelProposal } from "./openai/proposal-schema.ts";

type SurveyedStatus = Survey["statuses"][number];

const idOf = (boardId: string, statusId: string): string => JSON.stringify([boardId, statusId]);
const meaningOf = ({ name, closed }: SurveyedStatus): string =>
  JSON.stringify([name.normalize("NFC").trim().toLowerCase(), closed]);

function groupStatuses(statuses: readonly SurveyedStatus[]): ReadonlyMap<string, readonly SurveyedStatus[]> {
  return Map.groupBy(statuses, meaningOf);
}

/** One status of each name and closed flag; with how often all of them were seen. */
export function oneOfEachName(statuses: readonly SurveyedStatus[]): readonly SurveyedStatus[] {
  return [...groupStatuses(statuses).values()].flatMap((group) => {
    const [first] = group;
    const seen = group.reduce((sum, status) => sum + status.seen, 0);
    return first === undefined ? [] : [{ ...first, seen }];
  });
}

/** Gives an answer to all statuses of its name; one that was answered by its own id keeps that. */
export function spreadToNamesakes(
  proposal: ModelProposal,
  statuses: readonly SurveyedStatus[],
): ModelProposal {
  const groups = groupStatuses(statuses);
  const byId = new Map(statuses.map((status) => [idOf(status.boardId, status.id), status]));
  const answered = new Set(proposal.statuses.map(({ boardId, statusId }) => idOf(boardId, statusId)));
  const spread = proposal.statuses.flatMap((answer) => {
    const status = byId.get(idOf(answer.boardId, answer.statusId));
    return (status === undefined ? [] : (groups.get(meaningOf(status)) ?? [])).flatMap(({ boardId, id }) => {
      const key = idOf(boardId, id);
      if (answered.has(key)) return [];
      answered.add(key);
      return [{ ...answer, boardId, statusId: id }];
    });
  });
  return { ...proposal, statuses: [...proposal.statuses, ...spread] };
}
