// Looks up what a wish names, among what the map and the workspace have.
import type { BoardRule, FieldRule, MemberRule, StatusRule } from "../../engine/field-map/schema.ts";
import type { Admin } from "../../engine/model/observed.ts";
import type { Correctable } from "./correction.ts";
import { type Found, findByName } from "./names.ts";

/** A team that exists, or one that the map asks for. */
export type TeamChoice = { readonly id: string; readonly name: string } | { readonly name: string };

export interface LookUp {
  statuses(name: string, boardId?: string): Found<StatusRule>;
  boards(name: string): Found<BoardRule>;
  fields(name: string): Found<FieldRule>;
  members(name: string): Found<MemberRule>;
  team(name: string): Found<TeamChoice>;
  admin(name: string): Found<Admin>;
  /** As it is shown to the person: quotes and articles away. */
  show(name: string): string;
}

const LEADING =
  /^(?:(?:the|all|any|every|our|my|alle[ns]?|den|die|das|der|dem|unsere?n?|mein(?:e|en)?|tickets?|those|that|are|is|which|with|mit|in|im|status(?:es)?|state|boards?|teams?|queue|members?|technicians?|mitarbeiter(?:in)?|techniker(?:in)?|admins?|fields?|feld(?:er)?|attributes?|attribut)\s+)+/iu;
const TRAILING = /\s+(?:tickets?|status(?:es)?|boards?|teams?|fields?|feld|members?|admins?)$/iu;
const JOINED = /\s*(?:,|&|\s(?:and|und|sowie)\s)\s*/iu;

const clean = (name: string): string =>
  name
    .trim()
    .replace(LEADING, "")
    .replace(TRAILING, "")
    .replace(/[.!]+$/, "")
    .trim() || name.trim();

const rank = (found: Found<unknown>): number =>
  found.kind === "found" ? 1 + found.score : found.kind === "which" ? 1 : 0;

/** `restore` puts quoted names back: they are looked for as they are. */
export function makeLookUp(about: Correctable, restore: (text: string) => string): LookUp {
  const { map, admins, captions } = about;
  const asked = map.boards.flatMap(({ team }) => (team && !team.id ? [{ name: team.name }] : []));
  const existing = about.teams.map(({ id, name }) => ({ id, name }));
  const taken = new Set(existing.map(({ name }) => name.toLowerCase()));
  const teams: TeamChoice[] = [...existing, ...asked.filter(({ name }) => !taken.has(name.toLowerCase()))];

  function one<T>(said: string, items: readonly T[], namesOf: (item: T) => readonly string[]): Found<T> {
    const whole = findByName(restore(said.trim()), items, namesOf);
    if (whole.kind === "found" && whole.score === 1) return whole;
    const cleaned = findByName(restore(clean(said)), items, namesOf);
    return rank(cleaned) >= rank(whole) ? cleaned : whole;
  }

  /** One name, or several joined by "and" when together they name nothing. */
  function some<T>(said: string, items: readonly T[], namesOf: (item: T) => readonly string[]): Found<T> {
    const whole = one(said, items, namesOf);
    const parts = said.split(JOINED).filter(Boolean);
    if (parts.length < 2 || (whole.kind === "found" && whole.score > 0.9)) return whole;
    const each = parts.map((part) => one(part, items, namesOf));
    const found = each.flatMap((part) => (part.kind === "found" ? [part] : []));
    if (found.length < each.length) return whole;
    return {
      kind: "found",
      items: [...new Set(found.flatMap((part) => part.items))],
      score: Math.min(...found.map(({ score }) => score)),
    };
  }

  const named = ({ name }: { readonly name: string }): readonly string[] => [name];
  const fieldNames = ({ object, source, target }: FieldRule): readonly string[] => {
    const caption = captions[`${object}:${source}`];
    const attribute = target?.kind === "attribute" ? target.name.replace(/__c$/, "").replace(/_/g, " ") : "";
    return [caption, attribute, source].filter((name): name is string => Boolean(name));
  };

  return {
    statuses: (name, boardId) =>
      some(
        name,
        map.statuses.filter((rule) => boardId === undefined || rule.boardId === boardId),
        named,
      ),
    boards: (name) => some(name, map.boards, named),
    fields: (name) => some(name, map.fields, fieldNames),
    members: (name) => some(name, map.members, named),
    team: (name) => one(name, teams, named),
    admin: (name) => one(name, admins, named),
    show: (name) => restore(clean(name)),
  };
}
