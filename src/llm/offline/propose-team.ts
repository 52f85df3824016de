// Boards → teams by likeness of names; a close second, an abbreviation or a customer's name makes it a question.
import { ASK_BELOW, type BoardRule } from "../../engine/field-map/schema.ts";
import type { Team } from "../../engine/model/observed.ts";
import { bestMatch, isAbbreviation } from "./similarity.ts";

const LIKE = 0.8;
const MARGIN = 0.12;

/** Improves default rows that found no team of the very name. */
export function proposeTeams(rows: readonly BoardRule[], teams: readonly Team[]): readonly BoardRule[] {
  const matched = rows.map((row) => proposeTeam(row, teams));
  return doubtCustomers(doubtNewTeams(matched, teams), teams);
}

function proposeTeam(row: BoardRule, teams: readonly Team[]): BoardRule {
  if (row.decided || !row.migrate) return row;
  const base = { ...row, origin: "offline" as const };
  const own = { name: row.name.slice(0, 255) };
  const long = teams.filter((team) => isAbbreviation(row.name, team.name));
  const [meant] = long;
  if (meant && long.length === 1) {
    const reason = `"${row.name.slice(0, 100)}" reads as short for the team "${meant.name.slice(0, 100)}".`;
    return { ...base, team: { id: meant.id, name: meant.name }, confidence: 0.7, reason };
  }
  const match = bestMatch(row.name, teams, (team) => team.name);
  if (!match || match.score < 0.6) return row;
  const { item: team, score, margin } = match;
  const name = team.name.slice(0, 200);
  // The very words, in another order or spelling, leave no doubt as long as no other team has them.
  const isExact = score === 1 && margin > 0;
  if (margin < MARGIN && !isExact) {
    const reason = `Several teams are like it, "${name}" among them: choose one, or a new team is asked for.`;
    return { ...base, team: own, confidence: 0.4, reason };
  }
  const sure = score >= LIKE;
  return {
    ...base,
    team: sure ? { id: team.id, name: team.name } : own,
    confidence: sure ? Math.min(0.95, score * 0.95) : 0.55,
    reason: sure
      ? `The team "${name}" has nearly the same name.`
      : `It might be the team "${name}", or a new one.`,
  };
}

const isOwn = (row: BoardRule) => row.migrate && !row.decided && row.team !== null && !row.team.id;

/** While the workspace has teams that no board became, a board of another name may well be one of them. */
function doubtNewTeams(rows: readonly BoardRule[], teams: readonly Team[]): readonly BoardRule[] {
  const used = new Set(rows.map((row) => row.team?.id));
  const free = teams.filter(({ id }) => !used.has(id)).map(({ name }) => `"${name.slice(0, 60)}"`);
  if (free.length === 0) return rows;
  const some = free.slice(0, 3).join(", ");
  return rows.map((row) =>
    isOwn(row) && row.confidence >= ASK_BELOW
      ? {
          ...row,
          confidence: 0.7,
          origin: "offline" as const,
          reason: `No team bears this name. Is it a new team, or one that you have, such as ${some}?`,
        }
      : row,
  );
}

/** What groups of people are called; everything else may be a customer, a place or a product. */
const WORK =
  /service|support|help|desk|tier|level|project|projekt|sales|vertrieb|verkauf|procure|einkauf|billing|finance|buchhaltung|admin|intern|noc|network|netz|alert|monitor|security|dispatch|field|onsite|cloud|dev|ops|operation|engineer|technik|kunden|renewal|onboard|triage|maint|wartung|backup|rechenzentrum|\bit\b|\bhr\b/iu;
const FIRM =
  /\b(?:inc|llc|llp|ltd|limited|corp|company|co|gmbh|ag|kg|ohg|se|sarl|sas|bv|nv|plc|pty|group|holding|& sons|& söhne)\b\.?/iu;
/** From so many nameless boards on, they are a pattern and no accident. */
const PATTERN = 4;

/** Boards that bear customers' names would become a team per customer: a person is asked, a team of helpers offered. */
function doubtCustomers(rows: readonly BoardRule[], teams: readonly Team[]): readonly BoardRule[] {
  const nameless = rows.filter((row) => isOwn(row) && !WORK.test(row.name));
  const isPattern = nameless.length >= PATTERN && nameless.length * 2 > rows.length;
  const helpers = teams.filter(({ name }) => /support|service|help|desk|kunden/i.test(name));
  const [helper] = helpers;
  return rows.map((row) => {
    if (!nameless.includes(row) || row.confidence < 0.7 || !(isPattern || FIRM.test(row.name))) return row;
    const offered = helper && helpers.length === 1 ? { id: helper.id, name: helper.name } : row.team;
    return {
      ...row,
      team: offered,
      confidence: 0.5,
      origin: "offline" as const,
      reason: "It reads like a customer's name; a team is a group of your people. Which team works for it?",
    };
  });
}
