// Boards → teams by likeness of names; a close second makes it a question.
import type { BoardRule } from "../../engine/field-map/schema.ts";
import type { Team } from "../../engine/model/observed.ts";
import { bestMatch } from "./similarity.ts";

const LIKE = 0.8;
const MARGIN = 0.12;

/** Improves a default row that found no team of the very name. */
export function proposeTeam(row: BoardRule, teams: readonly Team[]): BoardRule {
  if (row.decided || !row.migrate) return row;
  const match = bestMatch(row.name, teams, (team) => team.name);
  const base = { ...row, origin: "offline" as const };
  if (!match || match.score < 0.6) return row;
  const { item: team, score, margin } = match;
  if (margin < MARGIN) {
    const reason = `Several teams are like it, "${team.name}" among them: choose one, or a new team is asked for.`;
    return { ...base, team: { name: row.name.slice(0, 255) }, confidence: 0.4, reason };
  }
  const sure = score >= LIKE;
  return {
    ...base,
    team: sure ? { id: team.id, name: team.name } : { name: row.name.slice(0, 255) },
    confidence: sure ? Math.min(0.95, score * 0.95) : 0.55,
    reason: sure
      ? `The team "${team.name}" has nearly the same name.`
      : `It might be the team "${team.name}", or a new one.`,
  };
}
