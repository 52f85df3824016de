// From a wish to changes of the map, and to what must be asked back.
import type { MapChange } from "../../engine/field-map/change.ts";
import type { Unclear } from "./correction.ts";
import type { LookUp, TeamChoice } from "./look-up.ts";
import type { Found } from "./names.ts";
import type { Wish } from "./read-clause.ts";

type WishOf<W extends Wish["what"]> = Extract<Wish, { what: W }>;
type Among = Extract<Unclear, { kind: "unknown" }>["among"];

/** How well a reading fits: 1 for the very names, 0 for none at all. */
export interface Reading {
  readonly score: number;
  readonly changes: readonly MapChange[];
  readonly unclear: readonly Unclear[];
}

const NONE: Reading = { score: 0, changes: [], unclear: [] };
const ASKS = 0.5;
const ASKS_WEAKLY = 0.4;
/** A verb without a name that we know: worth saying so, if nothing else reads better. */
const UNKNOWN = 0.2;

const ON_BOARD =
  /^(.+)\s+(?:on|of|in|from|at|auf|im|vom|des)\s+(?:the\s+|dem\s+|board\s+)*(.+?)(?:\s+board|s\s+board)?$/iu;
const NO_TEAM = /^(?:no|kein(?:em)?|ohne|without an?) teams?$/iu;
const NEW_TEAM = /^(?:an?\s+|the\s+|ein(?:em)?\s+|das\s+)?(?:new|neue[ns]?)\s+teams?\s+(.+)$/iu;
const NOBODY =
  /^(?:the\s+|dem\s+|den\s+|der\s+)?(?:fallback|ersatz|auffang)[\s-]?(?:admin\w*)?$|^(?:nobody|no ?one|niemand(?:em)?)$/iu;

interface Said {
  readonly name: string;
  readonly among: Among;
  readonly strong: boolean;
}

function assembleReading<T>(
  look: LookUp,
  found: Found<T>,
  { name, among, strong }: Said,
  change: (item: T) => readonly MapChange[],
): Reading {
  if (found.kind === "found")
    return { score: found.score, changes: found.items.flatMap(change), unclear: [] };
  const said = look.show(name);
  if (found.kind === "which") {
    const unclear = [{ kind: "which", said, candidates: found.names }] as const;
    return { score: strong ? ASKS : ASKS_WEAKLY, changes: [], unclear };
  }
  return strong ? { score: UNKNOWN, changes: [], unclear: [{ kind: "unknown", said, among }] } : NONE;
}

function resolveState(look: LookUp, { name, state, strong }: WishOf<"state">): Reading {
  const read = (found: ReturnType<LookUp["statuses"]>, said: string): Reading =>
    assembleReading(look, found, { name: said, among: "status", strong }, ({ boardId, statusId }) => [
      { kind: "set-status", boardId, statusId, state },
    ]);
  const anywhere = look.statuses(name);
  if (anywhere.kind === "found" && anywhere.score === 1) return read(anywhere, name);
  const [, said, boardName] = ON_BOARD.exec(name.trim()) ?? [];
  const board = boardName ? look.boards(boardName) : undefined;
  const [chosen] = board?.kind === "found" ? board.items : [];
  return said && chosen ? read(look.statuses(said, chosen.boardId), said) : read(anywhere, name);
}

function resolveLeave(look: LookUp, { what, name, strong }: WishOf<"leave"> | WishOf<"take">): Reading {
  const said = (among: Among): Said => ({ name, among, strong });
  const byBoard = assembleReading(look, look.boards(name), said("board"), ({ boardId }) => [
    { kind: "set-board-migrate", boardId, migrate: what === "take" },
  ]);
  const isField = /\b(?:fields?|feld(?:er)?|attribut\w*)\b/iu.test(name);
  if (what === "take" || (/\bboards?\b/iu.test(name) && !isField)) return byBoard;
  const among = isField ? "field" : "board-or-field";
  const byField = assembleReading(look, look.fields(name), said(among), ({ id }) => [
    { kind: "set-field-target", ruleId: id, target: null },
  ]);
  return isField || byField.score > byBoard.score || byBoard.score <= UNKNOWN ? byField : byBoard;
}

/** The left side is changed; a right side that is not found is asked about only when the left one is certain. */
function resolveSides<T>(
  look: LookUp,
  left: Reading,
  right: Found<T>,
  said: Said,
  changed: (item: T) => Reading,
): Reading {
  if (right.kind === "found") {
    const [chosen] = right.items;
    const reading = chosen ? changed(chosen) : NONE;
    return { ...reading, score: Math.min(reading.score, right.score) };
  }
  if (left.changes.length === 0 || !said.strong) return NONE;
  const asked = assembleReading(look, right, said, () => []);
  return { ...asked, score: asked.score * left.score };
}

function resolveTeam(look: LookUp, { left, right, strong }: WishOf<"pair">): Reading {
  const boards = look.boards(left);
  const to = (team: TeamChoice | null): Reading =>
    assembleReading(look, boards, { name: left, among: "board", strong }, ({ boardId }) => [
      { kind: "set-board-team", boardId, team },
    ]);
  if (NO_TEAM.test(right.trim())) return to(null);
  const made = NEW_TEAM.exec(right.trim())?.[1];
  if (made) return to({ name: look.show(made).slice(0, 255) });
  const said: Said = { name: right, among: "team", strong: strong || /\bteam\b/iu.test(right) };
  return resolveSides(look, to(null), look.team(right), said, to);
}

function resolveAdmin(look: LookUp, { left, right, strong }: WishOf<"pair">): Reading {
  const members = look.members(left);
  const to = (admin: { readonly id: string; readonly name: string } | null): Reading =>
    assembleReading(look, members, { name: left, among: "member", strong }, ({ memberId }) => [
      { kind: "set-member-admin", memberId, admin: admin && { id: admin.id, name: admin.name } },
    ]);
  if (NOBODY.test(right.trim())) return to(null);
  return resolveSides(look, to(null), look.admin(right), { name: right, among: "admin", strong }, to);
}

export function resolveWish(look: LookUp, wish: Wish): Reading {
  switch (wish.what) {
    case "state":
      return resolveState(look, wish);
    case "leave":
    case "take":
      return resolveLeave(look, wish);
    case "note":
      return assembleReading(look, look.fields(wish.name), { ...wish, among: "field" }, ({ id }) => [
        { kind: "set-field-target", ruleId: id, target: { kind: "note" } },
      ]);
    case "pair": {
      const [team, admin] = [resolveTeam(look, wish), resolveAdmin(look, wish)];
      return admin.score > team.score ? admin : team;
    }
    case "fallback":
      return assembleReading(look, look.admin(wish.name), { ...wish, among: "admin" }, ({ id, name }) => [
        { kind: "set-policies", policies: { fallbackAdmin: { id, name } } },
      ]);
    case "policies":
      return { score: 1, changes: [{ kind: "set-policies", policies: wish.policies }], unclear: [] };
  }
}
